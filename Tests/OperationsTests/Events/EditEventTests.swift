import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To edit an event` {
    @Test func `changes what was said and tells calendars only when time or place moved`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            let before = try await scene.event(id)
            let renamed = try await scene.edit(id) { $0.title = "Ett annat namn" }
            #expect(renamed.details.title == "Ett annat namn")
            #expect(renamed.sequence == before.sequence)
            #expect(renamed.version == before.version + 1)
            let moved = try await scene.edit(id) { $0.endsAt = $0.endsAt.adding(hours: 1) }
            #expect(moved.sequence == before.sequence + 1)
            #expect(try await scene.event(id) == moved)
        }
    }

    @Test func `stands in the history under one's own name`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            _ = try await scene.edit(id) { $0.title = "Ett annat namn" }
            let versions = try await scene.database.eventVersions(of: [id])
            #expect(versions.allSatisfy { $0.recordedBy == scene.karin.name })
            try await scene.database.run("UPDATE events SET title = 'För hand' WHERE id = '\(id)'")
            #expect(try await scene.database.eventVersions(of: [id]).last?.recordedBy == nil)
        }
    }

    @Test func `is refused for a version that has changed, and nothing is lost`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let first = try await scene.event(id)
            _ = try await scene.edit(id) { $0.title = "Karins namn" }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.editEvent(id, by: scene.ulf, expecting: first.version) { $0 }
            }
            #expect(try await scene.event(id).details.title == "Karins namn")
        }
    }

    @Test func `is refused to strangers and to those of other libraries`() async throws {
        try await withScene { scene in
            let draft = try await scene.draftEvent()
            let published = try await scene.publishedEvent()
            await #expect(throws: Refusal.missing) {
                try await scene.operations.editEvent(draft, by: scene.lena, expecting: nil) { $0 }
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.editEvent(published, by: scene.lena, expecting: nil) { $0 }
            }
        }
    }

    @Test func `cannot give the event to a library where one edits nothing`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let lund = try scene.library(of: scene.lena)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.edit(id) { $0.hostLibraryID = lund }
            }
        }
    }

    @Test func `checks what is typed as a new draft is checked`() async throws {
        try await withScene { scene in
            let id = try await scene.draftEvent()
            let refused = try await refusal { try await scene.edit(id) { $0.title = "" } }
            #expect(refused.fields == ["title"])
            let unknown = try await refusal { try await scene.edit(id) { $0.venue?.municipalityCode = "0000" } }
            #expect(unknown.fields == ["venue.municipalityCode"])
        }
    }

    @Test func `is refused once the event is cancelled`() async throws {
        try await withScene { scene in
            let id = try await scene.publishedEvent()
            _ = try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventIsCancelled)) { try await scene.edit(id) { $0.title = "X" } }
        }
    }

    /// What a grant depends on: each of these closes the event to others, and each names what it would break.
    @Test func `cannot close a funded event to the region by any of its details`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let grant = try #require(try await scene.grant(of: funded.application))
            let before = try await scene.event(funded.event)
            let everybody = try await scene.regionalLibraries()
            for (reason, edit) in Self.closings(everybody) {
                let refused = try await refusal { try await scene.edit(funded.event, edit) }
                guard case .wouldBreach(let findings, let grants) = refused else {
                    Issue.record("\(reason): \(refused)")
                    continue
                }
                #expect(findings.map(\.reason).contains(reason))
                #expect(grants == [grant.id])
            }
            #expect(try await scene.event(funded.event) == before)
        }
    }

    /// That the time for registration passes is no breach; that somebody ends it is.
    @Test func `cannot end the registration of a funded event`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let past = scene.now.adding(hours: -1)
            let soon = scene.now.adding(days: 2)
            let endings: [@Sendable (inout EventDetails) -> Void] = [
                { $0.registration.closesAt = scene.now }, { $0.registration.opensAt = soon },
                {
                    $0.registration.closesAt = past
                    $0.registration.othersCloseAt = past
                },
            ]
            for end in endings {
                let refused = try await refusal { try await scene.edit(funded.event, end) }
                #expect(refused.reasons == [.registrationHasClosed])
            }
            // Two days would take the notice from those who were invited; the call's fourteen do not.
            let curtailed = try await refusal { try await scene.edit(funded.event) { $0.registration.closesAt = soon } }
            #expect(curtailed.reasons == [.registrationHasClosed])
            try await scene.edit(funded.event) { $0.registration.closesAt = scene.now.adding(days: 15) }
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Fullt.",
                .event { details in
                    var details = details
                    details.registration.closesAt = past
                    return details
                }, by: scene.karin)
            #expect(try await scene.grant(of: funded.application)?.paymentHold == true)
        }
    }

    /// It opens in ten days, after everybody has read of it: nobody leaves a minute of it, at either end.
    @Test func `cannot cut the registration of a funded event short before it has opened`() async throws {
        try await withScene { scene in
            let event = try await scene.boundEvent(by: scene.karin)
            let opens = scene.now.adding(days: 10)
            try await scene.edit(event) { $0.registration.opensAt = opens }
            let made = try await scene.case(.approved, for: event)
            for cut in [
                { $0.registration.closesAt = opens.adding(seconds: 60) },
                { $0.registration.closesAt = opens.adding(days: 13) },
                {
                    $0.registration.opensAt = opens.adding(days: 30)
                    $0.registration.closesAt = opens.adding(days: 43)
                },
            ] as [@Sendable (inout EventDetails) -> Void] {
                let refused = try await refusal { try await scene.edit(made.event, cut) }
                #expect(refused.reasons == [.registrationHasClosed])
            }
            try await scene.edit(made.event) { $0.registration.closesAt = opens.adding(days: 14) }
        }
    }

    @Test func `may change what a grant does not depend on`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let edited = try await scene.edit(funded.event) { $0.summary = "Nu med lunch." }
            #expect(edited.invitesRegion)
        }
    }

    private static func closings(
        _ everybody: [Library.ID]
    ) -> [(Finding.Reason, @Sendable (inout EventDetails) -> Void)] {
        [
            (.staffAreNotNamed, { $0.audience = [.public] }),
            (.noSeatsForOthers, { $0.seats = Seats(capacity: 30, own: 30, others: 0, any: 0) }),
            (.ownShareIsTooLarge, { $0.seats = Seats(capacity: 30, own: 20, others: 10, any: 0) }),
            (.tooFewSeatsForOthers, { $0.seats = Seats(capacity: 4, own: 0, others: 4, any: 0) }),
            (.othersCloseEarlier, { $0.registration.othersCloseAt = $0.startsAt.adding(days: -3) }),
            (.registrationOpensTooLate, { $0.registration.opensAt = $0.startsAt.adding(days: -1) }),
            (.othersPayMore, { $0.prices.others = .kronor(500) }),
            (.priceForOthersIsRaised, { ($0.prices.own, $0.prices.others) = (.kronor(500), .kronor(500)) }),
            (.noticeIsTooShort, { $0.startsAt = $0.startsAt.adding(days: -50) }),
            (.placeIsUnknown, { $0.venue?.municipalityCode = nil }),
        ]
    }
}

extension Scene {
    /// Edits an event as Karin does.
    @discardableResult
    func edit(_ id: Event.ID, _ edit: @escaping @Sendable (inout EventDetails) -> Void) async throws -> Event {
        try await operations.editEvent(id, by: karin, expecting: nil) { details in
            var details = details
            edit(&details)
            return details
        }
    }
}
