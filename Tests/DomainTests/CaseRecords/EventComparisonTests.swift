import Domain
import Testing

@Suite struct `What has changed in an event` {
    /// One change of each fact, by what a host does.
    static let changes: [(CaseField, @Sendable (inout FundedCase) -> Void)] = [
        (.eventTitle, { $0.details.title = "En annan" }), (.kind, { $0.details.kind = .retreat }),
        (.summary, { $0.details.summary = "Kort" }), (.description, { $0.details.description = "Långt" }),
        (.time, { $0.details.endsAt = $0.details.endsAt.adding(hours: 1) }),
        (.place, { $0.details.venue = Venue(name: "Ladan", municipalityCode: "1280") }),
        (.audience, { $0.details.audience = [.heads] }), (.seats, { $0.details.seats = Seats(forAnybody: 9) }),
        (.registration, { $0.details.registration.closesAt = clock("2027-03-09T12:00") }),
        (.prices, { $0.details.prices.others = .kronor(100) }),
        (.coHosts, { $0.details.coHostLibraryIDs = [Skane.malmo] }), (.invitationScope, { $0.scope = .public }),
        (.invitationState, { $0.state = .withdrawn }),
        (.invitationWindow, { $0.window = Invitation.Window(visibleUntil: clock("2027-03-09T12:00")) }),
        (.readableSince, { $0.publishedAt = clock("2027-02-20T12:00") }),
        (.daySaidAt, { $0.daySaidAt = clock("2027-02-20T12:00") }),
        (.status, { $0.status = .cancelled(at: Records.now, reason: "Sjuk", publishedAt: $0.publishedAt) }),
    ]

    @Test func `is told fact by fact, and nothing else is`() {
        for (field, change) in Self.changes {
            let found = Records.record().compared(to: Records.record(change)).changes.map(\.change.field)
            #expect(found.contains(field), "\(field)")
            #expect(found == [field] || field == .invitationState && found == [field, .readableSince], "\(field)")
        }
        #expect(Records.record().compared(to: Records.record(version: 9)).changes.isEmpty)
    }

    @Test func `names who was added and who was removed`() throws {
        let before = Records.record { funded in
            (funded.scope, funded.libraries) = (.list, [Skane.malmo, Skane.perstorp])
        }
        let now = Records.record { funded in
            (funded.scope, funded.libraries, funded.branches) = (
                .list, [Skane.perstorp, Skane.eslov], [Skane.sodraSandby]
            )
        }
        let change = try #require(before.compared(to: now).changes.first?.change)
        #expect(change.field == .invitees)
        #expect(change.removed.map(\.name) == ["Bibliotek 1280"])
        #expect(change.added.map(\.name) == ["Bibliotek 1285", "Södra Sandby"])
    }

    @Test func `narrowing from all to a list names everybody who is left out`() throws {
        let now = Records.record { ($0.scope, $0.libraries) = (.list, [Skane.malmo]) }
        let changes = Records.record().compared(to: now).changes.map(\.change)
        #expect(changes.map(\.field) == [.invitationScope, .invitees])
        #expect(try #require(changes.last).removed.count == 31)
        #expect(try #require(changes.last).added.isEmpty)
    }

    @Test func `a library that leaves the region is told, and nobody is said to have done it`() throws {
        let versions = [Records.version(1)]
        let now = Records.record { $0.members.removeAll { $0.libraryID == Skane.eslov } }
        let changed = try #require(Records.record().compared(to: now, versions: versions).changes.first)
        #expect(changed.change.field == .invitees)
        #expect(changed.change.removed.map(\.name) == ["Bibliotek 1285"])
        #expect(changed.version == nil)
    }

    @Test func `a library that has got another name is the same library`() {
        let renamed = EventRecord(
            FundedCase().event, region: Skane.region(Skane.members), names: UnitNames([:]), at: Records.now)
        #expect(Records.record().compared(to: renamed).changes.isEmpty)
    }

    @Test func `another link to a meeting is no change that is told: a link is kept from readers`() {
        func online(_ link: String?) -> EventRecord {
            Records.record {
                $0.details.attendance = .hybrid
                $0.details.onlineURL = link
            }
        }
        #expect(online("https://a.example").compared(to: online("https://b.example")).changes.isEmpty)
        #expect(online("https://a.example").compared(to: online(nil)).changes.map(\.change.field) == [.place])
    }
}
