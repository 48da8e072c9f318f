/// What a field takes.
package enum FieldType: String, Sendable {
    case text, email, tel, url, search, password, number, date, time, file
}

/// A field of one line with its label, hint and error. `autocomplete` is for what is about the person
/// (WCAG 1.3.5): `name`, `email`, `organization`.
package func field(
    label: String, name: String, type: FieldType = .text, value: String = "", hint: String? = nil,
    error: String? = nil, required: Bool = false, autocomplete: String? = nil, _ attributes: Attribute...
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: required)
    var own = [Attribute("type", type.rawValue)] + control.attributes
    // A password is never sent back, and browsers let no page choose a file.
    if type != .password, type != .file { own.append(Attribute("value", value)) }
    if let autocomplete { own.append(Attribute("autocomplete", autocomplete)) }
    return control.labelled(label, .void("input", own + attributes))
}

/// A field of several lines.
package func textArea(
    label: String, name: String, value: String = "", lines: Int = 5, hint: String? = nil, error: String? = nil,
    required: Bool = false, _ attributes: Attribute...
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: required)
    // Browsers drop one line end after the tag (HTML Standard 13.2.6.4.7), so that it must not be the writer's.
    let text = HTML("\n" + value)
    return control.labelled(
        label, .element("textarea", control.attributes + [Attribute("rows", "\(lines)")] + attributes, text))
}

/// What a form's control tells about itself, in one shape for all of them: label or legend, hint, error, control.
struct Control {
    let name: String
    let hint: String?
    let error: String?
    let required: Bool

    var id: String { controlID(name) }

    var attributes: [Attribute] {
        [.id(id), Attribute("name", name)] + (required ? [Attribute("required", nil)] : []) + descriptions
    }

    /// The hint and the error are read out with the control (WCAG 3.3.1, 3.3.2).
    var descriptions: [Attribute] {
        let ids = [error.map { _ in "\(id)-error" }, hint.map { _ in "\(id)-hint" }].compactMap { $0 }
        return (ids.isEmpty ? [] : [.aria(.describedBy, ids.joined(separator: " "))])
            + (error == nil ? [] : [.aria(.invalid, "true")])
    }

    var boxClass: Attribute { .class(error == nil ? "field" : "field field-invalid") }

    /// Hint and error.
    @HTMLBuilder var remarks: HTML {
        if let hint { p(hint, .class("hint"), .id("\(id)-hint")) }
        if let error { p(error, .class("error"), .id("\(id)-error")) }
    }

    func labelled(_ label: String, _ control: HTML) -> HTML {
        div(boxClass) {
            HTML.element("label", [Attribute("for", id)], label)
            remarks
            control
        }
    }
}
