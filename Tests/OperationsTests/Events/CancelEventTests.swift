import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To cancel an event` {
    @Test func `keeps it with its reason, and tells those who have it in their calendars`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let before = try await scene.event(id)
            _ = try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: scene.karin)
            let after = try await scene.event(id)
            guard case .cancelled(_, let reason, let publishedAt) = after.status else {
                Issue.record("not cancelled")
                return
            }
            #expect(reason == "Sjukdom.")
            #expect(publishedAt == before.publishedAt)
            #expect(after.sequence == before.sequence + 1)
            #expect(!after.invitesRegion)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["event-cancelled"])
        }
    }

    @Test func `shows nobody what nobody had seen, and tells nobody`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            _ = try await scene.operations.cancelEvent(id, because: "Hemligt.", by: scene.karin)
            let event = try await scene.event(id)
            #expect(event.isCancelled)
            #expect(!event.maySee(nil) && !event.maySee(scene.lena) && event.maySee(scene.ulf))
            let calendar = try await scene.database.calendar(EventFilter(), limit: 9, offset: 0)
            #expect(calendar.total == 0 && calendar.events.isEmpty)
            #expect(try await scene.database.outbox(limit: 1).isEmpty)
        }
    }

    @Test func `needs a reason`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            for reason in ["", " \n"] {
                let refused = try await refusal {
                    try await scene.operations.cancelEvent(id, because: reason, by: scene.karin)
                }
                #expect(refused.fields == ["reason"])
            }
        }
    }

    @Test func `is refused twice, to strangers, and for an old version`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.cancelEvent(id, because: "X", by: scene.amira)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.cancelEvent(id, because: "X", by: scene.karin, expecting: 1)
            }
            _ = try await scene.operations.cancelEvent(id, because: "X", by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsCancelled)) {
                try await scene.operations.cancelEvent(id, because: "X", by: scene.karin)
            }
        }
    }

    @Test func `is refused while a grant depends on the event, which stays as it was`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let before = try await scene.event(funded.event)
            let refused = try await refusal {
                try await scene.operations.cancelEvent(funded.event, because: "Sjukdom.", by: scene.karin)
            }
            #expect(refused.reasons.contains(.eventIsCancelled))
            #expect(try await scene.event(funded.event) == before)
        }
    }
}
