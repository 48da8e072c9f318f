/// Where a library wants its money: a giro number with its check digit.
package struct PayeeAccount: Sendable, Equatable {
    package let kind: Kind
    /// The digits alone.
    package let number: String

    package enum Kind: String, Sendable, CaseIterable {
        case bankgiro, plusgiro

        /// How many digits its numbers have, the check digit among them.
        package var lengths: ClosedRange<Int> { self == .bankgiro ? 7...8 : 2...8 }
    }

    /// An account as it is kept.
    package init(kind: Kind, number: String) {
        self.kind = kind
        self.number = number
    }

    /// What was typed, with spaces and hyphens or without; nil where it is no number of that kind.
    package init?(_ kind: Kind, typed: String) {
        let digits = typed.filter { $0 != " " && $0 != "-" && $0 != "\u{A0}" && $0 != "\u{2011}" }
        guard kind.lengths.contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            Self.hasCheckDigit(digits)
        else { return nil }
        self.init(kind: kind, number: digits)
    }

    /// From the right every other digit counts double, of two digits their sum (modulus 10).
    private static func hasCheckDigit(_ digits: String) -> Bool {
        let sum = digits.utf8.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element) - 0x30
            let double = value > 4 ? value * 2 - 9 : value * 2
            return sum + (digit.offset % 2 == 0 ? value : double)
        }
        return sum % 10 == 0
    }
}

extension PayeeAccount: CustomStringConvertible {
    /// As it is written: `123-4566`, `1234-5674`, `12 34 56-6`.
    package var description: String {
        let digits = Array(number)
        guard kind == .plusgiro else {
            return "\(String(digits.dropLast(4)))-\(String(digits.suffix(4)))"
        }
        var head = String(digits.dropLast().suffix(2))
        for end in stride(from: digits.count - 3, to: 0, by: -2) {
            head = "\(String(digits[max(0, end - 2)..<end])) \(head)"
        }
        return "\(head)-\(String(digits.suffix(1)))"
    }
}
