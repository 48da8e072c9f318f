import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The calendar host` {
    @Test func `is decided once, and stands in the UID of every event from then on`() async throws {
        try await withDatabase { database in
            // As `samlyft migrate` leaves it for itself: before the seeds.
            try await database.run(
                "ALTER TABLE installation DISABLE TRIGGER USER", "DELETE FROM installation",
                "ALTER TABLE installation ENABLE TRIGGER USER")
            let first = try #require(CalendarHost("kalender.region.example"))
            let second = try #require(CalendarHost("another.example"))
            #expect(try await database.calendarHost() == nil)
            #expect(try await database.operations.decideCalendarHost(first) == first)
            #expect(try await database.operations.decideCalendarHost(second) == first)
            #expect(try await database.calendarHost() == first)
        }
    }

    @Test(arguments: [
        "UPDATE installation SET calendar_host = 'x'", "DELETE FROM installation", "TRUNCATE installation",
    ])
    func `cannot be changed in the database either`(_ statement: String) async throws {
        try await withScene { scene in
            await #expect(throws: (any Error).self) { try await scene.database.run(statement) }
            let id = try await scene.draftEvent()
            #expect(try await scene.event(id).calendarUID == "\(id)@samlyft.example")
        }
    }
}
