import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To draft an event` {
    @Test func `gives a draft that invites nobody and that only its hosts see`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let event = try await scene.event(id)
            #expect(event.status == .draft)
            #expect(event.invitation == .none)
            #expect(!event.invitesRegion)
            #expect(event.calendarUID == "\(id)@samlyft.example")
            #expect(event.maySee(scene.ulf))
            #expect(!event.maySee(scene.lena))
            #expect(!event.maySee(nil))
        }
    }

    @Test func `is refused to those who edit no events for the library`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            for person in [scene.lena, scene.sven, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.draftEvent(details, by: person)
                }
            }
        }
    }

    @Test func `names every fault beside its field`() async throws {
        try await withScene { scene in
            let refused = try await refusal {
                try await scene.draftEvent { details in
                    details.title = " "
                    details.endsAt = details.startsAt
                    details.seats = Seats(capacity: 10, own: 1, others: 1, any: 1)
                    details.venue = nil
                    details.audience = []
                }
            }
            #expect(Set(refused.fields) == ["title", "endsAt", "seatPools", "venue", "audience"])
        }
    }

    @Test func `names hosts and places that do not exist`() async throws {
        try await withScene { scene in
            let refused = try await refusal {
                try await scene.draftEvent { details in
                    details.coHostLibraryIDs = [Library.ID()]
                    details.venue = Venue(name: "Långt bort", municipalityCode: "9999")
                }
            }
            #expect(Set(refused.fields) == ["coHostLibraryIds", "venue.municipalityCode"])
        }
    }
}

@Suite struct `To publish an event` {
    @Test func `puts it in the calendar and moves the calendar's stamp`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let before = try await scene.database.calendarStamp()
            _ = try await scene.operations.publishEvent(id, by: scene.karin)
            #expect(try await scene.event(id).isPublished)
            #expect(try await scene.database.calendarStamp().version == before.version + 1)
            #expect(try await scene.database.calendar(EventFilter(), limit: 5, offset: 0).events.map(\.id) == [id])
        }
    }

    @Test func `a second time changes nothing that a reader sees`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let before = try await scene.event(id)
            _ = try await scene.operations.publishEvent(id, by: scene.karin)
            let after = try await scene.event(id)
            #expect(after.status == before.status)
            #expect(after.changedAt == before.changedAt)
        }
    }

    @Test func `looks like a missing event to strangers, and is refused to those who may only look`() async throws {
        try await withScene { scene in
            let draft = try await scene.draftEvent()
            await #expect(throws: Refusal.missing) { try await scene.operations.publishEvent(draft, by: scene.lena) }
            let published = try await scene.publishedEvent()
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.publishEvent(published, by: scene.lena)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.publishEvent(Event.ID(), by: scene.karin)
            }
        }
    }

    @Test func `is refused for a version that has changed, and for a cancelled event`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            await #expect(throws: Refusal.stale) {
                try await scene.operations.publishEvent(id, by: scene.karin, expecting: 7)
            }
            _ = try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsCancelled)) {
                try await scene.operations.publishEvent(id, by: scene.karin)
            }
        }
    }
}
