import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Looks at everything that is always so, finds what is not, and raises an alarm for each fault. It trusts no
    /// guard: it reads the rows, and asks the rule again of every condition that binds.
    package func sweepInvariants() async throws -> [BrokenInvariant] {
        let faults = try await change { transaction in
            try await transaction.standStill()
            return try await transaction.brokenInvariants() + transaction.conditionsThatNoLongerHold()
        }
        try await change { transaction in try await transaction.raise(faults) }
        for fault in faults {
            logger.critical("invariant broken", metadata: ["invariant": "\(fault.invariant)"])
        }
        return faults
    }
}

extension Querying {
    fileprivate func conditionsThatNoLongerHold() async throws -> [BrokenInvariant] {
        let conditions = try await heldConditions()
        let region = try await regionFacts()
        let instant = try await now()
        let events = try await events(Array(Set(conditions.map(\.eventID))))
        var faults: [BrokenInvariant] = []
        for condition in conditions {
            guard let event = events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region)
            let broken = FundingRule.evaluateHeld(event, facts: facts, at: instant).blocking
            guard !broken.isEmpty else { continue }
            faults.append(
                BrokenInvariant(
                    invariant: Rule.fundedEventInvitesRegion.rawValue, subjectID: condition.id.rawValue,
                    detail: broken.map { "\($0.predicate.rawValue) \($0.reason.rawValue)" }.joined(separator: ", ")))
        }
        return faults
    }
}
