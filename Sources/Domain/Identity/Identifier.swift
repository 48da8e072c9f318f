package import Foundation

/// The identity of one `Subject`. An `Event.ID` is no `Person.ID`, and outside this service both are opaque strings.
package struct Identifier<Subject>: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) {
        self.rawValue = rawValue
    }

    /// A new random identity.
    package init() {
        rawValue = UUID()
    }

    /// The identity written as `text`, or nil if no identity is written so.
    package init?(_ text: some StringProtocol) {
        guard let value = UUID(uuidString: String(text)) else { return nil }
        rawValue = value
    }

    package var description: String { rawValue.uuidString.lowercased() }
}

extension Identifier: Comparable {
    /// In the order in which PostgreSQL sorts `uuid`, so that locks are taken in one order everywhere.
    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
