import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `The evidence of an invitation` {
    @Test func `names every other library, from when it was published until the event ends`() async throws {
        try await withScene { scene in
            let event = try await scene.event(scene.publishedEvent())
            let evidence = try await scene.database.invitationEvidence(of: event.id)
            #expect(evidence.count == 32)
            #expect(!evidence.contains { $0.libraryID == event.details.hostLibraryID }, "the host is no guest")
            for one in evidence {
                #expect(one.publishedFrom >= scene.now && one.publishedUntil == event.details.endsAt)
                #expect(one.gaps == 0 && one.firstReadAt == nil)
                #expect(one.queuedAt == nil && one.acceptedAt == nil && one.bouncedAt == nil, "nothing is sent")
                #expect(one.registered == nil && one.refused == nil, "nobody registers here: no number is made up")
            }
        }
    }

    @Test func `of a draft is none`() async throws {
        try await withScene { scene in
            let id = try await scene.boundEvent()
            #expect(try await scene.database.invitationEvidence(of: id).isEmpty)
        }
    }

    @Test func `keeps who was invited and left out again, and counts the gap`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let perstorp = try scene.library(of: scene.pontus)
            let others = try await scene.regionalLibraries().filter { $0 != perstorp }
            try await scene.invite(id, .list, .published, others.filter { $0 != scene.karin.libraryID })
            let left = try #require(try await scene.evidence(of: perstorp, in: id))
            let end = try await scene.event(id).details.endsAt
            #expect(left.publishedUntil < end, "it ended when it was left out")
            try await scene.invite(id, .all, .published)
            let back = try #require(try await scene.evidence(of: perstorp, in: id))
            #expect(back.gaps == 1 && back.publishedFrom == left.publishedFrom)
        }
    }

    @Test func `counts a library once somebody of it, logged in, has opened the event`() async throws {
        try await withScene { scene in
            let event = try await scene.event(scene.publishedEvent())
            let perstorp = try scene.library(of: scene.pontus)
            for person in [nil, scene.amira, scene.karin, scene.pontus] {
                await scene.operations.noteReading(of: event, by: person)
            }
            let first = try #require(try await scene.evidence(of: perstorp, in: event.id)?.firstReadAt)
            await scene.operations.noteReading(of: event, by: scene.pontus)
            #expect(try await scene.evidence(of: perstorp, in: event.id)?.firstReadAt == first, "the first time counts")
            let read = try await scene.database.invitationEvidence(of: event.id).filter { $0.firstReadAt != nil }
            #expect(read.map(\.libraryID) == [perstorp])
        }
    }

    @Test func `takes what was sent, once it is`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let perstorp = try scene.library(of: scene.pontus)
            try await scene.database.run(
                """
                INSERT INTO dispatches (event_id, event_version, library_id, accepted_at)
                SELECT id, version, '\(perstorp)', now() FROM events WHERE id = '\(id)'
                """)
            let one = try #require(try await scene.evidence(of: perstorp, in: id))
            #expect(one.queuedAt != nil && one.acceptedAt != nil && one.bouncedAt == nil)
        }
    }
}

extension Scene {
    fileprivate func evidence(of library: Library.ID, in event: Event.ID) async throws -> InvitationEvidence? {
        try await database.invitationEvidence(of: event).first { $0.libraryID == library }
    }
}
