import Domain
import Foundation
import RuleSnapshots

/// What may differ between what was found of a case and of the same with a change.
enum Change {
    static let changesNothing: @Sendable (Set<String>, [Set<String>]) -> Bool = { given, changed in
        changed.allSatisfy { $0 == given }
    }

    static let allAreAlike: @Sendable (Set<String>, [Set<String>]) -> Bool = { _, changed in
        changed.allSatisfy { withoutHints($0) == withoutHints(changed[0]) }
    }

    /// The same but for P9: nothing has been delivered to whom is invited now, and mail has its days from the first
    /// reading.
    static let breaksNothingButEvidence: @Sendable (Set<String>, [Set<String>]) -> Bool = { given, changed in
        breaksNothing(given, changed.map { lines in lines.filter { !$0.hasPrefix("P9 ") } })
    }

    /// Whoever invites all is told of those who have closed; a list of all others does not name them.
    private static func withoutHints(_ lines: Set<String>) -> Set<String> {
        lines.filter { !$0.contains(" hint") }
    }

    /// A predicate that holds of an event goes on holding of it.
    static let breaksNothing: @Sendable (Set<String>, [Set<String>]) -> Bool = { given, changed in
        changed.allSatisfy { broken(in: $0).isSubset(of: broken(in: given)) }
    }

    /// Of four instants the first two are alike, and of each predicate the third is as the second or as the fourth.
    static let changesOnlyAtTheSecond: @Sendable (Set<String>, [Set<String>]) -> Bool = { _, changed in
        guard changed[0] == changed[1] else { return false }
        let told = changed.map { Dictionary(grouping: $0, by: subject).mapValues(Set.init) }
        return Set(changed[2].map(subject)).allSatisfy { name in
            told[2][name] == told[1][name] || told[2][name] == told[3][name]
        }
    }

    private static func broken(in lines: Set<String>) -> Set<String> {
        Set(withoutHints(lines).filter { !$0.contains(" holds holds ") }.map(subject))
    }

    /// The predicate of a line, and the event.
    @Sendable private static func subject(_ line: String) -> String {
        let words = line.split(separator: " ")
        return words.count > 4 ? "\(words[0]) \(words[4])" : "\(words[0])"
    }
}

/// Other names for everything that has an id, in the text of inputs and in what is said of them.
struct Renaming: Sendable {
    private let names: [String: String]
    private static let prefix = "00000000-0000-4000-8000-"

    init(using random: inout SeededGenerator) {
        let numbers = Array(0..<64)
        let others = numbers.shuffled(using: &random)
        names = Dictionary(
            uniqueKeysWithValues: zip(numbers, others).map { (Self.digits($0), Self.digits($1 + 1000)) })
    }

    @Sendable func renamed(_ text: String) -> String {
        let parts = text.components(separatedBy: Self.prefix)
        return parts[0]
            + parts.dropFirst().map { part in
                let name = String(part.prefix(12))
                return Self.prefix + names[name, default: name] + part.dropFirst(12)
            }.joined()
    }

    private static func digits(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }
}
