extension PayeeAccount {
    /// The giro numbers that a text names and that are none: after *bankgiro*, *plusgiro*, *BG* or *PG* stand digits
    /// without the check digit that such a number has (Bankgirot's and PlusGirot's modulus 10), or too few or many.
    package static func misread(in text: String) -> [String] {
        let named =
            /(?i)\b(bankgiro|plusgiro|postgiro|bg|pg)(?:t|nr|nummer|numret|konto|kontot)?\b[\s:.]*(?:(?:nr|no|number|nummer)\b[\s:.]*)?([0-9][0-9 \u{A0}\u{2011}-]*)/
        return text.matches(of: named).compactMap { match in
            let kind: Kind = ["bankgiro", "bg"].contains(match.1.lowercased()) ? .bankgiro : .plusgiro
            let parts = match.2.split(whereSeparator: \.isWhitespace)
            // Other digits may follow after a space: one of the beginnings is the number.
            let beginnings = parts.indices.map { parts[...$0].joined(separator: " ") }
            let isRight = beginnings.contains { PayeeAccount(kind, typed: $0) != nil }
            return isRight ? nil : beginnings.last
        }
    }
}
