import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `A new date for a cancelled event` {
    private func name(_ event: Event.ID, _ scene: Scene, _ grant: Grant, by person: Person? = nil) async throws {
        _ = try await scene.operations.nameSuccessor(
            event, for: grant.conditions[0].id, of: grant.id, by: person ?? scene.karin)
    }

    @Test func `gives condition and money to the successor, and ends the hold`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let id = broken.grant.id
            try await scene.offerNewDate(of: broken.grant)
            let successor = try await scene.boundEvent()
            try await name(successor, scene, broken.grant)
            let grant = try await scene.grant(id)
            #expect(grant.state == .active && !grant.paymentHold)
            let old = try #require(grant.conditions.first { $0.eventID == broken.case.event })
            let new = try #require(grant.conditions.first { $0.eventID == successor })
            #expect(old.state == .notApplicable && old.successorEventID == successor && old.openBreaches.isEmpty)
            #expect(new.state == .held && new.costShare == .kronor(30_000))
            #expect(try await scene.event(broken.case.event).isCancelled)
            #expect(try await scene.event(successor).invitation.state == .published)
            #expect(try await scene.database.openBreaches(limit: 5).isEmpty)
            try await scene.pay(scene.attestFirst(of: id), of: id)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `must be offered, stand, and be one that passes the rule`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let successor = try await scene.boundEvent()
            await #expect(throws: Refusal.conflict(.newDateIsNotOffered)) {
                try await name(successor, scene, broken.grant)
            }
            try await scene.offerNewDate(of: broken.grant)
            try await scene.invite(successor, .own, .bound)
            let refused = try await refusal { try await name(successor, scene, broken.grant) }
            #expect(refused.findings.contains { $0.predicate == .invited })
            let foreign = try await scene.boundEvent(by: scene.lena)
            let strange = try await refusal { try await name(foreign, scene, broken.grant) }
            #expect(strange.fields == ["eventId"])
            try await scene.database.run(
                "ALTER TABLE successor_offers DISABLE TRIGGER USER",
                "UPDATE successor_offers SET last_day = last_day - 60")
            try await scene.invite(successor, .all, .bound)
            await #expect(throws: Refusal.conflict(.newDateIsNotOffered)) {
                try await name(successor, scene, broken.grant)
            }
            #expect(try await scene.grant(broken.grant.id).conditions.map(\.state) == [.breached])
            let waiting = try #require(try await scene.database.waitingChanges(limit: 5).first)
            #expect(waiting.eventTitle == "Läslust i praktiken")
            let lastDay = try #require(waiting.lastDay)
            #expect(lastDay < Stockholm.day(scene.now))
        }
    }

    @Test func `is offered by an impartial case officer, of a cancelled event, until a day to come`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let condition = broken.grant.conditions[0].id
            func offer(_ days: Int, by person: Person) async throws {
                _ = try await scene.operations.offerNewDate(
                    for: condition, of: broken.grant.id, until: Stockholm.day(scene.now).adding(days: days),
                    saying: "I höst.", by: person)
            }
            for person in [scene.dag, scene.finn, scene.ulf] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await offer(9, by: person) }
            }
            for days in [0, 900] {
                let refused = try await refusal { try await offer(days, by: scene.amira) }
                #expect(refused.fields == ["lastDay"])
            }
            let narrowed = try await scene.acceptedCase()
            _ = try await scene.operations.reportDeviation(
                from: narrowed.case.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsNotCancelled)) {
                try await scene.offerNewDate(of: scene.grant(narrowed.grant.id))
            }
            let held = try await scene.acceptedCase()
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.offerNewDate(of: held.grant) }
        }
    }

    @Test func `is also for what nobody could help`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            _ = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: broken.grant.id, as: .frustrated, because: "Brand.",
                by: scene.amira)
            try await scene.offerNewDate(of: broken.grant)
            try await name(scene.boundEvent(), scene, broken.grant)
            #expect(try await scene.grant(broken.grant.id).paymentHold == false)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
