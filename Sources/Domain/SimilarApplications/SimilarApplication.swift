/// Another application that somebody may want to look at before they write, or decide on, this one. It stops nobody.
package struct SimilarApplication: Sendable, Equatable {
    package let id: GrantApplication.ID
    package let libraryID: Library.ID
    package let title: String
    package let status: GrantApplication.Status
    package let registryNumber: String?
    package let reasons: [Reason]

    /// What the two have in common.
    package enum Reason: String, Sendable, CaseIterable {
        case sameLibrary = "same-library"
        case sameEvent = "same-event"
        case similarTitle = "similar-title"
    }

    package init(
        id: GrantApplication.ID, libraryID: Library.ID, title: String, status: GrantApplication.Status,
        registryNumber: String?, reasons: [Reason]
    ) {
        self.id = id
        self.libraryID = libraryID
        self.title = title
        self.status = status
        self.registryNumber = registryNumber
        self.reasons = reasons
    }

    /// The most that are told of.
    package static let most = 10
    /// Calls that closed no more than so many days ago count, with those of this year.
    package static let days = 730
}

/// How much two titles say the same: the part of their pairs of letters that they share (Dice), whatever the case, the
/// accents and the order of words.
package enum TitleLikeness {
    /// From here on two titles are told to be similar.
    package static let limit = 0.72

    /// 0 to 1; 1 for the same words.
    package static func of(_ left: String, _ right: String) -> Double {
        let (left, right) = (pairs(left), pairs(right))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var rest = right
        var common = 0
        for (pair, count) in left {
            let shared = min(count, rest[pair, default: 0])
            common += shared
            rest[pair, default: 0] -= shared
        }
        return 2 * Double(common) / Double(left.values.reduce(0, +) + right.values.reduce(0, +))
    }

    /// The pairs of neighbouring letters within words.
    private static func pairs(_ title: String) -> [String: Int] {
        var pairs: [String: Int] = [:]
        for word in title.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let letters = Array(word)
            if letters.count == 1 { pairs[String(letters), default: 0] += 1 }
            for (first, second) in zip(letters, letters.dropFirst()) { pairs["\(first)\(second)", default: 0] += 1 }
        }
        return pairs
    }
}
