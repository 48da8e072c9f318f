package import Domain
package import Postgres
import SQL

extension Querying {
    /// The decision that stands, if there is one.
    package func decision(on id: GrantApplication.ID) async throws -> Decision? {
        try await first(SQL.Decisions.live(applicationID: id))
    }

    /// The decision that gave a grant, whether it stands or not.
    package func decision(ofGrant id: Grant.ID) async throws -> Decision? {
        try await first(SQL.Decisions.ofGrant(grantID: id))
    }

    /// Whether nobody outside the region may learn the outcome of a case yet.
    package func isUntold(_ id: GrantApplication.ID) async throws -> Bool {
        try await value(SQL.Decisions.isUntold(applicationID: id), column: "is_untold") ?? false
    }

    /// The cases whose decision stands and has no letter.
    package func casesWithoutLetters() async throws -> [GrantApplication.ID] {
        try await values(SQL.Decisions.withoutLetters(), column: "application_id")
    }

    /// When a case whose outcome is kept back was decided for the first time; nil where nothing is kept back.
    package func firstUntoldDecision(in id: GrantApplication.ID) async throws -> Instant? {
        try await value(SQL.Decisions.firstDecidedAt(applicationID: id), column: "decided_at")
    }

    /// The whole delegation order, also what no longer holds.
    package func delegations() async throws -> [Delegation] {
        try await all(SQL.Decisions.delegations())
    }

    /// The standard texts that hold on a day.
    package func decisionTexts(
        on day: Day, in language: DecisionText.Language = .swedish
    ) async throws -> DecisionTexts {
        let texts: [DecisionText] = try await all(SQL.Decisions.textsOn(language: language.rawValue, day: day))
        return DecisionTexts(Dictionary(uniqueKeysWithValues: texts.map { ($0.kind, $0.text) }))
    }

    /// Every standard text that there has been.
    package func decisionTextsOfAllTime() async throws -> [DecisionText] {
        try await all(SQL.Decisions.texts())
    }

    /// What the region is called.
    package func regionName() async throws -> String {
        try await value(SQL.Decisions.regionName(), column: "name") ?? ""
    }

    /// Whether anything is decided in a call.
    package func hasDecisions(in call: Call.ID) async throws -> Bool {
        try await value(SQL.Decisions.hasDecisions(callID: call), column: "has_decisions") ?? false
    }

    /// Whether anything was granted in a call, be it that the grant has ended.
    package func hasGrants(in call: Call.ID) async throws -> Bool {
        try await value(SQL.Decisions.hasGrants(callID: call), column: "has_grants") ?? false
    }
}

extension Transaction {
    /// Keeps a decision, beside who recommended it and how it found the application.
    package func insert(
        _ decision: Decision, on application: GrantApplication, recommendedBy: Person.ID?
    ) async throws {
        try await execute(
            SQL.Decisions.insert(
                id: decision.id, number: decision.number, applicationID: application.id,
                outcome: decision.outcome.status.rawValue, amount: decision.outcome.amount, reasons: decision.reasons,
                conditions: decision.terms.conditions, reclaimReservation: decision.terms.reclaimReservation,
                appealKind: decision.terms.appeal.rawValue, appeal: decision.terms.appealText,
                delegationID: decision.authority.delegationID, decidedByBody: decision.authority.minutes?.body,
                meetingOn: decision.authority.minutes?.meetingOn,
                minutesParagraph: decision.authority.minutes?.paragraph,
                minutesReference: decision.authority.minutes?.reference, recommendedBy: recommendedBy,
                decidedBy: decision.decidedBy,
                decidedAt: decision.decidedAt, foundStatus: application.status.rawValue,
                foundVersion: application.version, foundChangedAt: application.changedAt))
    }

    /// The next decision number of `year`. Nobody else gets one until the transaction ends, so that none is lost.
    package func nextDecisionNumber(year: Int) async throws -> String {
        let number: Int? = try await value(SQL.Decisions.nextNumber(year: year), column: "last_number")
        guard let number else { throw RowIsGone(table: "decision_series") }
        return DecisionNumber(year: year, number: number).description
    }

    /// The decision stands no longer. False if it did not stand.
    package func supersede(_ id: Decision.ID, at instant: Instant) async throws -> Bool {
        try await execute(SQL.Decisions.supersede(supersededAt: instant, id: id)) == 1
    }

    /// Writes a line of the delegation order.
    package func insert(_ delegation: Delegation, by person: Person.ID) async throws {
        try await execute(
            SQL.Decisions.insertDelegation(
                id: delegation.id, number: delegation.number, text: delegation.text, personID: delegation.personID,
                outcomes: delegation.outcomes.map(\.rawValue).sorted(), maximumAmount: delegation.maximumAmount,
                validFrom: delegation.validFrom, validTo: delegation.validTo, createdBy: person))
    }

    /// Writes a standard text that holds from its day on.
    package func insert(_ text: DecisionText, by person: Person.ID) async throws {
        try await execute(
            SQL.Decisions.insertText(
                kind: text.kind.rawValue, language: text.language.rawValue, validFrom: text.validFrom, text: text.text,
                createdBy: person))
    }

    /// Writes what a locked call says of its decisions.
    package func update(_ id: Call.ID, to terms: DecisionTerms) async throws {
        try await execute(
            SQL.Decisions.setDecisionTerms(
                outcomesToldAt: terms.outcomesToldAt, appeal: terms.appeal.rawValue, reportDueOn: terms.reportDueOn,
                id: id))
    }

    /// What waits to leave the service with an outcome of a locked call leaves at another time.
    package func moveMessages(of call: Call.ID, to instant: Instant?) async throws {
        try await execute(SQL.Decisions.moveMessages(notBefore: instant, callID: call))
    }

    /// The grant that a decision gave and that has not ended, held until the transaction ends.
    package func lockGrant(of decision: Decision.ID) async throws -> GrantOfDecision? {
        try await first(SQL.Decisions.lockGrantOf(decisionID: decision))
    }

    /// The last grant of an application, ended or not; nil: none was given.
    package func latestGrant(of application: GrantApplication.ID) async throws -> Grant.ID? {
        try await value(SQL.Decisions.latestGrant(applicationID: application), column: "id")
    }

    /// Whether money of a locked grant has left and not come back, or is with the bank.
    package func moneyIsOut(_ grant: GrantOfDecision) async throws -> Bool {
        try await value(SQL.Decisions.isOut(grantID: grant.id), column: "is_out") ?? false
    }

    /// Ends a locked grant: its events are free and its money is the call's again. What was broken is settled
    /// by that, and nothing more is paid.
    package func end(
        _ grant: GrantOfDecision, in call: Call.ID, at instant: Instant, because reason: String
    ) async throws {
        try await endConditions(of: grant.id, at: instant)
        try await execute(SQL.Decisions.endGrant(id: grant.id))
        try await cancelOpenPayments(of: grant.id, because: reason)
        try await releaseMoney(grant.amount, of: call)
    }
}

/// A grant that this transaction holds.
package struct GrantOfDecision: Sendable, PostgresRowDecodable {
    package let id: Grant.ID
    /// What of it is not the call's again.
    package let amount: Money

    package init(_ row: Row) throws {
        id = try row["id"]
        amount = try row["amount"]
    }
}
