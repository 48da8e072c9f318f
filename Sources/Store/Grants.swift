package import Domain
package import Postgres
import SQL

/// Whose grants are asked for.
package enum GrantReader: Sendable {
    case region
    case libraries([Library.ID])
}

extension Querying {
    /// A page of grants with their conditions, and how many there are in all.
    package func grants(
        for reader: GrantReader, application: GrantApplication.ID? = nil, id: Grant.ID? = nil,
        event: Event.ID? = nil, limit: Int = 1, offset: Int = 0
    ) async throws -> (grants: [Grant], total: Int) {
        let (isRegion, libraries) = reader.parameters
        async let total: Int? = value(
            SQL.Grants.count(all: isRegion, libraries: libraries, applicationID: application, id: id, eventID: event),
            column: "total")
        let rows = try await rows(
            SQL.Grants.list(
                all: isRegion, libraries: libraries, applicationID: application, id: id, eventID: event,
                limit: limit, offset: offset))
        let ids: [Grant.ID] = try rows.map { try $0["id"] }
        let conditionsOf = Dictionary(grouping: try await conditions(of: ids), by: \.grantID)
        let money = try await money(of: ids)
        let grants = try rows.map { row in
            try Grant(row: row, conditions: conditionsOf[try row["id"], default: []], money: money)
        }
        return (grants, try await total ?? 0)
    }

    /// The latest deviations, of one event or of all, and how many there are.
    package func deviations(
        of event: Event.ID?, limit: Int, offset: Int
    ) async throws -> (deviations: [Deviation], total: Int) {
        async let total: Int? = value(SQL.Grants.countDeviations(eventID: event), column: "total")
        let deviations: [Deviation] = try await all(
            SQL.Grants.deviations(eventID: event, limit: limit, offset: offset))
        return (deviations, try await total ?? 0)
    }

    /// The breaches that the region has not closed.
    package func openBreaches(limit: Int) async throws -> [OpenBreach] {
        try await all(SQL.Grants.openBreaches(limit: limit))
    }

    /// The conditions of the grant that an application led to, whatever their state.
    package func conditions(of application: GrantApplication.ID) async throws -> [BindingCondition] {
        try await all(SQL.Grants.conditionsOfApplication(applicationID: application))
    }

    /// The conditions of one grant, whatever their state and whichever decision gave it.
    package func conditions(ofGrant id: Grant.ID) async throws -> [BindingCondition] {
        try await all(SQL.Grants.bindingConditionsOf(grantID: id))
    }

    /// The conditions that bind now, for the sweep.
    package func heldConditions() async throws -> [BindingCondition] {
        try await all(SQL.Sweep.held())
    }

    /// Those of them of whose events an own instant has come after `since` and until `instant`.
    package func heldConditions(withInstantsAfter since: Instant, until instant: Instant) async throws
        -> [BindingCondition]
    {
        try await all(SQL.Sweep.heldAtInstants(since: since, until: instant))
    }

    /// The events whose window has opened or closed after `since` and until `instant`, by id.
    package func windowsTurned(after since: Instant, until instant: Instant) async throws -> [Event.ID] {
        try await values(SQL.Sweep.windowsTurned(since: since, until: instant), column: "id")
    }
}

extension Transaction {
    /// Computes these held events anew, and the calendar with them.
    package func showAnew(_ events: [Event.ID]) async throws {
        try await execute(SQL.Sweep.showAnew(events: events))
    }
}

/// What a condition keeps of the day on which it was given.
package struct HeldShare: Sendable {
    let share: GrantRequest.CostShare
    let minimumInvited: Int
    let hosts: [Library.ID]

    package init(share: GrantRequest.CostShare, minimumInvited: Int, hosts: [Library.ID]) {
        self.share = share
        self.minimumInvited = minimumInvited
        self.hosts = hosts
    }
}

extension Transaction {
    /// Writes a grant with one held condition for each share. From here the foreign key guards its events.
    package func insert(
        _ id: Grant.ID, for application: GrantApplication, by decision: Decision.ID, at instant: Instant, call: Call,
        amount: Money, conditions: [HeldShare]
    ) async throws {
        try await execute(
            SQL.Grants.insert(
                id: id, applicationID: application.id, decisionID: decision, callID: call.id,
                libraryID: application.libraryID, amount: amount, awardedAt: instant))
        for condition in conditions {
            try await execute(
                SQL.Grants.insertCondition(
                    grantID: id, eventID: condition.share.eventID, costShare: condition.share.amount,
                    callID: call.id, ruleVersion: call.rule.version, minimumInvited: condition.minimumInvited,
                    hosts: condition.hosts, heldSince: instant))
        }
    }

    /// The conditions that bind a locked event, held still.
    package func bindingConditions(of event: Event.ID) async throws -> [BindingCondition] {
        try await all(SQL.Grants.bindingConditions(eventID: event))
    }

    /// What a grant would ask of a locked event in cases that were decided without one, and nobody may know yet. None
    /// of them is a condition: they are asked, and nothing comes of it.
    package func keptBackConditions(of event: Event.ID) async throws -> [BindingCondition] {
        try await all(SQL.Grants.keptBackConditions(eventID: event))
    }

    /// Writes a deviation with a breach and a payment hold for each condition, and lets the event change.
    package func insert(
        _ deviation: Deviation, breaking conditions: [BindingCondition], findings: [Finding]
    ) async throws {
        try await execute(
            SQL.Grants.insertDeviation(
                id: deviation.id, eventID: deviation.eventID, kind: deviation.kind.rawValue, reason: deviation.reason,
                reportedBy: deviation.reportedBy, reportedAt: deviation.reportedAt,
                findings: KeptFinding.text(of: findings)))
        try await breach(conditions.map(\.id), at: deviation.reportedAt, deviation: deviation.id)
    }
}
