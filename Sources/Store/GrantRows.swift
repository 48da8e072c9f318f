package import Domain
package import Postgres

extension GrantReader {
    /// Whether everything may be read, and otherwise of whom.
    var parameters: (isRegion: Bool, libraries: [Library.ID]) {
        switch self {
        case .region: (true, [])
        case .libraries(let libraries): (false, libraries)
        }
    }
}

extension Grant {
    /// The hold and the conditions come by statements of their own: a breach that one of them has seen holds payments.
    init(row: Row, conditions: [Condition], money: MoneyOfGrants) throws {
        let id: Grant.ID = try row["id"]
        let isHeld: Bool = try row["payment_hold"]
        let isAnnulled: Bool = try row["decision_is_annulled"]
        let state: Grant.State = try word(row["state"], "state")
        try self.init(
            id: id, applicationID: row["application_id"], callID: row["call_id"], libraryID: row["library_id"],
            amount: row["amount"], decided: row["decided"], released: row["released"], state: state,
            paymentHold: isHeld || row["report_is_overdue"] || isAnnulled && state.isInForce
                || conditions.contains(where: \.state.holdsPayments),
            conditions: conditions, awardedAt: row["awarded_at"], version: row["version"],
            terms: GrantTerms(row: row), acceptance: money.acceptances[id], account: money.accounts[id],
            payments: money.payments[id, default: []], claims: money.claims[id, default: []],
            reporting: Reporting(row: row), decisionIsAnnulled: isAnnulled,
            recipientHasEnded: row["recipient_has_ended"])
    }
}

extension Grant.Reporting {
    fileprivate init(row: Row) throws {
        try self.init(
            dueOn: row["report_due_on"], isOverdue: row["report_is_overdue"],
            isReturned: row["report_is_returned"], closedOn: row["closed_on"], keepUntil: row["keep_until"],
            disposalDecision: row["disposal_decision"])
    }
}

extension Condition {
    init(row: Row, breaches: [Breach], replies: [Reply], settlements: [Settlement], risks: [Risk]) throws {
        try self.init(
            id: row["id"], grantID: row["grant_id"], eventID: row["event_id"], state: word(row["state"], "state"),
            costShare: row["cost_share"], breaches: breaches, replies: replies, settlements: settlements,
            successorEventID: row["successor_event_id"], bindsOn: row["binds_on"], risks: risks)
    }
}

/// A condition that binds an event, with the rule that it was given under.
package struct BindingCondition: Sendable, PostgresRowDecodable {
    package let id: Condition.ID
    package let grantID: Grant.ID
    package let eventID: Event.ID
    package let callID: Call.ID
    package let ruleVersion: Int
    /// How many other libraries had to be invited when the grant was given.
    package let minimumInvited: Int
    /// Who hosted the event then.
    package let hosts: [Library.ID]
    /// The version of the event from which on it is kept.
    package let eventVersion: Int
    /// How many seats others could reach then.
    package let promisedSeats: PromisedSeats
    package let state: Condition.State
    /// What is forgiven of one that is waived and binds on; nil: nothing is.
    package let waived: [String]?
    /// The library that got the money.
    package let libraryID: Library.ID
    package let applicationID: GrantApplication.ID
    /// The days within which the call wants events to take place.
    package let projectStartsOn: Day?
    package let projectEndsOn: Day?

    package init(_ row: Row) throws {
        id = try row["id"]
        grantID = try row["grant_id"]
        eventID = try row["event_id"]
        callID = try row["call_id"]
        ruleVersion = try row["rule_version"]
        minimumInvited = try row["minimum_invited"]
        hosts = try row["hosts"]
        eventVersion = try row["event_version"]
        state = try word(row["state"], "state")
        waived = try row["waived"]
        promisedSeats = PromisedSeats(try row["promised_seats"])
        libraryID = try row["library_id"]
        applicationID = try row["application_id"]
        projectStartsOn = try row["project_starts_on"]
        projectEndsOn = try row["project_ends_on"]
    }

    /// It binds, be it that something of it was waived.
    package var binds: Bool { state.binds || waived != nil }

    /// The region has nothing more to say of it.
    package var isSettled: Bool { state.isSettled && waived == nil }
}

extension Deviation: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], eventID: row["event_id"], kind: word(row["kind"], "kind"), reason: row["reason"],
            reportedBy: row["reported_by"], reportedAt: row["reported_at"])
    }
}

/// A breach as the region's desk shows it.
package struct OpenBreach: Sendable, PostgresRowDecodable {
    package let grantID: Grant.ID
    package let conditionID: Condition.ID
    package let applicationID: GrantApplication.ID
    package let registryNumber: String
    package let eventID: Event.ID
    package let eventTitle: String
    package let libraryName: String
    package let kind: Condition.Breach.Kind
    package let reason: String
    package let reporterName: String
    package let breachedAt: Instant
    package let replyDueAt: Instant
    /// When the host last answered to it, if it has.
    package let repliedAt: Instant?

    package init(_ row: Row) throws {
        grantID = try row["grant_id"]
        conditionID = try row["condition_id"]
        applicationID = try row["application_id"]
        registryNumber = try row["registry_number"]
        eventID = try row["event_id"]
        eventTitle = try row["event_title"]
        libraryName = try row["library_name"]
        kind = try word(row["kind"], "kind")
        reason = try row["reason"]
        reporterName = try row["reporter_name"]
        breachedAt = try row["breached_at"]
        replyDueAt = try row["reply_due_at"]
        repliedAt = try row["replied_at"]
    }
}
