import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Correction, reopening and announcement.
@Suite struct `After a decision` {
    @Test func `a clerical error is put right in a numbered paper, and nothing else changes`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let before = try await scene.database.decision(on: made.application)
            let grant = try await scene.grant(of: made.application)
            _ = try await scene.operations.correctDecision(
                on: made.application, "Diarienumret ska vara ett annat.", by: scene.dag)
            let papers = try await scene.database.documents(of: made.application)
            #expect(papers.map(\.document.kind) == [.decision, .correction])
            #expect(papers[1].document.number.hasSuffix("/0002"))
            #expect(papers[1].document.decisionID == before?.id)
            let record = try await scene.database.content(of: papers[1].document.id)
            #expect(record?.contains("Diarienumret ska vara ett annat.") == true)
            #expect(try await scene.database.decision(on: made.application) == before)
            #expect(try await scene.grant(of: made.application) == grant)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `it can be reopened: the grant ends, its event and its money are free, and it is decided anew`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let old = try #require(try await scene.database.decision(on: made.application))
            #expect(try await scene.call(made.call).committed == .kronor(30_000))
            _ = try await scene.operations.reopenDecision(on: made.application, Self.judgment, by: scene.dag)
            #expect(try await scene.application(made.application).status == .inReview)
            #expect(try await scene.database.decision(on: made.application) == nil)
            #expect(try await scene.call(made.call).committed == .zero)
            let ended = try #require(try await scene.grant(of: made.application))
            #expect(ended.state == .ended && ended.conditions.map(\.state) == [.notApplicable])
            #expect(try await scene.event(made.event).isPublished, "what was published stays so")
            try await scene.invite(made.event, .own, .published)
            try await scene.invite(made.event, .all, .published)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            try await scene.recommend(made.application, .kronor(20_000))
            try await scene.approve(made.application, .kronor(20_000))
            let new = try #require(try await scene.database.decision(on: made.application))
            #expect(new.id != old.id && new.outcome == .approvedPartially(.kronor(20_000)))
            #expect(try await scene.grant(of: made.application)?.state == .awarded)
            #expect(try await scene.call(made.call).committed == .kronor(20_000))
            #expect(
                try await scene.database.documents(of: made.application).map(\.document.kind) == [
                    .decision, .reopening, .decision,
                ])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `a breach is settled by reopening`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Lokalen brann.", .cancellation, by: scene.karin)
            _ = try await scene.operations.reopenDecision(on: made.application, Self.judgment, by: scene.dag)
            #expect(try await scene.database.openBreaches(limit: 9).isEmpty)
            #expect(try await scene.grant(of: made.application)?.paymentHold == false)
        }
    }

    @Test func `what is paid, or with the bank, is reclaimed and not reopened; what is only attested is cancelled`()
        async throws
    {
        try await withScene { scene in
            func reopen(_ made: Case) async throws {
                _ = try await scene.operations.reopenDecision(on: made.application, Self.judgment, by: scene.dag)
            }
            let paid = try await scene.acceptedCase()
            try await scene.pay(scene.attestFirst(of: paid.grant.id), of: paid.grant.id)
            let exported = try await scene.acceptedCase()
            _ = try await scene.attestFirst(of: exported.grant.id)
            _ = try await scene.operations.exportPayments(by: scene.frida)
            for sent in [paid, exported] {
                await #expect(throws: Refusal.conflict(.moneyIsOut)) { try await reopen(sent.case) }
                #expect(try await scene.grant(sent.grant.id).state == .active)
            }
            let attested = try await scene.acceptedCase()
            _ = try await scene.attestFirst(of: attested.grant.id)
            try await reopen(attested.case)
            let ended = try await scene.grant(attested.grant.id)
            #expect(ended.state == .ended && ended.payments.map(\.state) == [.cancelled])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `it needs a ground with its reference, and somebody impartial`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            for reopening in [
                Reopening(ground: .court, reference: " ", reasons: "Skäl"),
                Reopening(ground: .court, reference: "Mål 1", reasons: ""),
            ] {
                await #expect(throws: Refusal.self) {
                    _ = try await scene.operations.reopenDecision(on: made.application, reopening, by: scene.dag)
                }
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                _ = try await scene.operations.reopenDecision(on: made.application, Self.judgment, by: scene.amira)
            }
        }
    }

    @Test func `the database wants a reopening for whatever is superseded, and an ended grant`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE decisions SET superseded_at = now()")
            }
            #expect(
                ["superseded_decision_was_reopened", "approved_application_has_a_grant"].contains(error.constraint))
        }
    }

    @Test func `it is posted once, and the day on which it binds is counted from that`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
            await #expect(throws: Refusal.conflict(.isAnnounced)) {
                _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
            }
            let today = Stockholm.day(try await scene.database.now())
            let found = try await scene.database.announcements(on: today, limit: 9, offset: 0).announcements
            let notice = try #require(found.first)
            #expect(notice.takenDownOn == AppealPeriod(postedOn: notice.postedOn).finalOn)
            for person in [scene.dag, scene.amira, scene.ulf, scene.karin] {
                #expect(!notice.text.contains(person.name))
            }
            #expect(
                try await scene.database.announcements(on: notice.takenDownOn, limit: 9, offset: 0).total == 0)
        }
    }

    static let judgment = Reopening(ground: .court, reference: "Mål 123-27", reasons: "Rätten har upphävt beslutet.")
}
