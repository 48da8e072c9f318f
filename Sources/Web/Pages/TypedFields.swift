import HTML

/// The controls of a form, each with its label, its hint and what is wrong with it.
extension TypedForm {
    /// One line of text.
    func line(_ name: String, hint: String? = nil, type: FieldType = .text) -> HTML {
        field(
            label: label(name), name: name, type: type, value: self[name], hint: hint, error: error(name), .dir(.auto))
    }

    /// Several lines of text.
    func lines(_ name: String, _ count: Int = 5, hint: String? = nil) -> HTML {
        textArea(
            label: label(name), name: name, value: self[name], lines: count, hint: hint, error: error(name), .dir(.auto)
        )
    }

    /// An amount of money.
    func amount(_ name: String, hint: String? = nil) -> HTML {
        field(
            label: label(name), name: name, value: self[name], hint: hint, error: error(name), .inputMode("decimal"),
            .class("short"))
    }

    /// A whole number.
    func count(_ name: String, hint: String? = nil) -> HTML {
        field(
            label: label(name), name: name, value: self[name], hint: hint, error: error(name), .inputMode("numeric"),
            .class("short"))
    }

    /// A day.
    func day(_ name: String, hint: String? = nil) -> HTML {
        field(label: label(name), name: name, type: .date, value: self[name], hint: hint, error: error(name))
    }

    /// A day with its time of the clock, as the fields `name.date` and `name.time`.
    func moment(_ name: String, hint: String? = nil) -> HTML {
        div(.class("pair")) {
            day("\(name).date", hint: hint)
            field(
                label: label("\(name).time"), name: "\(name).time", type: .time, value: self["\(name).time"],
                error: error("\(name).time"))
        }
    }

    /// A list to choose one from. `none` is what it says where nothing is chosen.
    func pick(_ name: String, _ choices: [Choice], none: String? = nil, hint: String? = nil) -> HTML {
        select(
            label: label(name), name: name, choices: (none.map { [Choice("", $0)] } ?? []) + choices,
            selected: self[name], hint: hint, error: error(name))
    }

    /// Choices in sight, of which one holds.
    func radios(_ name: String, _ choices: [Choice], hint: String? = nil) -> HTML {
        radioGroup(
            legend: label(name), name: name, choices: choices, selected: self[name], hint: hint, error: error(name))
    }

    /// Choices in sight, of which any hold.
    func boxes(_ name: String, _ choices: [Choice], hint: String? = nil) -> HTML {
        checkboxGroup(
            legend: label(name), name: name, choices: choices, selected: all(name), hint: hint, error: error(name))
    }

    /// One box to tick.
    func box(_ name: String, hint: String? = nil) -> HTML {
        checkbox(label: label(name), name: name, isChecked: !self[name].isEmpty, hint: hint, error: error(name))
    }
}
