import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `An event in the database` {
    @Test func `is read as it was written, every field of it`() async throws {
        try await withScene { scene in
            let event = try await Self.fullEvent(scene)
            let written = try await scene.client.transaction { try await $0.insert(event, by: scene.karin.id) }
            #expect(written == event.with(invitesRegion: false, version: 1))
            #expect(try await scene.event(event.id) == written)
        }
    }

    @Test func `is read with nothing where nothing was said`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            let plain = EventDetails(
                title: "Webbinarium", kind: .webinar, hostLibraryID: details.hostLibraryID, startsAt: details.startsAt,
                endsAt: details.endsAt, attendance: .online, onlineURL: "https://meet.example/1")
            let event = Event.drafted(plain, at: scene.now)
            let written = try await scene.client.transaction { try await $0.insert(event, by: scene.karin.id) }
            #expect(written == event)
            #expect(try await scene.event(event.id) == event)
        }
    }

    @Test func `is written again with every field changed`() async throws {
        try await withScene { scene in
            let plain = Event.drafted(try await scene.eventDetails(by: scene.lena), at: scene.now)
            let full = try await Self.fullEvent(scene, id: plain.id)
            let written = try await scene.client.transaction { transaction in
                _ = try await transaction.insert(plain, by: scene.lena.id)
                return try await transaction.update(full)
            }
            #expect(written.version == 2)
            // The id, the UID and the day of its making are for ever.
            let read = try await scene.event(plain.id)
            #expect(read == written.with(calendarUID: plain.calendarUID, createdAt: plain.createdAt))
        }
    }

    @Test func `keeps every state that it has been in`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            _ = try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: scene.karin)
            let versions: [Int] = try await scene.database.values(
                Query(
                    name: "EventRoundTripTests.versions",
                    text: "SELECT version FROM event_versions WHERE event_id = $1 ORDER BY version",
                    parameters: [id.postgresValue]), column: "version")
            #expect(versions == [1, 2, 3, 4])
        }
    }

    /// No field has the value that it would have by itself.
    private static func fullEvent(_ scene: Scene, id: Event.ID = Event.ID()) async throws -> Event {
        let klippan = try scene.library(of: scene.karin)
        let lund = try scene.library(of: scene.lena)
        let branches = try await scene.database.branches(of: [lund]).map(\.id)
        let start = scene.now.adding(days: 30, microseconds: 7)
        let details = EventDetails(
            title: "Åäö 😀 \"citat\" \\ 'apostrof'", kind: .conference, summary: "En rad\nen till",
            description: "Lång\ttext", hostLibraryID: klippan, coHostLibraryIDs: [lund], startsAt: start,
            endsAt: start.adding(days: 2), allDay: true, attendance: .hybrid,
            venue: Venue(name: "Stadshuset", street: "Storgatan 1", city: "Lund", municipalityCode: "1281"),
            onlineURL: "https://meet.example/x?a=1&b=2", recordingOnly: true,
            audience: [.heads, .ambassadors, .public],
            themes: ["läsfrämjande", "digitalt"], seats: Seats(capacity: 60, own: 10, others: 20, any: 30),
            registration: RegistrationWindow(
                opensAt: start.adding(days: -20), closesAt: start.adding(days: -2),
                othersCloseAt: start.adding(days: -3)),
            prices: Prices(own: Money(ore: 12_345), others: Money(ore: 54_321)))
        return Event(
            id: id, calendarUID: "\(id)@other.example", details: details,
            status: .cancelled(at: scene.now, reason: "Brand", publishedAt: scene.now.adding(hours: -1)),
            invitation: Invitation(
                scope: .list, state: .published, libraries: [lund], branches: Array(branches.prefix(2)),
                publishedAt: scene.now.adding(hours: -2),
                window: Invitation.Window(
                    visibleFrom: scene.now.adding(hours: -1), visibleUntil: start.adding(days: 3),
                    publishBy: start.adding(days: -9))),
            invitesRegion: false, sequence: 9, version: 1, createdAt: scene.now.adding(days: -1), changedAt: scene.now,
            confirmedCoHosts: [lund])
    }
}

extension Event {
    fileprivate func with(
        calendarUID: String? = nil, createdAt: Instant? = nil, invitesRegion: Bool? = nil, version: Int? = nil
    ) -> Event {
        Event(
            id: id, calendarUID: calendarUID ?? self.calendarUID, details: details, status: status,
            invitation: invitation, invitesRegion: invitesRegion ?? self.invitesRegion, sequence: sequence,
            version: version ?? self.version, createdAt: createdAt ?? self.createdAt, changedAt: changedAt,
            confirmedCoHosts: confirmedCoHosts)
    }
}
