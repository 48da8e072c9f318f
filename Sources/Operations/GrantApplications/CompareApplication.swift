package import Domain
import Postgres
package import Store

/// What a case was when it was received, and what is another in it now.
package struct ComparedApplication: Sendable {
    package let snapshot: ApplicationSnapshot
    /// What the snapshot says, and what has changed since; nil if it is of a form that this program does not know.
    package let content: (received: ReceivedApplication, comparison: CaseComparison)?
    /// What each completion has changed, the first first.
    package let completions: [(receivedAt: Instant, comparison: CaseComparison)]
}

extension Operations {
    /// Compares an application that `person` may see with what was received of it; nil as long as nothing was. To
    /// people of libraries, events that theirs host no more are left out. `recommendation`: the one that they may see,
    /// while it is to be decided on.
    package func compareApplication(
        _ application: GrantApplication, for person: Person, recommendation: Recommendation? = nil
    ) async throws -> ComparedApplication? {
        let snapshots = try await database.snapshots(of: application.id)
        guard let snapshot = snapshots.last else { return nil }
        guard let received = try snapshot.received, let call = try await database.call(of: application) else {
            return ComparedApplication(snapshot: snapshot, content: nil, completions: [])
        }
        let events = try await database.events(application.request.events.map(\.eventID))
            .filter { person.isOfRegionalDesk || person.belongs(to: $0.details.hosts) }
        let reading = Reading(
            region: try await database.regionFacts(), names: try await database.unitNames(),
            instant: try await database.now())
        let now = ApplicationRecord(
            application, call: call, events: events,
            attachments: try await database.attachments(of: application.id), region: reading.region,
            names: reading.names, at: reading.instant)
        let comparison = received.record.keeping(reading.visible(events, of: application)).compared(
            to: now, versions: reading.versions(try await database.eventVersions(of: events.map(\.id))),
            recommended: application.status == .readyForDecision ? recommendation?.eventVersions ?? [:] : [:],
            isApproved: application.status.isApproved)
        return ComparedApplication(
            snapshot: snapshot, content: (received, comparison),
            completions: try completions(of: snapshots, keeping: reading.visible(events, of: application)))
    }

    /// What each version of what was received has that the one before it had not.
    private func completions(
        of snapshots: [ApplicationSnapshot], keeping isKept: (Event.ID) -> Bool
    ) throws -> [(receivedAt: Instant, comparison: CaseComparison)] {
        let received = try snapshots.compactMap { try $0.received }
        return zip(received, received.dropFirst()).map { before, after in
            (after.receivedAt, before.record.keeping(isKept).compared(to: after.record.keeping(isKept)))
        }
    }
}

/// With what events are read: all their versions with the same names and the same region, so that only what somebody
/// has changed is a change.
private struct Reading {
    let region: RegionFacts
    let names: UnitNames
    let instant: Instant

    func versions(_ stored: [StoredEventVersion]) -> [Event.ID: [EventVersion]] {
        Dictionary(grouping: stored, by: \.event.id).mapValues { versions in
            versions.map { version in
                EventVersion(
                    record: EventRecord(version.event, region: region, names: names, at: instant),
                    recordedAt: version.recordedAt, recordedBy: version.recordedBy)
            }
        }
    }

    /// Whether an event may be told of: one that the application has no more, or that its reader sees.
    func visible(_ events: [Event], of application: GrantApplication) -> (Event.ID) -> Bool {
        let (asked, seen) = (Set(application.request.events.map(\.eventID)), Set(events.map(\.id)))
        return { !asked.contains($0) || seen.contains($0) }
    }
}

extension ApplicationRecord {
    fileprivate func keeping(_ isKept: (Event.ID) -> Bool) -> ApplicationRecord {
        ApplicationRecord(
            applicant: applicant, title: title, purpose: purpose, requestedAmount: requestedAmount, budget: budget,
            costShares: costShares, rule: rule, projectStartsOn: projectStartsOn, projectEndsOn: projectEndsOn,
            events: events.filter { isKept($0.id) }, more: more, partners: partners, attachments: attachments)
    }
}
