import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `An outcome that is kept back` {
    @Test func `is approved only where nothing is left to publish`() async throws {
        try await withScene { scene in
            let call = try await Self.call(scene)
            let bound = try await scene.case(.recommended, in: call)
            await #expect(throws: Refusal.conflict(.invitationWouldTell)) {
                try await scene.approve(bound.application)
            }
            let event = try await scene.publishedEvent()
            let made = try await scene.case(.recommended, in: call, for: event)
            let before = try await scene.event(event)
            let stamp = try await scene.database.calendarStamp().version
            try await scene.approve(made.application)
            #expect(try await scene.event(event) == before, "not even a version tells")
            #expect(try await scene.database.calendarStamp().version == stamp)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.held])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `still binds its events, and the refusal names no grant`() async throws {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            _ = try await scene.case(.approved, in: Self.call(scene), for: event)
            do {
                try await scene.invite(event, .own, .published)
                Issue.record("it was narrowed")
            } catch Refusal.wouldBreach(let findings, let grants) {
                #expect(!findings.isEmpty && grants.isEmpty)
            }
        }
    }

    @Test func `hides its grant from every command of the library, until it is told`() async throws {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            let made = try await scene.case(.approved, in: Self.call(scene), for: event)
            let id = try await scene.grantID(of: made)
            let condition = try await scene.grant(id).conditions[0].id
            func commands() async throws -> [Refusal?] {
                [
                    await refused { _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf) },
                    await refused { try await scene.confirmAccount(of: id) },
                    await refused {
                        _ = try await scene.operations.requestPayment(
                            of: .kronor(1), for: "Resa.", from: id, by: scene.ulf)
                    },
                    await refused {
                        _ = try await scene.operations.replyToBreach(
                            of: condition, in: id, saying: "Svar.", by: scene.karin)
                    },
                ]
            }
            let untold = try await commands()
            #expect(untold == [.missing, .missing, .missing, .missing])
            // What the region settles meanwhile is told when the outcome is.
            try await scene.callOff(made)
            _ = try await scene.operations.settleBreach(
                of: condition, in: id, as: .waived(accepted: .kronor(30_000)), because: "Sjukdom.", by: scene.dag)
            #expect(try await !scene.database.outbox(limit: 50).contains { $0.topic == "breach-settled" })
            try await Self.keepBack(made.call, nil, scene)
            #expect(try await scene.database.outbox(limit: 50).contains { $0.topic == "breach-settled" })
            let told = try await commands()
            #expect(!told.contains(.missing))
        }
    }

    private func refused(_ work: () async throws -> Void) async -> Refusal? {
        do { try await work() } catch let refusal as Refusal { return refusal } catch { Issue.record(error) }
        return nil
    }

    @Test func `releases a bound invitation of a rejection once it is told, and not before`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended, in: Self.call(scene))
            let before = try await scene.event(made.event)
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: scene.dag)
            #expect(try await scene.event(made.event) == before)
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero)?.releasedInvitations == 0)
            try await Self.keepBack(made.call, scene.now.adding(days: -1), scene)
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero)?.releasedInvitations == 1)
            #expect(try await scene.event(made.event).invitation.state == .draft)
            try await scene.invite(made.event, .all, .bound)
            #expect(try await scene.operations.meetDeadlinesIfDue(after: .zero)?.releasedInvitations == 0)
        }
    }

    @Test func `holds up no withdrawal, which is no outcome`() async throws {
        try await withScene { scene in
            let call = try await Self.call(scene)
            let made = try await scene.case(.submitted, in: call)
            _ = try await scene.operations.withdrawApplication(made.application, because: "", by: scene.ulf)
            #expect(try await scene.event(made.event).invitation.state == .draft)
        }
    }

    @Test func `is posted on no notice board, and what is known is not hidden again`() async throws {
        try await withScene { scene in
            let call = try await Self.call(scene)
            let made = try await scene.case(.recommended, in: call)
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: scene.dag)
            await #expect(throws: Refusal.conflict(.outcomeIsNotTold)) {
                _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
            }
            let reopening = Reopening(ground: .court, reference: "Mål 1-27", reasons: "Upphävt.")
            await #expect(throws: Refusal.conflict(.outcomeIsNotTold)) {
                _ = try await scene.operations.reopenDecision(on: made.application, reopening, by: scene.dag)
            }
            try await Self.keepBack(call, nil, scene)
            #expect(try await scene.application(made.application).untold == nil)
            await #expect(throws: Refusal.conflict(.outcomesAreTold)) {
                try await Self.keepBack(call, scene.now.adding(days: 9), scene)
            }
            _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
        }
    }

    @Test func `keeps its message back too`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended, in: Self.call(scene))
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: scene.dag)
            #expect(try await !scene.database.outbox(limit: 50).contains { $0.topic == "decision-made" })
            try await Self.keepBack(made.call, scene.now.adding(days: -1), scene)
            #expect(try await scene.database.outbox(limit: 50).contains { $0.topic == "decision-made" })
        }
    }

    static func call(_ scene: Scene) async throws -> Call.ID {
        let id = try await scene.openCall()
        try await keepBack(id, scene.now.adding(days: 5), scene)
        return id
    }

    static func keepBack(_ call: Call.ID, _ instant: Instant?, _ scene: Scene) async throws {
        try await scene.operations.settleDecisionTerms(
            of: call, DecisionTerms(outcomesToldAt: instant), by: scene.amira)
    }
}
