import Domain
import Foundation
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `What was received` {
    @Test func `is read back as it was, with everybody who was invited by name`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            let received = try #require(try await Self.snapshot(made, scene).received)
            let event = try #require(received.record.events.first)
            #expect(event.invitees.count == 32)
            #expect(event.invitees.contains { $0.name == "Perstorps bibliotek" || $0.name.contains("Perstorp") })
            #expect(event.seats == Seats(forAnybody: 30))
            #expect(event.version == (try await scene.event(made.event).version))
            #expect(received.signatoryName == scene.ulf.name)
            #expect(received.record.applicant.name.contains("Klippan"))
            #expect(received.record.costShares.map(\.amount) == [.kronor(30_000)])
            let evaluation = try #require(received.evaluation)
            #expect(evaluation.verdict == .holds && evaluation.findings.count > 8)
            #expect(received.canonicalText == (try await Self.snapshot(made, scene).content))
        }
    }

    @Test func `is spelt in one way only, whoever spells it`() async throws {
        try await withScene(.everything) { scene in
            _ = try await scene.case(.submitted, for: scene.boundEvent { $0.title = "Tecken \"\\ ü 𝄞 /" })
            let snapshots = try await scene.client.transaction {
                try await $0.lines("SELECT content FROM application_snapshots")
            }
            #expect(snapshots.count > 4)
            for content in snapshots {
                let object = try JSONSerialization.jsonObject(with: Data(content.utf8))
                let again = try JSONSerialization.data(
                    withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
                #expect(content == String(decoding: again, as: UTF8.self))
            }
        }
    }

    @Test func `holds no link to a meeting, in no form`() async throws {
        try await withScene { scene in
            let event = try await scene.boundEvent {
                $0.attendance = .hybrid
                $0.onlineURL = "https://meet.example/hemligt-rum"
            }
            let made = try await scene.case(.submitted, for: event)
            let snapshot = try await Self.snapshot(made, scene)
            #expect(!snapshot.content.contains("hemligt-rum"))
            #expect(try #require(try snapshot.received).record.events.first?.place.hasLink == true)
        }
    }

    @Test func `of the demonstration is of the same form`() async throws {
        try await withScene(.everything) { scene in
            let ids = try await scene.database.grantApplications(
                of: [], received: true, limit: 50, offset: 0
            ).applications.map(\.id)
            #expect(ids.count >= 6)
            for id in ids {
                let snapshot = try #require(try await scene.database.snapshots(of: id).first)
                #expect(try #require(try snapshot.received).canonicalText == snapshot.content)
            }
        }
    }

    @Test func `names its form, and one that does not is refused by the database`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            #expect(try await scene.database.snapshots(of: made.application).isEmpty)
            let error = await #expect(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.insertSnapshot(
                        of: made.application, version: 2, at: scene.now, content: "{}", hash: [])
                }
            }
            #expect(error?.constraint == "snapshot_names_its_form")
        }
    }

    @Test func `of a form that nobody knows yet is kept, and not compared`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            try await scene.client.transaction { transaction in
                try await transaction.insertSnapshot(
                    of: made.application, version: 2, at: scene.now, content: #"{"contentVersion":3}"#, hash: [1])
            }
            #expect(try await Self.snapshot(made, scene).received == nil)
            let compared = try await scene.operations.compareApplication(
                scene.application(made.application), for: scene.karin)
            #expect(try #require(compared).content == nil)
        }
    }

    private static func snapshot(_ made: Case, _ scene: Scene) async throws -> ApplicationSnapshot {
        try #require(try await scene.database.snapshots(of: made.application).last)
    }
}
