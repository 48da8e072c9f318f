import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What was once written down is never changed, not even by somebody who comes to the database past the service.
@Suite struct `A record` {
    @Test func `refuses to be changed, deleted or emptied away`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Föreläsaren är sjuk", .cancellation, by: scene.karin)
            let grant = try #require(try await scene.grant(of: funded.application))
            _ = try await scene.operations.replyToBreach(
                of: #require(grant.conditions.first).id, in: grant.id, saying: "Vi ger den i höst.", by: scene.karin)
            _ = try await scene.operations.changeQuestions(of: funded.call, by: scene.amira, expecting: nil) { _ in
                [Question(.line, BilingualText("Vad heter ert projekt?"))]
            }
            for table in Self.tables {
                let before = try await Self.count(table, scene)
                #expect(before > 0, "\(table) has no rows to be kept")
                for statement in [
                    "UPDATE \(table) SET \(Self.columns[table, default: "version"]) = DEFAULT", "DELETE FROM \(table)",
                    "TRUNCATE \(table) CASCADE",
                ] {
                    let error = await #expect(throws: PostgresError.self, "\(statement)") {
                        try await scene.database.run(statement)
                    }
                    #expect(error?.constraint == "records_are_never_changed", "\(statement)")
                }
                #expect(try await Self.count(table, scene) == before)
            }
        }
    }

    @Test func `is kept in these tables and in no other`() async throws {
        try await withDatabase { database in
            let guarded = try await database.client.transaction { transaction in
                try await transaction.lines(
                    "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'records_are_never_changed'")
            }
            #expect(Set(guarded) == Set(Self.tables))
        }
    }

    private static let tables = [
        "event_versions", "call_rules", "call_question_sets", "application_snapshots", "case_events",
        "rule_evaluations", "recommendations",
        "decisions", "deviations", "invitation_publications", "breach_replies",
        "installation",
    ]

    /// A column whose default would be a change.
    private static let columns = [
        "application_snapshots": "content", "case_events": "detail", "rule_evaluations": "verdict",
        "decisions": "reasons", "recommendations": "reasons", "deviations": "reason", "breach_replies": "reply",
        "installation": "decided_at",
    ]

    private static func count(_ table: String, _ scene: Scene) async throws -> Int {
        let counted = try await scene.client.transaction { try await $0.lines("SELECT count(*)::text FROM \(table)") }
        return try #require(counted.first.flatMap(Int.init))
    }
}
