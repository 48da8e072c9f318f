/// The region's standard texts that hold on a day, in one language. What stands in braces is filled in.
package struct DecisionTexts: Sendable, Equatable {
    private let texts: [Kind: String]

    /// What a text is for. The raw value is its name in SQL and in the API.
    package enum Kind: String, Sendable, CaseIterable {
        case fundingRule = "funding-rule"
        case eventCondition = "event-condition"
        case report
        case reclaimReservation = "reclaim-reservation"
        case legalityReview = "legality-review"
        case administrativeAppeal = "administrative-appeal"
        case announcement
        case boardLegalityReview = "board-legality-review"
        case boardAnnouncement = "board-announcement"
        /// To whom and how money that is demanded back is paid: the region's account, and what the payer refers to.
        case repayment
        /// Whom to ask about a decision, and how (FL 6 and 7 §§).
        case contact
    }

    package init(_ texts: [Kind: String]) {
        self.texts = texts
    }

    /// The text of a kind with its placeholders filled in; nil where the region has none, or a blank one.
    package func text(_ kind: Kind, _ values: KeyValuePairs<String, String> = [:]) -> String? {
        guard let text = texts[kind], text.contains(where: { !$0.isWhitespace }) else { return nil }
        return Self.fill(text, values)
    }

    /// One pass over the text: what is filled in is never looked at again, whatever it holds.
    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = rest[rest.index(after: open)..<close]
            if let value = values.first(where: { $0.key == name })?.value {
                filled += value
            } else {
                filled += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

/// One of the texts, as the region keeps it: a new one is a new row, with the day from which it holds.
package struct DecisionText: Sendable, Equatable {
    package let kind: DecisionTexts.Kind
    package let language: Language
    package let validFrom: Day
    package let text: String

    /// In which a text is written. Swedish is the record.
    package enum Language: String, Sendable, CaseIterable {
        case swedish = "sv"
        case english = "en"
    }

    package init(kind: DecisionTexts.Kind, language: Language, validFrom: Day, text: String) {
        self.kind = kind
        self.language = language
        self.validFrom = validFrom
        self.text = text
    }

    /// Adds what is wrong with a text that is to hold from a day after `today`.
    package func validate(_ errors: inout FieldErrors, today: Day) {
        errors.text(text, "text", limit: 20_000, required: true, lines: true)
        errors.require(validFrom > today, "validFrom", .isNotAfter("today"))
        // A slip in the region's own account would send what libraries pay back to somebody else.
        if kind == .repayment { errors.require(PayeeAccount.misread(in: text).isEmpty, "text", .isNot(.account)) }
    }
}
