/// How a form is sent.
package enum FormMethod: String, Sendable { case get, post }

/// A form to an address of our own. `sendsFiles` is for forms with a field of files.
package func form(
    action: String, method: FormMethod, sendsFiles: Bool = false, _ attributes: Attribute...,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    var own: [Attribute] = []
    if let action = Address(ownPath: action) { own.append(Attribute("action", action.text)) }
    own.append(Attribute("method", method.rawValue))
    if sendsFiles { own.append(Attribute("enctype", "multipart/form-data")) }
    return .element("form", own + attributes, content())
}

/// A value that is sent and not shown.
package func hidden(name: String, value: String) -> HTML {
    .void("input", [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)])
}

/// A button that sends its form, and which of the form's buttons was pressed where that is told.
package func button(_ text: String, name: String? = nil, value: String? = nil, _ attributes: Attribute...) -> HTML {
    let told = [name.map { Attribute("name", $0) }, value.map { Attribute("value", $0) }].compactMap { $0 }
    return .element("button", [Attribute("type", "submit")] + told + attributes, text)
}

/// Controls that belong together, under a legend.
package func fieldset(legend: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element(
        "fieldset", attributes,
        HTML {
            HTML.element("legend", [], legend)
            content()
        })
}

/// What is wrong in a form, each line a link to its field; it takes the focus (`#error-summary`) when it comes.
package func errorSummary(title: String, items: [(field: String, message: String)]) -> HTML {
    div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) {
        h2(title)
        ul {
            for item in items {
                li { link(item.message, to: "#\(controlID(item.field))") }
            }
        }
    }
}

/// The id of the control of that name: an id holds no white space (HTML Standard 3.2.6).
package func controlID(_ name: String) -> String {
    "field-" + String(name.map { $0.isWhitespace ? "-" : $0 })
}
