package import Domain

/// Reads a form that people filled in, field by field, and gathers every fault beside its field.
///
/// It is read as `ObjectReader` is: nil for what is empty or faulty, stand-ins for what is required, and `end()`.
/// What was typed is kept (`raw`), so that a page with faults shows it again.
package final class FormReader {
    /// The faults so far. The Domain's checks add theirs: `details.validate(&form.errors)`.
    package var errors = FieldErrors()
    private let fields: FormFields
    private var asked: Set<String> = [FormToken.field, FormToken.onceField]

    init(_ fields: FormFields) { self.fields = fields }

    /// What was typed in the field, unchanged; empty if nothing was.
    package func raw(_ name: String) -> String { fields.values(name).first ?? "" }

    /// All that was ticked or typed under the name.
    package func raws(_ name: String) -> [String] { fields.values(name) }

    /// Whether the field was sent, if only empty.
    package func has(_ name: String) -> Bool { !fields.values(name).isEmpty }

    /// Throws all faults, the first of each field, and refuses fields that nobody asked for.
    package func end() throws(Refusal) {
        for field in fields.all where !asked.contains(field.name) { errors.add(field.name, .isUnknownField) }
        var seen: Set<String> = []
        let first = errors.all.filter { seen.insert($0.field).inserted }
        guard first.isEmpty else { throw .invalid(first) }
    }
}

extension FormReader {
    /// Text without white space around it.
    package func text(_ name: String) -> String? {
        asked.insert(name)
        let values = fields.values(name)
        if values.count > 1 { errors.add(name, .isTwice) }
        guard let value = values.first else { return nil }
        let text = TypedText.normalised(value).trimmed
        if text.utf8.contains(0) { errors.add(name, .hasControlCharacters) }
        return text.isEmpty ? nil : text
    }

    package func requiredText(_ name: String) -> String { required(name, text(name), or: "") }

    /// All texts of fields with that name that are not empty.
    package func texts(_ name: String) -> [String] {
        asked.insert(name)
        return fields.values(name).map { TypedText.normalised($0).trimmed }.filter { !$0.isEmpty }
    }

    /// A whole number. One with more digits than any of ours is told as too large.
    package func integer(_ name: String) -> Int? {
        read(name, .number) { text in
            let digits = text.filter { !$0.isWhitespace }.replacing("\u{2212}", with: "-")
            if let number = Int(digits), number.magnitude < Self.largestInteger.magnitude { return number }
            let isNumber = digits.count > 9 && digits.dropFirst().allSatisfy { ("0"..."9").contains($0) }
            guard isNumber, digits.first == "-" || digits.first?.isWholeNumber == true else { return nil }
            return digits.first == "-" ? -Self.largestInteger : Self.largestInteger
        }
    }

    /// Stands for all numbers above it: no field of ours takes as much.
    private static let largestInteger = 1_000_000_000

    package func requiredInteger(_ name: String) -> Int { required(name, integer(name), or: 0) }

    /// A box to tick: what is not ticked is not sent.
    package func truth(_ name: String) -> Bool {
        asked.insert(name)
        return fields.values(name).contains { !$0.isEmpty && $0 != "false" }
    }

    package func choice<Choice: Choosable>(_ name: String, _ type: Choice.Type) -> Choice? {
        text(name).flatMap { choiceItem($0, name, type) }
    }

    package func requiredChoice<Choice: Choosable>(_ name: String, _ standIn: Choice) -> Choice {
        required(name, choice(name, Choice.self), or: standIn)
    }

    /// All that was ticked of a group.
    package func choices<Choice: Choosable>(_ name: String, _ type: Choice.Type) -> [Choice] {
        texts(name).compactMap { choiceItem($0, name, type) }
    }

    package func id<Subject>(_ name: String, _ subject: Subject.Type) -> Identifier<Subject>? {
        read(name, .identifier) { Identifier<Subject>($0) }
    }

    package func requiredID<Subject>(_ name: String, _ subject: Subject.Type) -> Identifier<Subject> {
        required(name, id(name, subject), or: Identifier())
    }

    /// All identities that were ticked of a group.
    package func ids<Subject>(_ name: String, _ subject: Subject.Type) -> [Identifier<Subject>] {
        texts(name).compactMap { text in
            let id = Identifier<Subject>(text)
            if id == nil { errors.add(name, .isNot(.identifier)) }
            return id
        }
    }

    private func choiceItem<Choice: Choosable>(_ raw: String, _ name: String, _ type: Choice.Type) -> Choice? {
        if let choice = Choice(rawValue: raw) { return choice }
        errors.add(name, .isNotOneOf(Choice.allCases.map(\.rawValue)))
        return nil
    }

    func read<Value>(_ name: String, _ form: FieldError.Form, _ read: (String) -> Value?) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = read(text) else {
            errors.add(name, .isNot(form))
            return nil
        }
        return value
    }

    func required<Value>(_ name: String, _ value: Value?, or standIn: @autoclosure () -> Value) -> Value {
        if let value { return value }
        if raws(name).allSatisfy({ $0.trimmed.isEmpty }) { errors.add(name, .isMissing) }
        return standIn()
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
