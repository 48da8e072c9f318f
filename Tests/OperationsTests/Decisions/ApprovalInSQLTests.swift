import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What nobody can do past the service, and can once the guard is off: else the tests would prove nothing.
@Suite struct `Kept by the database` {
    @Test(arguments: Deed.allCases)
    func `is what a decision rests on`(_ deed: Deed) async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            _ = try await scene.case(.approved, in: call)
            _ = try await scene.case(.recommended, in: call)
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(deed.statement) }
            #expect(error.constraint == deed.constraint)
            for table in deed.tables { try await scene.database.run("ALTER TABLE \(table) DISABLE TRIGGER USER") }
            try await scene.database.run(deed.statement)
        }
    }

    @Test func `is not what is written in one go`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.approve(made.application)
            let draft = try await scene.case(.drafted)
            try await scene.database.run(
                "UPDATE budget_lines SET amount = 1 WHERE application_id = '\(draft.application)'")
        }
    }
}

enum Deed: String, CaseIterable, Sendable {
    case approveByHand, approveWithGrantOnly, grantByHand, dropGrant, takeBack
    case addEvent, moveShare, dropEvent, emptyEvents, addLine, changeLine, dropLine, emptyLines
    case dropCondition, emptyConditions, breachInSilence

    var constraint: String {
        switch self {
        case .approveByHand, .approveWithGrantOnly, .grantByHand, .dropGrant, .takeBack:
            "approved_application_has_a_grant"
        case .dropCondition, .emptyConditions: "conditions_are_never_deleted"
        case .breachInSilence: "breached_condition_has_its_breach"
        default: "received_application_is_kept"
        }
    }

    var tables: [String] {
        [
            "grant_applications", "grants", "conditions", "application_events", "budget_lines", "payment_holds",
            "breaches", "breach_replies", "settlements", "rule_evaluations", "accepted_evidence", "change_shares",
            "share_moves", "successor_offers", "successor_proposals", "risk_notices", "settlement_returns", "claims",
        ]
    }

    private static let award = """
        INSERT INTO grants (id, application_id, call_id, library_id, amount, awarded_at)
        SELECT id, id, call_id, library_id, 1, now() FROM grant_applications WHERE status = 'ready-for-decision'
        """

    var statement: String {
        switch self {
        case .approveByHand: "UPDATE grant_applications SET status = 'approved' WHERE status = 'ready-for-decision'"
        case .approveWithGrantOnly:
            """
            WITH award AS (\(Self.award))
            UPDATE grant_applications SET status = 'approved' WHERE status = 'ready-for-decision'
            """
        case .grantByHand: Self.award
        case .dropGrant:
            "UPDATE grants SET application_id = (SELECT id FROM grant_applications WHERE status = 'ready-for-decision')"
        case .takeBack: "UPDATE grant_applications SET status = 'rejected' WHERE status = 'approved'"
        case .addEvent:
            """
            INSERT INTO application_events SELECT application.id, event.id, 1 FROM grant_applications AS application, events
                AS event WHERE event.id NOT IN (SELECT event_id FROM application_events WHERE application_id = application.id)
            """
        case .moveShare: "UPDATE application_events SET cost_share = cost_share + 1"
        case .dropEvent: "DELETE FROM application_events"
        case .emptyEvents: "TRUNCATE application_events"
        case .addLine: "INSERT INTO budget_lines SELECT id, 99, 'fee', 1 FROM grant_applications"
        case .changeLine: "UPDATE budget_lines SET amount = amount + 1"
        case .dropLine: "DELETE FROM budget_lines"
        case .emptyLines: "TRUNCATE budget_lines"
        case .dropCondition: "DELETE FROM conditions"
        case .emptyConditions: "TRUNCATE conditions CASCADE"
        case .breachInSilence: "UPDATE conditions SET state = 'breached'"
        }
    }
}
