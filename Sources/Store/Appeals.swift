package import Domain
package import Postgres
import SQL

extension Querying {
    /// The appeals of every decision that there has been in a case.
    package func appeals(of id: GrantApplication.ID) async throws -> [ReceivedAppeal] {
        try await all(SQL.Appeals.ofCase(applicationID: id))
    }

    /// On which day the parties had got a decision, or the later one on its grant that `document` names, as noted last.
    package func serviceDay(of decision: Decision.ID, _ document: DecisionDocument.ID?) async throws -> Day? {
        try await value(SQL.Appeals.servedOn(decisionID: decision, documentID: document), column: "served_on")
    }

    /// From which day a decision is final and binding; nil while nobody can say.
    package func finalDay(of decision: Decision.ID) async throws -> Day? {
        guard let row = try await rows(SQL.Appeals.finalOn(decisionID: decision)).first else { return nil }
        return try row["final_on"]
    }
}

extension Transaction {
    /// Keeps an appeal that has come in.
    package func insert(_ appeal: ReceivedAppeal, by person: Person.ID, at instant: Instant) async throws {
        try await execute(
            SQL.Appeals.insert(
                id: appeal.id, decisionID: appeal.decisionID, documentID: appeal.documentID,
                kind: appeal.kind.rawValue, receivedOn: appeal.receivedOn, appellant: appeal.appellant,
                servedOn: appeal.servedOn,
                isLate: appeal.isLate, court: appeal.court, courtCaseNumber: appeal.courtCaseNumber,
                recordedBy: person, recordedAt: instant))
    }

    /// Keeps when the parties had got a decision, with the time to appeal that runs from that.
    package func insert(
        _ service: DecisionService, of decision: Decision.ID, by person: Person.ID, at instant: Instant
    ) async throws {
        let period = AppealPeriod(postedOn: service.servedOn)
        try await execute(
            SQL.Appeals.insertService(
                id: Identifier<DecisionService>(), decisionID: decision, documentID: service.documentID,
                servedOn: service.servedOn, manner: service.manner.rawValue, shownBy: service.shownBy,
                appealEndsOn: period.endsOn, finalOn: period.finalOn, recordedBy: person, recordedAt: instant))
    }

    /// Keeps how an appeal of a locked case ended. False if it had ended before.
    package func end(
        _ appeal: ReceivedAppeal.ID, _ ending: ReceivedAppeal.Ending, court: String, courtCaseNumber: String,
        by person: Person.ID, at instant: Instant
    ) async throws -> Bool {
        try await execute(
            SQL.Appeals.end(
                outcome: ending.outcome.rawValue, endedOn: ending.on, court: court, courtCaseNumber: courtCaseNumber,
                endedBy: person, endedAt: instant, id: appeal)) == 1
    }
}

extension ReceivedAppeal: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let outcome: String? = try row["outcome"]
        let endedOn: Day? = try row["ended_on"]
        var ending: Ending?
        if let outcome, let endedOn { ending = Ending(outcome: try word(outcome, "outcome"), on: endedOn) }
        try self.init(
            id: row["id"], decisionID: row["decision_id"], documentID: row["document_id"],
            kind: word(row["kind"], "kind"), receivedOn: row["received_on"], appellant: row["appellant"],
            servedOn: row["served_on"],
            isLate: row["is_late"], court: row["court"], courtCaseNumber: row["court_case_number"], ending: ending)
    }
}
