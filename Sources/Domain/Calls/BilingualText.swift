/// A text in Swedish, and in English where somebody has written that too.
package struct BilingualText: Sendable, Hashable {
    package var swedish: String
    package var english: String

    package init(_ swedish: String = "", en english: String = "") {
        self.swedish = swedish
        self.english = english
    }

    package var isEmpty: Bool { swedish.isEmpty && english.isEmpty }

    /// Adds what is wrong, beside `field.sv` and `field.en`. Whoever writes English writes Swedish too.
    package func validate(
        _ errors: inout FieldErrors, _ field: String, limit: Int, required: Bool = false, lines: Bool = false
    ) {
        errors.text(swedish, "\(field).sv", limit: limit, required: required || !english.isEmpty, lines: lines)
        errors.text(english, "\(field).en", limit: limit, lines: lines)
    }
}
