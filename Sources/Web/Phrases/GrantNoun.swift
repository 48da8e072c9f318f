/// What the region calls the money that it grants: until 2020 Region Skåne said *bidrag*, since then *stöd*. Phrases
/// are written with the first. Both words are neuter, so that articles and adjectives stand as they are.
package enum GrantNoun: String, Sendable, CaseIterable {
    case bidrag
    case stod = "stöd"

    /// The forms of the one in the forms of the other, longer ones first.
    private static let forms = [("bidraget", "stödet"), ("bidragen", "stöden"), ("bidrag", "stöd")]

    /// `text`, which is ours and no user's, with the noun of the region in every form: `bidraget`, `bidragen`, and in
    /// compounds (`bidragsregeln` becomes `stödregeln`).
    func inflected(_ text: String) -> String {
        guard self == .stod else { return text }
        var (rest, said) = (text[...], "")
        while let next = rest.first {
            guard let (form, other) = Self.forms.first(where: { rest.lowercased().hasPrefix($0.0) }) else {
                said.append(next)
                rest.removeFirst()
                continue
            }
            said += next.isUppercase ? other.prefix(1).uppercased() + other.dropFirst() : other
            rest.removeFirst(form.count)
            // The s between the parts of a compound goes; that of a genitive stays.
            if form == "bidrag", rest.first == "s", rest.dropFirst().first?.isLetter == true { rest.removeFirst() }
        }
        return said
    }
}

/// A Swedish phrase as it is written in the program, in which the noun of the region is put in. What is interpolated is
/// somebody's own words, or has been said already, and stays as it is.
package struct SwedishPhrase: ExpressibleByStringInterpolation, Sendable {
    private let plain: String
    /// Where our own words name the grant, in UTF-8.
    private let ours: [Range<Int>]

    package init(stringLiteral value: String) {
        var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        interpolation.appendLiteral(value)
        self.init(stringInterpolation: interpolation)
    }

    package init(stringInterpolation: StringInterpolation) {
        plain = stringInterpolation.plain
        ours = stringInterpolation.ours
    }

    func text(_ noun: GrantNoun) -> String {
        if noun == .bidrag || ours.isEmpty { return plain }
        var (text, end) = ("", 0)
        let bytes = Array(plain.utf8)
        for range in ours {
            text += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
            text += noun.inflected(String(decoding: bytes[range], as: UTF8.self))
            end = range.upperBound
        }
        return text + String(decoding: bytes[end...], as: UTF8.self)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var plain = ""
        fileprivate var ours: [Range<Int>] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            plain.reserveCapacity(literalCapacity + interpolationCount * 8)
        }

        package mutating func appendLiteral(_ literal: String) {
            let start = plain.utf8.count
            plain += literal
            if Self.namesGrant(literal) { ours.append(start..<plain.utf8.count) }
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) { plain += value.description }

        /// Whether `drag` stands in it, which is quick to see and rarely so.
        private static func namesGrant(_ text: String) -> Bool {
            var seen = 0
            let wanted: [UInt8] = [0x64, 0x72, 0x61, 0x67]
            for byte in text.utf8 {
                seen = byte == wanted[seen] ? seen + 1 : byte == wanted[0] ? 1 : 0
                if seen == wanted.count { return true }
            }
            return false
        }
    }
}
