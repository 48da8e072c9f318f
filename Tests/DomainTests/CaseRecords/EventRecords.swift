import Domain

/// Lund's lecture as a case keeps it, and what the tests do to it.
enum Records {
    static let now = clock("2027-03-01T12:00")
    static let names = UnitNames(
        Dictionary(
            uniqueKeysWithValues: Skane.codes.map { (NamedUnit.ID.library(Library.ID(number: $0)), "Bibliotek \($0)") }
                + [(.branch(Skane.sodraSandby), "Södra Sandby")]))

    static func record(version: Int = 1, _ change: (inout FundedCase) -> Void = { _ in }) -> EventRecord {
        var funded = FundedCase()
        change(&funded)
        return record(funded.event, version: version, members: funded.members)
    }

    static func record(
        _ event: Event, version: Int = 1, members: [RegionFacts.Member] = Skane.members
    ) -> EventRecord {
        let versioned = Event(
            id: event.id, calendarUID: event.calendarUID, details: event.details, status: event.status,
            invitation: event.invitation, invitesRegion: false, sequence: 0, version: version, createdAt: now,
            changedAt: now, confirmedCoHosts: event.confirmedCoHosts, daySaidAt: event.daySaidAt)
        return EventRecord(versioned, region: Skane.region(members), names: names, at: now)
    }

    static func version(
        _ number: Int, by name: String? = "Karin", _ change: (inout FundedCase) -> Void = { _ in }
    ) -> EventVersion {
        EventVersion(
            record: record(version: number, change), recordedAt: now.adding(days: number), recordedBy: name)
    }

    static func application(_ events: [EventRecord], _ change: (inout GrantRequest) -> Void = { _ in })
        -> ApplicationRecord
    {
        var request = GrantRequest(
            title: "Läslust", purpose: "Att lära.", budget: [.init(kind: .fee, amount: .kronor(20_000))],
            requestedAmount: .kronor(20_000))
        change(&request)
        return ApplicationRecord(
            applicant: names[Skane.lund], title: request.title, purpose: request.purpose,
            requestedAmount: request.requestedAmount, budget: request.budget,
            costShares: events.map { NamedShare(eventID: $0.id, title: $0.title, amount: .kronor(20_000)) },
            rule: CallRule(), projectStartsOn: nil, projectEndsOn: nil, events: events)
    }
}
