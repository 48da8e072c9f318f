import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What a host changes of an event is told where a condition binds it, and nothing is said of what was only saved again.
@Suite struct `A change that breaks nothing` {
    @Test func `stands in the log of the case with what was changed, and the region is told`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let event = accepted.case.event
            let title = try await scene.event(event).details.title
            try await scene.edit(event) {
                ($0.title, $0.kind, $0.description) = ("Något annat", .conference, "En annan dag.")
            }
            let log = try await scene.database.caseEvents(of: accepted.case.application)
            #expect(log.last?.kind == "event-change")
            #expect(log.last?.detail == "\(title)\nTitel, Typ, Beskrivning", "under the name that the region knows")
            let told = try #require(try await scene.database.outbox(limit: 1).first)
            #expect(told.topic == "event-changed")
            #expect(told.payload.contains("description") && told.payload.contains("\(event)"))
            #expect(try await scene.grant(accepted.grant.id).conditions.map(\.state) == [.held])
            let before = try await scene.event(event).version
            try await scene.edit(event) { $0.title = "Något annat" }
            try await scene.invite(event, .all, .published)
            #expect(try await scene.event(event).version == before)
            #expect(try await scene.database.caseEvents(of: accepted.case.application).count == log.count)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `leaves a recommendation as it is where nothing is shown that is another`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let before = try await scene.event(made.event)
            try await scene.edit(made.event) { $0.title = before.details.title }
            try await scene.invite(made.event, .all, .bound)
            try await scene.database.run("UPDATE events SET title = title WHERE id = '\(made.event)'")
            #expect(try await scene.event(made.event) == before, "nothing has moved, by SQL neither")
            let themed = try await scene.edit(made.event) { $0.themes = ["digitalt"] }
            #expect(themed.version == before.version + 1, "the control: a change moves the version")
            let log = try await scene.database.caseEvents(of: made.application).map(\.kind)
            #expect(!log.contains("event-change"), "nothing binds it yet")
            try await scene.approve(made.application)
        }
    }

    @Test func `is refused where something is shown that the case officer had not seen`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let title = try await scene.event(made.event).details.title
            try await scene.edit(made.event) { $0.title = "En annan" }
            await #expect(throws: Refusal.conflict(.recommendationIsStale)) {
                try await scene.approve(made.application)
            }
            try await scene.edit(made.event) { $0.title = title }
            try await scene.approve(made.application)
        }
    }

    @Test func `of an application moves no version where it is saved as it stands`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let before = try await scene.application(made.application)
            let same = try await scene.operations.editApplication(made.application, by: scene.karin, expecting: nil) {
                $0
            }
            #expect(same.version == before.version)
            #expect(try await scene.application(made.application).version == before.version)
        }
    }
}
