/// One of the values to choose from.
package struct Choice: Sendable {
    let value: String
    let label: String
    let hint: String?

    /// A value as it is sent, and as people read it.
    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// A list to choose one value from.
package func select(
    label: String, name: String, choices: [Choice], selected: String? = nil, hint: String? = nil,
    error: String? = nil, required: Bool = false, _ attributes: Attribute...
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: required)
    let options = HTML {
        for choice in choices {
            let mark = choice.value == selected ? [Attribute("selected", nil)] : []
            HTML.element("option", [Attribute("value", choice.value)] + mark, choice.label)
        }
    }
    return control.labelled(label, .element("select", control.attributes + attributes, options))
}

/// One box to tick.
package func checkbox(
    label: String, name: String, value: String = "true", isChecked: Bool = false, hint: String? = nil,
    error: String? = nil, required: Bool = false, _ attributes: Attribute...
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: required)
    let own = [Attribute("type", "checkbox"), Attribute("value", value)] + control.attributes
    return div(control.boxClass) {
        control.remarks
        div(.class("choice")) {
            HTML.void("input", own + (isChecked ? [Attribute("checked", nil)] : []) + attributes)
            HTML.element("label", [Attribute("for", control.id)], label)
        }
    }
}

/// Values to choose one from, all in sight.
package func radioGroup(
    legend: String, name: String, choices: [Choice], selected: String? = nil, hint: String? = nil,
    error: String? = nil, required: Bool = false
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: required)
    return group("radio", legend: legend, control, choices, selected: selected.map { [$0] } ?? [])
}

/// Values to choose any from, all in sight.
package func checkboxGroup(
    legend: String, name: String, choices: [Choice], selected: Set<String> = [], hint: String? = nil,
    error: String? = nil
) -> HTML {
    let control = Control(name: name, hint: hint, error: error, required: false)
    return group("checkbox", legend: legend, control, choices, selected: selected)
}

/// The first choice bears the id of the whole, so that an error's link leads to what can be pressed.
private func group(
    _ type: String, legend: String, _ control: Control, _ choices: [Choice], selected: Set<String>
) -> HTML {
    let role: [Attribute] = type == "radio" ? [Attribute("role", "radiogroup")] : []
    let required: [Attribute] = control.required ? [Attribute("aria-required", "true")] : []
    // ARIA 1.2 knows invalid and required for a radiogroup, and not for a plain group.
    let descriptions = control.descriptions.filter { type == "radio" || $0.name != "aria-invalid" }
    return .element(
        "fieldset", [control.boxClass] + role + required + descriptions,
        HTML {
            HTML.element("legend", [], legend)
            control.remarks
            for (index, choice) in choices.enumerated() {
                option(type, choice, of: control, number: index, isChosen: selected.contains(choice.value))
            }
        })
}

private func option(_ type: String, _ choice: Choice, of control: Control, number: Int, isChosen: Bool) -> HTML {
    let id = number == 0 ? control.id : "\(control.id)-\(number + 1)"
    var own = [Attribute("type", type), .id(id), Attribute("name", control.name), Attribute("value", choice.value)]
    if control.required { own.append(Attribute("required", nil)) }
    if isChosen { own.append(Attribute("checked", nil)) }
    if choice.hint != nil { own.append(.aria(.describedBy, "\(id)-about")) }
    return div(.class("choice")) {
        HTML.void("input", own)
        HTML.element("label", [Attribute("for", id)], choice.label)
        if let hint = choice.hint { p(hint, .class("hint"), .id("\(id)-about")) }
    }
}
