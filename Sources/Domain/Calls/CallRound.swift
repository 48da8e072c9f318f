/// A time within a call's own in which one may submit.
package struct CallRound: Sendable, Equatable {
    package typealias ID = Identifier<CallRound>

    package let id: ID
    package var opensAt: Instant
    /// The closing instant itself is too late.
    package var closesAt: Instant
    package var decisionExpectedOn: Day?

    package init(id: ID = ID(), opensAt: Instant, closesAt: Instant, decisionExpectedOn: Day? = nil) {
        self.id = id
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.decisionExpectedOn = decisionExpectedOn
    }
}

extension [CallRound] {
    /// Most rounds of one call.
    package static let most = 30

    /// Adds what is wrong with the rounds of a call that one may apply in from `opensAt` to `closesAt`.
    package func validate(_ errors: inout FieldErrors, opensAt: Instant, closesAt: Instant) {
        errors.require(count <= Self.most, "rounds", .isTooLong(limit: Self.most))
        errors.require(Set(map(\.id)).count == count, "rounds", .isTwice)
        var before: CallRound?
        for (index, round) in enumerated() {
            let field = "rounds[\(index)]"
            errors.require(round.closesAt > round.opensAt, "\(field).closesAt", .isNotAfter("\(field).opensAt"))
            let earliest = before.map(\.closesAt) ?? opensAt
            let name = before == nil ? "opensAt" : "rounds[\(index - 1)].closesAt"
            errors.require(round.opensAt >= earliest, "\(field).opensAt", .isNotAfter(name))
            errors.require(round.closesAt <= closesAt, "\(field).closesAt", .isTooLate(than: "closesAt"))
            if let expected = round.decisionExpectedOn {
                errors.require(
                    expected >= Stockholm.day(round.closesAt), "\(field).decisionExpectedOn",
                    .isNotAfter("\(field).closesAt"))
            }
            before = round
        }
    }
}
