import Domain
import Testing

private let made = clock("2027-02-01T09:00")
private let later = clock("2027-02-02T09:00")

private func drafted() -> Event { Event.drafted(lecture(), at: made) }

@Suite struct `Changes of an event` {
    @Test func `begin with a draft that invites nobody`() {
        let event = drafted()
        #expect(event.status == .draft && event.invitation == .none && !event.invitesRegion)
        #expect(event.sequence == 0 && event.version == 1 && event.changedAt == made)
        #expect(event.calendarUID != drafted().calendarUID)
    }

    /// RFC 5546 2.1.4: a change of time wants a new SEQUENCE; we tell of a new place too.
    @Test(
        arguments: [
            { (details: inout EventDetails) in details.startsAt = details.startsAt.adding(microseconds: 1) },
            { details in details.endsAt = details.endsAt.adding(hours: 1) },
            { details in details.allDay = true },
            { details in details.attendance = .hybrid },
            { details in details.venue?.name = "Biblioteket i Dalby" },
            { details in details.venue = nil },
        ] as [@Sendable (inout EventDetails) -> Void])
    func `of time or place move the sequence by one`(_ change: @Sendable (inout EventDetails) -> Void) throws {
        let event = try drafted().changed(to: lecture(change), at: later)
        #expect(event.sequence == 1)
        #expect(event.changedAt == later)
    }

    @Test(
        arguments: [
            { (details: inout EventDetails) in details.title = "Källtillit" },
            { details in (details.summary, details.description) = ("Kort", "Långt") },
            { details in details.kind = .workshop },
            { details in details.seats = Seats(forAnybody: 41) },
            { details in details.registration.closesAt = details.startsAt },
            { details in details.audience = [.heads] },
            { details in details.themes = ["demokrati"] },
            { details in details.prices.others = .kronor(100) },
            { details in details.coHostLibraryIDs = [Skane.malmo] },
        ] as [@Sendable (inout EventDetails) -> Void])
    func `of anything else leave the sequence`(_ change: @Sendable (inout EventDetails) -> Void) throws {
        let event = try drafted().changed(to: lecture(change), at: later)
        #expect(event.sequence == 0)
        #expect(event.changedAt == later)
    }

    @Test func `to the same are no changes`() throws {
        #expect(try drafted().changed(to: lecture(), at: later).changedAt == made)
        let published = try drafted().published(at: made)
        #expect(try published.published(at: later) == published)
        let event = drafted()
        let invited = try event.inviting(InvitationWish(scope: .all, state: .bound), at: made)
        #expect(try invited.inviting(InvitationWish(scope: .all, state: .bound), at: later) == invited)
    }

    @Test func `leave what has taken place as it was`() throws {
        let event = try drafted().published(at: made)
        let (during, after) = (clock("2027-04-27T12:00"), clock("2027-04-27T16:00"))
        let moved = lecture { $0.startsAt = clock("2027-05-05T10:00") }
        #expect(throws: Refusal.conflict(.eventHasBegun)) { try event.changed(to: moved, at: during) }
        #expect(throws: Refusal.conflict(.eventHasBegun)) { try event.changed(to: moved, at: after) }
        let longer = lecture { $0.endsAt = clock("2027-04-27T17:00") }
        #expect(try event.changed(to: longer, at: during).details == longer)
        #expect(throws: Refusal.conflict(.eventHasEnded)) { try event.changed(to: longer, at: after) }
        #expect(throws: Refusal.conflict(.eventHasEnded)) {
            try event.changed(to: lecture { $0.title = "Något annat" }, at: after)
        }
        let told = lecture { ($0.description, $0.onlineURL) = ("Så blev det.", "https://film.example/1") }
        #expect(try event.changed(to: told, at: after).details == told)
        let wish = InvitationWish(scope: .all, state: .published)
        #expect(throws: Refusal.conflict(.eventHasEnded)) { try event.inviting(wish, at: after) }
        #expect(try event.inviting(wish, at: during).invitation.scope == .all)
        #expect(try drafted().changed(to: moved, at: after).details == moved)
    }

    @Test func `keep what an event is known by`() throws {
        let event = drafted()
        let changed = try event.changed(to: lecture { $0.title = "Ny" }, at: later).published(at: later)
            .cancelled(because: "Sjukdom", at: later)
        #expect(changed.id == event.id && changed.calendarUID == event.calendarUID && changed.createdAt == made)
    }

    @Test func `publish it for its readers`() throws {
        let event = try drafted().published(at: later)
        #expect(event.status == .published(at: later) && event.publishedAt == later && event.changedAt == later)
    }

    @Test func `call it off, with the reason and a new sequence`() throws {
        let event = try drafted().published(at: made).cancelled(because: "Sjukdom", at: later)
        #expect(event.status == .cancelled(at: later, reason: "Sjukdom", publishedAt: made))
        #expect(event.sequence == 1 && event.changedAt == later && event.publishedAt == made && !event.isPublished)
    }

    @Test(arguments: [
        ("", FieldError.Fault.isMissing), (" \n", .isMissing),
        (String(repeating: "å", count: 2001), .isTooLong(limit: 2000)),
    ])
    func `call it off for a reason that says something`(_ reason: String, _ fault: FieldError.Fault) {
        #expect(throws: Refusal.invalid("reason", fault)) { try drafted().cancelled(because: reason, at: later) }
    }

    /// The reason goes where the title goes: into calendars, mail and a database that stores no NUL.
    @Test(arguments: ["\u{0}", "\u{7}"] as [Unicode.Scalar])
    func `call it off without control characters`(_ control: Unicode.Scalar) {
        #expect(throws: Refusal.invalid("reason", .hasControlCharacters)) {
            try drafted().cancelled(because: "Sjuk\(Character(control))dom", at: later)
        }
    }

    @Test func `are refused when it is cancelled`() throws {
        let event = try drafted().cancelled(because: "Sjukdom", at: later)
        let refusal = Refusal.conflict(.eventIsCancelled)
        #expect(throws: refusal) { try event.changed(to: lecture(), at: later) }
        #expect(throws: refusal) { try event.published(at: later) }
        #expect(throws: refusal) { try event.cancelled(because: "Igen", at: later) }
        #expect(throws: refusal) { try event.inviting(InvitationWish(scope: .all, state: .published), at: later) }
        #expect(throws: refusal) { try event.publishedWithInvitation(at: later) }
    }
}

