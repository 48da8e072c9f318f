import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `Grants stay within track budget` {
    private func call(_ scene: Scene, _ track: CallTrack) async throws -> Call.ID {
        try await scene.openCall {
            $0.tracks = [track, CallTrack(name: BilingualText("Annat"), budget: .kronor(100_000))]
        }
    }

    private func submitted(_ scene: Scene, in call: Call.ID, _ track: CallTrack.ID?) async throws -> Case {
        let made = try await scene.case(.drafted, in: call)
        _ = try await scene.operations.editApplication(made.application, by: scene.karin, expecting: nil) { request in
            var request = request
            request.trackID = track
            return request
        }
        _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
        return made
    }

    private func decide(_ scene: Scene, _ made: Case) async throws {
        _ = try await scene.operations.handleApplication(made.application, by: scene.amira)
        try await scene.recommend(made.application)
        try await scene.approve(made.application)
    }

    @Test func `so that the second grant is refused which the track cannot pay, though the call could`() async throws {
        try await withScene { scene in
            let track = CallTrack(name: BilingualText("Lärandespåret"), budget: .kronor(50_000))
            let id = try await call(scene, track)
            let (first, second) = (
                try await submitted(scene, in: id, track.id), try await submitted(scene, in: id, track.id)
            )
            try await decide(scene, first)
            await #expect(throws: Refusal.conflict(.trackHasNoMoneyLeft)) { try await decide(scene, second) }
            let money = try await scene.database.money(of: id)
            #expect(money.map(\.committed) == [.kronor(30_000), .kronor(30_000), .zero])
            #expect(money.map(\.free) == [.kronor(570_000), .kronor(20_000), .kronor(100_000)])
            #expect(money[1].appliedFor == .kronor(60_000) && money[1].askedFor == .kronor(30_000))
            #expect(money[1].committedShare == 6000 && money[1].paid == .zero)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `and SQL that knows no operation is refused too`() async throws {
        try await withScene { scene in
            let track = CallTrack(name: BilingualText("Lärandespåret"), budget: .kronor(50_000))
            let id = try await call(scene, track)
            let made = try await submitted(scene, in: id, track.id)
            await #expect(throws: (any Error).self) {
                try await scene.database.run("UPDATE call_tracks SET committed = budget + 1")
            }
            await #expect(throws: (any Error).self) {
                try await scene.database.run("UPDATE call_tracks SET budget = budget * 10")
            }
            await #expect(throws: (any Error).self) {
                try await scene.database.run(
                    "UPDATE grant_applications SET track_id = NULL WHERE id = '\(made.application)'")
            }
            try await decide(scene, made)
            _ = try await scene.operations.declineGrant(
                try #require(try await scene.grant(of: made.application)).id, because: "Nej.", by: scene.ulf)
            #expect(try await scene.database.money(of: id)[1].committed == .zero)
            try await scene.database.run("UPDATE call_tracks SET committed = 1 WHERE id = '\(track.id)'")
            let found = try await scene.operations.sweepInvariants().map(\.invariant)
            #expect(found.contains("track_money_adds_up"))
        }
    }

    @Test func `and whoever applies chooses a track of the call, within what it pays at most`() async throws {
        try await withScene { scene in
            let small = CallTrack(name: BilingualText("Lilla"), budget: .kronor(50_000), maximumAmount: .kronor(10_000))
            let id = try await call(scene, small)
            let missing = try await refusal { _ = try await submitted(scene, in: id, nil) }
            #expect(missing.fields == ["trackId"])
            #expect(
                try await refusal { _ = try await submitted(scene, in: id, small.id) }.fields == ["requestedAmount"])
            #expect(try await refusal { _ = try await submitted(scene, in: id, CallTrack.ID()) }.fields == ["trackId"])
        }
    }
}

@Suite struct `An application of a round` {
    @Test func `is of the one that was open when it was received`() async throws {
        try await withScene { scene in
            let (past, open) = (
                CallRound(opensAt: scene.now.adding(days: -9), closesAt: scene.now.adding(days: -5)),
                CallRound(opensAt: scene.now.adding(days: -4), closesAt: scene.now.adding(days: 4))
            )
            let call = try await scene.openCall { $0.rounds = [past, open] }
            let made = try await scene.case(.submitted, in: call)
            #expect(try await scene.application(made.application).roundID == open.id)
            let between = try await scene.openCall {
                $0.rounds = [CallRound(opensAt: past.opensAt, closesAt: past.closesAt)]
            }
            await #expect(throws: Refusal.conflict(.callIsClosed)) {
                _ = try await scene.case(.submitted, in: between)
            }
            let rolling = try await scene.openCall {
                $0.isRolling = true
                $0.budget = .kronor(60_000)
            }
            _ = try await scene.case(.approved, in: rolling)
            _ = try await scene.case(.approved, in: rolling)
            await #expect(throws: Refusal.conflict(.callIsClosed)) {
                _ = try await scene.case(.submitted, in: rolling)
            }
        }
    }
}

@Suite struct `The standard fields of an application` {
    @Test func `are kept, compared and read back from what was received`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            var plan = ProjectPlan(
                areas: [.digitalisation], priorityGroups: [.disability], ownHours: 40, ownHourlyCost: .kronor(350),
                otherFunding: .kronor(5000))
            for field in ProjectPlan.Field.allCases { plan[field] = "Om \(field.rawValue)" }
            plan[.contactEmail] = "kontakt@klippan.example"
            let typed = plan
            _ = try await scene.operations.editApplication(made.application, by: scene.karin, expecting: nil) {
                request in
                var request = request
                request.plan = typed
                return request
            }
            #expect(try await scene.application(made.application).request.plan == typed)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            let snapshot = try #require(try await scene.database.snapshots(of: made.application).last)
            let received = try #require(try snapshot.received)
            #expect(received.record.more?.plan == typed && received.canonicalText == snapshot.content)
            await #expect(throws: (any Error).self) {
                try await scene.database.run("UPDATE application_texts SET content = 'Annat'")
            }
            let broken = try await refusal {
                var request = scene.request(for: [made.event])
                request.plan[.contactEmail] = "ingen adress"
                _ = try await scene.operations.draftApplication(
                    request, to: made.call, from: scene.library(of: scene.karin), by: scene.karin)
            }
            #expect(broken.fields == ["project.contactEmail"])
        }
    }
}
