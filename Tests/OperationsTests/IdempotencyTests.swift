import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A repeated request` {
    @Test func `does nothing twice, and answers with what the first one made`() async throws {
        try await withScene { scene in
            let request = Self.request(scene.karin)
            let details = try await scene.eventDetails(by: scene.karin)
            let first = try await scene.operations.draftEvent(details, by: scene.karin, request: request)
            let second = try await scene.operations.draftEvent(details, by: scene.karin, request: request)
            #expect(first == second)
            #expect(try await Self.events(scene) == 1)
        }
    }

    @Test func `is refused with another content under the same key`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            _ = try await scene.operations.draftEvent(details, by: scene.karin, request: Self.request(scene.karin))
            await #expect(throws: Refusal.conflict(.keyIsUsed)) {
                try await scene.operations.draftEvent(
                    details, by: scene.karin, request: Self.request(scene.karin, hash: [2]))
            }
            #expect(try await Self.events(scene) == 1)
        }
    }

    @Test func `is another request under another key, route or person`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            for request in [
                Self.request(scene.karin), Self.request(scene.karin, key: "2"),
                Self.request(scene.karin, route: "POST /other"), Self.request(scene.ulf),
            ] {
                _ = try await scene.operations.draftEvent(details, by: scene.karin, request: request)
            }
            #expect(try await Self.events(scene) == 4)
        }
    }

    @Test func `is refused if the first one runs for longer than one waits`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            let request = Self.request(scene.karin)
            try await scene.client.transaction { running in
                let isMine = try await running.claimRequest(request)
                #expect(isMine)
                await #expect(throws: Refusal.conflict(.requestIsRunning)) {
                    try await scene.operations.draftEvent(details, by: scene.karin, request: request)
                }
            }
            _ = try await scene.operations.draftEvent(details, by: scene.karin, request: request)
        }
    }

    @Test func `is done once, though it comes many times at once`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            let request = Self.request(scene.karin)
            let refusals = try await atOnce(Array(0..<12)) { _ in
                try await scene.operations.draftEvent(details, by: scene.karin, request: request)
            }
            #expect(refusals.isEmpty)
            #expect(try await Self.events(scene) == 1)
        }
    }

    @Test func `may be tried again after it was refused`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            try await scene.invite(made.event, .own, .bound)
            let request = Self.request(scene.ulf)
            let submit = {
                try await scene.operations.submitApplication(
                    made.application, attested: true, by: scene.ulf, request: request)
            }
            _ = try await refusal { try await submit() }
            try await scene.invite(made.event, .all, .bound)
            #expect(try await submit() == made.application)
            #expect(try await submit() == made.application)
        }
    }

    @Test func `is forgotten after seven days`() async throws {
        try await withScene { scene in
            let details = try await scene.eventDetails(by: scene.karin)
            _ = try await scene.operations.draftEvent(details, by: scene.karin, request: Self.request(scene.karin))
            try await scene.database.run("UPDATE answered_requests SET answered_at = now() - interval '8 days'")
            _ = try await scene.operations.draftEvent(
                details, by: scene.karin, request: Self.request(scene.karin, hash: [2]))
            #expect(try await Self.events(scene) == 2)
        }
    }

    private static func request(
        _ person: Person, key: String = "1", route: String = "POST /events", hash: [UInt8] = [1]
    ) -> RepeatableRequest {
        RepeatableRequest(personID: person.id, route: route, key: key, hash: hash)
    }

    private static func events(_ scene: Scene) async throws -> Int {
        try await scene.database.events(hostedBy: [scene.library(of: scene.karin)], limit: 50, offset: 0).total
    }
}
