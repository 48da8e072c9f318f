import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// An administrative appeal has three weeks from the day on which the party got the decision, and no other day.
@Suite struct `The service of a decision` {
    private func approved(_ scene: Scene, _ appeal: Appeal = .administrativeAppeal) async throws -> Case {
        let call = try await scene.openCall { $0.terms = GrantTerms(paysAfterAppeal: true) }
        try await scene.operations.settleDecisionTerms(of: call, DecisionTerms(appeal: appeal), by: scene.amira)
        return try await scene.case(.approved, in: call)
    }

    private func serve(
        _ scene: Scene, _ made: Case, daysAgo days: Int, _ manner: DecisionService.Manner = .receipt,
        of document: DecisionDocument.ID? = nil, by person: Person? = nil, shownBy: String = "Kvitto i akten."
    ) async throws {
        let day = Stockholm.day(scene.now).adding(days: -days)
        _ = try await scene.operations.recordService(
            DecisionService(of: document, servedOn: day, manner: manner, shownBy: shownBy), on: made.application,
            by: person ?? scene.amira)
    }

    private func finalDay(_ scene: Scene, _ made: Case) async throws -> Day? {
        let decision = try #require(try await scene.database.decision(on: made.application))
        return try await scene.database.finalDay(of: decision.id)
    }

    /// As if decided so long ago.
    private func letDaysPass(_ scene: Scene, _ days: Int) async throws {
        try await scene.age("decisions", "UPDATE decisions SET decided_at = decided_at - interval '\(days) days'")
    }

    @Test func `is what its time to appeal is counted from, not the notice board`() async throws {
        try await withScene { scene in
            let made = try await approved(scene)
            let id = try await scene.grantID(of: made)
            try await scene.confirmAccount(of: id)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            try await scene.postLongAgo()
            #expect(try await finalDay(scene, made) == nil, "nobody is presumed to have got it")
            #expect(try await scene.operations.moveGrants() == 0)
            try await letDaysPass(scene, 60)
            try await serve(scene, made, daysAgo: 3, .presumed)
            let day = Stockholm.day(scene.now).adding(days: -3)
            #expect(try await finalDay(scene, made) == AppealPeriod(postedOn: day).finalOn)
            #expect(try await scene.operations.moveGrants() == 0)
            try await serve(scene, made, daysAgo: 40)
            #expect(try await scene.operations.moveGrants() == 1, "the latest note counts")
            let kept = try #require(try await scene.database.documents(of: made.application).first?.service)
            #expect(kept.manner == .receipt && kept.servedOn == Stockholm.day(scene.now).adding(days: -40))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is of a later decision by itself`() async throws {
        try await withScene { scene in
            let made = try await approved(scene)
            let id = try await scene.grantID(of: made)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            try await scene.callOff(made)
            try await scene.letTimeToAnswerPass()
            let condition = try await scene.grant(id).conditions[0].id
            _ = try await scene.operations.settleBreach(
                of: condition, in: id, as: .enforced(dueOn: nil), because: "Inställt.", by: scene.dag)
            let paper = try #require(try await scene.database.documents(of: made.application).last).document.id
            try await serve(scene, made, daysAgo: 0, of: paper)
            let papers = try await scene.database.documents(of: made.application)
            #expect(papers.map { $0.service == nil } == [true, false] && papers[1].finalOn != nil)
            #expect(try await finalDay(scene, made) == nil)
        }
    }

    @Test func `is what an appeal counts from that says no day of its own`() async throws {
        try await withScene { scene in
            let made = try await approved(scene)
            try await letDaysPass(scene, 60)
            func appeal() async throws {
                _ = try await scene.operations.recordAppeal(
                    on: made.application, scene.note(daysAgo: 10), by: scene.amira)
            }
            #expect(try await refusal { try await appeal() }.fields == ["servedOn"], "none is noted")
            try await serve(scene, made, daysAgo: 40)
            try await appeal()
            try await serve(scene, made, daysAgo: 20)
            try await appeal()
            let appeals = try await scene.database.appeals(of: made.application)
            #expect(appeals.map(\.isLate) == [true, false])
            #expect(appeals.map(\.servedOn) == [40, 20].map { Stockholm.day(scene.now).adding(days: -$0) })
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is noted of an administrative appeal alone, on a day that has been, with what shows it`() async throws {
        try await withScene { scene in
            let other = try await approved(scene, .legalityReview)
            await #expect(throws: Refusal.conflict(.timeRunsFromTheBoard)) {
                try await serve(scene, other, daysAgo: 0)
            }
            let made = try await approved(scene)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await serve(scene, made, daysAgo: 0, by: scene.finn)
            }
            for (days, words, fields) in [
                (-1, "Kvitto.", ["servedOn"]), (1, "Kvitto.", ["servedOn"]), (0, " ", ["shownBy"]),
            ] {
                let refused = try await refusal { try await serve(scene, made, daysAgo: days, shownBy: words) }
                #expect(refused.fields == fields)
            }
            try await serve(scene, made, daysAgo: 0)
            for statement in ["UPDATE decision_services SET served_on = today() - 30", "DELETE FROM decision_services"]
            {
                await #expect(throws: PostgresError.self) { try await scene.database.run(statement) }
            }
        }
    }
}
