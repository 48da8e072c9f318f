import Domain

extension ObjectReader {
    /// Text, in Unicode's composed form and with LF at line ends.
    package func text(_ name: String) -> String? { textItem(value(name), name) }

    package func requiredText(_ name: String) -> String { required(name, text(name), or: "") }

    /// A list of texts.
    package func texts(_ name: String) -> [String]? { items(name) { textItem($0, $1) } }

    /// A whole number, written without fraction and exponent.
    package func integer(_ name: String) -> Int? {
        read(name, .number) { value in if case .number(let text) = value { Int(text) } else { nil } }
    }

    package func requiredInteger(_ name: String) -> Int { required(name, integer(name), or: 0) }

    /// A number.
    package func number(_ name: String) -> Double? {
        read(name, .number) { value in
            guard case .number(let text) = value, let number = Double(text), number.isFinite else { return nil }
            return number
        }
    }

    /// true or false.
    package func truth(_ name: String) -> Bool? {
        read(name, .truth) { value in if case .truth(let truth) = value { truth } else { nil } }
    }

    package func requiredTruth(_ name: String) -> Bool { required(name, truth(name), or: false) }

    /// One of the values of an enumeration, by its raw value: `json.choice("kind", EventKind.self)`.
    package func choice<Choice: Choosable>(_ name: String, _ type: Choice.Type) -> Choice? {
        value(name).flatMap { choiceItem($0, name, type) }
    }

    package func requiredChoice<Choice: Choosable>(_ name: String, _ standIn: Choice) -> Choice {
        required(name, choice(name, Choice.self), or: standIn)
    }

    /// A list of values of an enumeration.
    package func choices<Choice: Choosable>(_ name: String, _ type: Choice.Type) -> [Choice]? {
        items(name) { choiceItem($0, $1, type) }
    }

    private func textItem(_ value: JSONValue?, _ name: String) -> String? {
        guard let value else { return nil }
        guard case .string(let raw) = value else {
            fault(name, .isNot(.text))
            return nil
        }
        let text = TypedText.normalised(raw)
        // PostgreSQL's text holds no NUL.
        if text.utf8.contains(0) { fault(name, .hasControlCharacters) }
        return text
    }

    private func choiceItem<Choice: Choosable>(_ value: JSONValue, _ name: String, _ type: Choice.Type) -> Choice? {
        if case .string(let raw) = value, let choice = Choice(rawValue: raw) { return choice }
        fault(name, .isNotOneOf(Choice.allCases.map(\.rawValue)))
        return nil
    }
}

/// An enumeration that people choose from.
package typealias Choosable = CaseIterable & RawRepresentable<String>
