import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What is decided of a grant later is decided by other eyes than prepared its case, as its award was.
@Suite struct `Whoever has prepared a case` {
    private static let refused = Refusal.notAllowed(.fourEyesDecide)

    @Test func `decides of no change, not even for a board`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            for minutes in [nil, `A decision of a board`.minutes] {
                await #expect(throws: Self.refused) {
                    try await scene.operations.approveChange(
                        change, of: id, because: "Ja.", by: amira, registering: minutes)
                }
                await #expect(throws: Self.refused) {
                    try await scene.operations.rejectChange(
                        change, of: id, because: "Nej.", by: amira, registering: minutes)
                }
            }
            try await scene.approve(change, of: id)
        }
    }

    @Test(arguments: [true, false])
    func `neither settles a breach nor ends the grant`(_ isPaid: Bool) async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: isPaid)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let (id, condition) = (broken.grant.id, broken.grant.conditions[0].id)
            for settlement in [BreachSettlement.waived(accepted: .kronor(1)), .enforced(dueOn: nil)] {
                await #expect(throws: Self.refused) {
                    try await scene.operations.settleBreach(
                        of: condition, in: id, as: settlement, because: "Så.", by: amira)
                }
            }
            await #expect(throws: Self.refused) {
                if isPaid {
                    try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Så.", by: amira)
                } else {
                    try await scene.operations.revokeGrant(id, because: "Så.", by: amira)
                }
            }
            // That nobody could help it takes no money, and is said by the case officer.
            _ = try await scene.operations.settleBreach(
                of: condition, in: id, as: .frustrated, because: "Brand.", by: amira)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at)
                    VALUES (gen_random_uuid(), '\(condition)', 'enforced', 'X', 1, '\(amira.id)', now())
                    """)
            }
            #expect(error.constraint == "four_eyes_decide")
        }
    }

    @Test func `reopens no decision, neither the first nor a later one`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let broken = try await scene.brokenCase(paid: true)
            let paper = try await scene.demandedPaper(of: broken.grant)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let judgment = `After a decision`.judgment
            await #expect(throws: Self.refused) {
                try await scene.operations.reopenDecision(on: made.application, judgment, by: amira)
            }
            await #expect(throws: Self.refused) {
                try await scene.operations.reopenLaterDecision(
                    paper, on: broken.case.application, judgment, by: amira)
            }
            let byHand = [
                """
                INSERT INTO reopenings (decision_id, document_id, ground, reference, reasons, reopened_by, reopened_at)
                SELECT decision_id, id, 'court', 'X', 'X', '\(amira.id)', now() FROM decision_documents
                 WHERE application_id = '\(made.application)'
                """,
                """
                INSERT INTO later_reopenings (document_id, paper_id, ground, reference, reasons, reopened_by, reopened_at)
                VALUES ('\(paper)', gen_random_uuid(), 'court', 'X', 'X', '\(amira.id)', now())
                """,
            ]
            for sql in byHand {
                let error = await #expect(throws: PostgresError.self) { try await scene.database.run(sql) }
                #expect(error?.constraint == "four_eyes_decide")
            }
            #expect(try await scene.grant(of: made.application)?.state == .awarded)
        }
    }

    /// By finding that nobody could help a breach, by offering a new date, or by returning a report.
    @Test(arguments: ["frustrate", "offer", "return"])
    func `has also done so after the decision`(_ step: String) async throws {
        try await withScene { scene in
            let (operations, elias) = (scene.operations, scene.elias)
            let id: Grant.ID
            if step == "return" {
                id = try await scene.reportedCase(paid: true).grant
                _ = try await operations.returnReport(
                    of: id, because: "Mer.", dueOn: Stockholm.day(scene.now).adding(days: 9), by: elias)
            } else {
                let grant = try await scene.brokenCase(paid: true).grant
                id = grant.id
                let condition = grant.conditions[0].id
                if step == "offer" {
                    _ = try await operations.offerNewDate(
                        for: condition, of: id, until: Stockholm.day(scene.now).adding(days: 9), saying: "I höst.",
                        by: elias)
                } else {
                    _ = try await operations.settleBreach(
                        of: condition, in: id, as: .frustrated, because: "Brand.", by: elias)
                }
            }
            let application = try await scene.grant(id).applicationID
            #expect(try await scene.database.preparers(of: application).contains(elias.id))
            let inSQL = try await scene.client.transaction { transaction in
                try await transaction.lines("SELECT has_prepared('\(application)', '\(elias.id)')::text")
            }
            #expect(inSQL == ["true"])
        }
    }

    @Test func `writes off no claim`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            _ = try await scene.operations.demandRepayment(
                of: broken.grant.id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(broken.grant.id).claims.first)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            await #expect(throws: Self.refused) {
                try await scene.operations.writeOffClaim(
                    claim.id, of: broken.grant.id, because: "Ringa.", by: amira)
            }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at)
                    VALUES (gen_random_uuid(), '\(claim.id)', 'written-off', 1, 'X', current_date, '\(amira.id)', now())
                    """)
            }
            #expect(error.constraint == "four_eyes_decide")
        }
    }
}

extension Scene {
    /// The paper by which what was paid of a broken grant is demanded back.
    fileprivate func demandedPaper(of grant: Grant) async throws -> DecisionDocument.ID {
        _ = try await operations.settleBreach(
            of: grant.conditions[0].id, in: grant.id, as: .enforced(dueOn: nil), because: "Så.", by: dag)
        return try #require(try await self.grant(grant.id).conditions[0].settlements[0].documentID)
    }
}
