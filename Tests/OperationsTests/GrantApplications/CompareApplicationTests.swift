import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Comparing a case with what was received` {
    @Test func `finds nothing as long as nothing has changed, at every stage`() async throws {
        try await withScene { scene in
            for stage in [Stage.submitted, .handled, .recommended, .approved] {
                let made = try await scene.case(stage)
                #expect(try await Self.comparison(made, scene).isUnchanged, "\(stage)")
            }
        }
    }

    @Test func `finds who was left out, and that the recommendation no longer carries a decision`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let others = try await scene.regionalLibraries().filter { ![klippan, perstorp].contains($0) }
            try await scene.invite(made.event, .list, .bound, others)
            let comparison = try await Self.comparison(made, scene)
            let event = try #require(comparison.events.first)
            #expect(event.changes.map(\.change.field) == [.invitationScope, .invitees])
            let left = try #require(event.changes.last).change.removed
            #expect(left.map(\.id) == [.library(perstorp)])
            #expect(comparison.touchesRule && comparison.recommendationIsStale)
            #expect(event.unseen.map(\.change.field) == [.invitationScope, .invitees])
            await #expect(throws: Refusal.self) { try await scene.approve(made.application) }
            try await scene.invite(made.event, .all, .bound)
            let mended = try await Self.comparison(made, scene)
            #expect(mended.isUnchanged && !mended.recommendationIsStale, "it shows what was recommended on")
            try await scene.approve(made.application)
            #expect(try await Self.comparison(made, scene).isUnchanged)
        }
    }

    @Test func `names whoever acted in the transaction, and nobody in the next one`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            let first = try #require(try await scene.database.eventVersions(of: [made.event]).first)
            #expect(first.recordedBy == scene.karin.name)
            try await scene.client.transaction { transaction in
                try await transaction.act(as: scene.ulf.id)
                try await Self.rename(made.event, "Ett", transaction)
            }
            try await scene.client.transaction { try await Self.rename(made.event, "Två", $0) }
            let versions = try await scene.database.eventVersions(of: [made.event])
            #expect(versions.suffix(2).map(\.recordedBy) == [scene.ulf.name, nil])
            #expect(versions.map(\.event.version) == Array(1...versions.count))
            #expect(versions.last?.event == (try await scene.event(made.event)))
            let changed = try #require(try await Self.comparison(made, scene).events.first?.changes.first)
            #expect(changed.version?.record.title == "Två" && changed.version?.recordedBy == nil)
        }
    }

    @Test func `leaves out, for a library that hosts it no more, an event that it can no longer read`() async throws {
        try await withScene { scene in
            let (klippan, lund) = (try scene.library(of: scene.karin), try scene.library(of: scene.lena))
            let event = try await scene.boundEvent(by: scene.lena) { $0.coHostLibraryIDs = [klippan] }
            _ = try await scene.operations.confirmCoHosting(of: event, for: klippan, by: scene.karin)
            let made = try await scene.case(.submitted, for: event)
            _ = try await scene.operations.editEvent(event, by: scene.lena, expecting: nil) { details in
                var details = details
                (details.coHostLibraryIDs, details.title, details.hostLibraryID) = ([], "Hemligt", lund)
                return details
            }
            let application = try await scene.application(made.application)
            let own = try await scene.operations.compareApplication(application, for: scene.karin)
            #expect(try #require(own?.content).comparison.events.isEmpty)
            #expect(try await Self.comparison(made, scene).events.first?.title == "Hemligt")
        }
    }

    private static func rename(_ id: Event.ID, _ title: String, _ transaction: Transaction) async throws {
        var event = try #require(try await transaction.lockEvents([id]).first)
        event.details.title = title
        _ = try await transaction.update(event)
    }

    private static func comparison(_ made: Case, _ scene: Scene) async throws -> CaseComparison {
        let compared = try await scene.operations.compareApplication(
            scene.application(made.application), for: scene.amira,
            recommendation: scene.database.recommendation(on: made.application))
        return try #require(compared?.content).comparison
    }
}
