import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `An application that gets no money` {
    @Test func `lets go of the invitations that were bound for it`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let rejected = try await scene.case(.recommended, in: call)
            _ = try await scene.operations.rejectApplication(rejected.application, reasons: "Ryms inte.", by: scene.dag)
            let dismissed = try await scene.case(.submitted, in: call)
            _ = try await scene.operations.dismissApplication(dismissed.application, ground: "För sent.", by: scene.dag)
            for made in [rejected, dismissed] {
                #expect(try await scene.event(made.event).invitation.state == .draft)
            }
        }
    }

    @Test func `keeps those that another one counts on, and those of events that are called off`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await scene.letEventsBeShared(in: call)
            let event = try await scene.boundEvent()
            let rejected = try await scene.case(.recommended, in: call, for: event)
            let live = try await scene.case(.submitted, in: call, for: event)
            _ = try await scene.operations.rejectApplication(rejected.application, reasons: "Ryms inte.", by: scene.dag)
            #expect(try await scene.event(event).invitation.state == .bound)
            _ = try await scene.operations.cancelEvent(event, because: "Sjukdom.", by: scene.karin)
            _ = try await scene.operations.withdrawApplication(live.application, because: "", by: scene.ulf)
            #expect(try await scene.application(live.application).status == .withdrawn)
        }
    }
}

@Suite struct `The rule of a granted application` {
    /// What is asked before the decision would fail by time alone: the event has begun, registration has closed.
    @Test func `is asked as of its day, and does not fail because time has passed`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            // Nobody moves the event: it is as if it had been earlier all the time.
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER invites_region_is_kept",
                "ALTER TABLE events DISABLE TRIGGER event_history_is_kept",
                "ALTER TABLE events DISABLE TRIGGER day_said_is_kept",
                "ALTER TABLE events DISABLE TRIGGER agreed_day_has_its_decision",
                """
                UPDATE events SET starts_at = now() - interval '1 day', ends_at = now() + interval '1 day',
                       published_at = now() - interval '60 days', invitation_published_at = now() - interval '60 days'
                """, "ALTER TABLE events ENABLE TRIGGER USER")
            let evaluation = try await scene.operations.evaluateApplication(
                scene.application(funded.application), for: nil)
            #expect(evaluation.verdict == .holds)
            #expect(!evaluation.findings.contains { $0.reason == .eventHasBegun })
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Brand.", .cancellation, by: scene.karin)
            let broken = try await scene.operations.evaluateApplication(scene.application(funded.application), for: nil)
            #expect(broken.verdict == .fails)
        }
    }
}
