import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// When the region sees an event by its invitation (docs/rules.md, P4).
@Suite struct `The window of an invitation` {
    private func look(
        _ scene: Scene, _ id: Event.ID, from: Instant? = nil, until: Instant? = nil, publishBy: Instant? = nil,
        _ state: Invitation.State = .published
    ) async throws -> Event {
        try await scene.operations.changeInvitation(
            of: id,
            to: InvitationForm(
                scope: .all, state: state,
                window: Invitation.Window(visibleFrom: from, visibleUntil: until, publishBy: publishBy)),
            by: scene.karin, expecting: nil)
    }

    private func isListed(_ scene: Scene, _ id: Event.ID) async throws -> [Bool] {
        let calendar = try await scene.database.calendar(EventFilter(), limit: 100, offset: 0)
        let feed = try await scene.database.feed(
            since: scene.now.adding(days: -1), cancelledSince: scene.now.adding(days: -1))
        return [calendar.events.contains { $0.id == id }, feed.contains { $0.id == id }]
    }

    @Test func `shows the event in the calendar and its feed while it is open, and no longer`() async throws {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            #expect(try await isListed(scene, event) == [true, true])
            let later = scene.now.adding(days: 1)
            #expect(try await !look(scene, event, from: later).invitesRegion)
            #expect(try await isListed(scene, event) == [false, false])
            let soon = try await scene.database.now().adding(microseconds: 900_000)
            #expect(try await look(scene, event, until: soon).invitesRegion == false, "it ends before the event")
            #expect(try await isListed(scene, event) == [true, true])
            while try await scene.database.now() < soon { try await Task.sleep(for: .milliseconds(50)) }
            #expect(try await isListed(scene, event) == [false, false])
            #expect(try await look(scene, event).invitesRegion)
        }
    }

    @Test func `opens by itself: the event invites the region from then on, and the calendar is made anew`()
        async throws
    {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            let soon = try await scene.database.now().adding(microseconds: 900_000)
            #expect(try await !look(scene, event, from: soon).invitesRegion)
            let stamp = try await scene.database.calendarStamp().version
            while try await scene.database.now() < soon { try await Task.sleep(for: .milliseconds(50)) }
            _ = try await scene.operations.askAtInstants()
            #expect(try await scene.event(event).invitesRegion)
            #expect(try await scene.database.calendarStamp().version > stamp)
            #expect(try await isListed(scene, event) == [true, true])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `of a funded event is not closed in silence`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let event = try await scene.event(made.event)
            let early = event.details.endsAt.adding(microseconds: -1)
            for window in [Invitation.Window(visibleUntil: early), .init(visibleFrom: scene.now.adding(days: 1))] {
                let form = InvitationForm(scope: .all, state: .published, window: window)
                let refusal = try await #require(throws: Refusal.self) {
                    _ = try await scene.operations.changeInvitation(
                        of: made.event, to: form, by: scene.karin, expecting: nil)
                }
                guard case .wouldBreach(let findings, _) = refusal else {
                    Issue.record("\(refusal)")
                    return
                }
                let reason: Finding.Reason =
                    window.visibleUntil == nil ? .invitationIsNotVisibleYet : .invitationEndsEarly
                #expect(findings.map(\.reason).contains(reason))
            }
            for column in ["visible_until = ends_at - interval '1 second'", "visible_from = now() + interval '1 day'"] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run("UPDATE events SET invitation_\(column) WHERE id = '\(made.event)'")
                }
                #expect(error.constraint == "funded_event_invites_region")
            }
            let form = InvitationForm(scope: .all, state: .published, window: .init(visibleUntil: early))
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Lokalen.", .invitation(form), by: scene.karin, expecting: nil)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.breached])
            #expect(try await look(scene, made.event, until: event.details.endsAt).invitesRegion)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.cured])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `that opens after the decision hinders it, and not the submission that waits for it`() async throws {
        try await withScene { scene in
            let event = try await scene.boundEvent()
            let later = scene.now.adding(days: 5)
            _ = try await look(scene, event, from: later, publishBy: later, .bound)
            let made = try await scene.case(.submitted, for: event)
            _ = try await look(scene, event, from: later, .bound)
            let call = try await scene.openCall()
            await #expect(throws: Refusal.self) {
                let other = try await scene.boundEvent()
                _ = try await look(scene, other, from: later, .bound)
                _ = try await scene.case(.submitted, in: call, for: other)
            }
            let application = try await scene.application(made.application)
            let said = try await scene.operations.evaluateApplication(application, for: scene.amira)
            #expect(said.blocking.map(\.reason) == [.invitationIsNotVisibleYet])
            _ = try await look(scene, event, .bound)
            #expect(
                try await scene.operations.evaluateApplication(application, for: scene.amira).verdict == .holds)
        }
    }

    @Test func `is one, in SQL too`() async throws {
        try await withScene { scene in
            let event = try await scene.publishedEvent()
            let (first, last) = (scene.now.adding(days: 1), scene.now.adding(days: 2))
            await #expect(throws: Refusal.invalid("visibleUntil", .isNotAfter("visibleFrom"))) {
                try await look(scene, event, from: last, until: first)
            }
            await #expect(throws: Refusal.invalid("visibleUntil", .isNotAfter("publishBy"))) {
                try await look(scene, event, until: first, publishBy: first)
            }
            for (column, constraint) in [
                ("visible_from", "invitation_is_seen_before_it_is_no_longer"),
                ("publish_by", "invitation_is_published_before_it_is_no_longer_seen"),
            ] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        "UPDATE events SET invitation_\(column) = now(), invitation_visible_until = now()")
                }
                #expect(error.constraint == constraint)
            }
        }
    }
}