@Suite struct `Co-hosts` {
    @Test func `host nothing until they have confirmed it, and nobody else can`() throws {
        let named = Event.drafted(lecture { $0.coHostLibraryIDs = [Skane.eslov, Skane.malmo] }, at: made)
        #expect(named.hosts == [Skane.lund])
        let confirmed = try named.confirmed(by: [Skane.malmo, Skane.perstorp], at: later)
        #expect(confirmed.hosts == [Skane.lund, Skane.malmo] && confirmed.changedAt == later)
        #expect(try confirmed.confirmed(by: [Skane.malmo], at: clock("2027-02-03T09:00")) == confirmed)
    }

    @Test func `who are no longer named must confirm it again`() throws {
        let confirmed = try Event.drafted(lecture { $0.coHostLibraryIDs = [Skane.eslov] }, at: made)
            .confirmed(by: [Skane.eslov], at: made)
        let dropped = try confirmed.changed(to: lecture(), at: later)
        #expect(dropped.hosts == [Skane.lund])
        #expect(try dropped.changed(to: confirmed.details, at: later).hosts == [Skane.lund])
    }
}

@Suite struct `Whoever meets an event` {
    private func person(_ role: Role, at library: Library.ID?) -> Person {
        Person(
            id: Person.ID(number: 1), name: "Kim", email: "kim@library.example", libraryID: library,
            roles: [Person.Assignment(role: role, libraryID: role.belongsToLibrary ? library : nil)])
    }

    @Test(arguments: Role.allCases)
    func `changes it only as a host of one of its libraries`(_ role: Role) throws {
        let named = Event.drafted(lecture { $0.coHostLibraryIDs = [Skane.eslov] }, at: made)
        #expect(!named.mayBeEdited(by: person(role, at: Skane.eslov)))
        let event = try named.confirmed(by: [Skane.eslov], at: later)
        #expect(event.mayBeEdited(by: person(role, at: Skane.lund)) == (role == .host))
        #expect(event.mayBeEdited(by: person(role, at: Skane.eslov)) == (role == .host))
        #expect(!event.mayBeEdited(by: person(role, at: Skane.malmo)))
    }

    @Test func `sees a draft only from inside, and everything else from everywhere`() throws {
        let draft = drafted()
        #expect(!draft.maySee(nil))
        #expect(draft.maySee(person(.staff, at: Skane.lund)))
        #expect(!draft.maySee(person(.host, at: Skane.malmo)))
        let named = Event.drafted(lecture { $0.coHostLibraryIDs = [Skane.eslov] }, at: made)
        #expect(named.maySee(person(.staff, at: Skane.eslov)), "they must see it to confirm it")
        #expect(try !draft.cancelled(because: "Sjukdom", at: later).maySee(nil), "nobody knew of it")
        #expect(!draft.maySee(person(.caseOfficer, at: nil)))
        #expect(try draft.published(at: later).maySee(nil))
        #expect(try draft.published(at: later).cancelled(because: "Sjukdom", at: later).maySee(nil))
    }
}
