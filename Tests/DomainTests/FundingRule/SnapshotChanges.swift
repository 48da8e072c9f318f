import Domain
import RuleSnapshots

extension Invitation {
    func naming(_ scope: Scope, _ libraries: [Library.ID], _ branches: [Branch.ID] = []) -> Invitation {
        Invitation(
            scope: scope, state: state, libraries: libraries, branches: branches, publishedAt: publishedAt,
            window: window)
    }
}

extension Event {
    /// The same list with these on it as well; any other scope stays as it is.
    mutating func invite(_ libraries: [Library.ID] = [], branches: [Branch.ID] = []) {
        guard invitation.scope == .list else { return }
        invitation = invitation.naming(.list, invitation.libraries + libraries, invitation.branches + branches)
    }

    /// The event and its invitation published so many days earlier.
    mutating func advance(days: Int) {
        invitation = Invitation(
            scope: invitation.scope, state: invitation.state, libraries: invitation.libraries,
            branches: invitation.branches, publishedAt: invitation.publishedAt?.adding(days: -days),
            window: invitation.window)
        if case .published(let instant) = status { status = .published(at: instant.adding(days: -days)) }
    }
}

extension Snapshot {
    /// Every instant at which the rule may say something new, and one on either side of them all.
    var declaredInstants: [Instant] {
        var instants = [now.adding(days: -500), now.adding(days: 500)]
        for (event, _) in events {
            let details = event.details
            instants += [details.startsAt, details.startsAt.adding(days: -rule.noticeDays), details.endsAt]
            let window = details.registration
            instants += [window.opensAt, window.closesAt, window.othersCloseAt].compactMap { $0 }
            instants += [event.invitation.window.visibleFrom, event.invitation.window.publishBy].compactMap { $0 }
        }
        for member in members {
            instants += [member.validFrom, member.validTo].compactMap { $0.map(Stockholm.start(of:)) }
        }
        instants += successions.map { Stockholm.start(of: $0.from) }
        instants += boards.flatMap { [$0.validFrom, $0.validTo].compactMap { $0.map(Stockholm.start(of:)) } }
        return Set(instants).sorted()
    }
}

/// Other names for every library, branch and event of a snapshot.
struct Renaming {
    private let numbers: [Int]

    init(using random: inout SeededGenerator) {
        numbers = Array(0..<60).shuffled(using: &random)
    }

    private func name<Subject>(_ id: Identifier<Subject>) -> Identifier<Subject> {
        (0..<60).first { Identifier(number: $0) == id }.map { Identifier(number: 1000 + numbers[$0]) } ?? id
    }

    /// The snapshot under other names, and its lists in another order.
    func renamed(_ given: Snapshot, _ random: inout SeededGenerator) -> Snapshot {
        var other = given
        other.applicant = name(given.applicant)
        other.members = given.members.map {
            RegionFacts.Member(libraryID: name($0.libraryID), validFrom: $0.validFrom, validTo: $0.validTo)
        }.shuffled(using: &random)
        other.successions = given.successions.map {
            RegionFacts.Succession(
                libraryID: name($0.libraryID), successorID: name($0.successorID), from: $0.from)
        }.shuffled(using: &random)
        other.boards = given.boards.map {
            RegionFacts.BoardSeat(
                boardID: name($0.boardID), libraryID: name($0.libraryID), validFrom: $0.validFrom,
                validTo: $0.validTo)
        }.shuffled(using: &random)
        other.delivered = Dictionary(
            uniqueKeysWithValues: given.delivered.map { (name($0), Set($1.map(name))) })
        other.branches = Dictionary(uniqueKeysWithValues: given.branches.map { (name($0), name($1)) })
        other.events = given.events.map { (renamed($0.event, &random), $0.share) }.shuffled(using: &random)
        return other
    }

    private func renamed(_ event: Event, _ random: inout SeededGenerator) -> Event {
        var details = event.details
        details.hostLibraryID = name(details.hostLibraryID)
        details.coHostLibraryIDs = details.coHostLibraryIDs.map(name).shuffled(using: &random)
        let invitation = event.invitation.naming(
            event.invitation.scope, event.invitation.libraries.map(name).shuffled(using: &random),
            event.invitation.branches.map(name).shuffled(using: &random))
        return Event(
            id: name(event.id), calendarUID: event.calendarUID, details: details, status: event.status,
            invitation: invitation, invitesRegion: event.invitesRegion, sequence: event.sequence,
            version: event.version, createdAt: event.createdAt, changedAt: event.changedAt,
            confirmedCoHosts: event.confirmedCoHosts.map(name).shuffled(using: &random),
            daySaidAt: event.daySaidAt)
    }

    /// What was found, by the new names.
    struct Tale: Hashable {
        let event: Event.ID?
        let predicate: Predicate
        let severity: Severity
        let verdict: Verdict
        let reason: Finding.Reason
        let libraries: Set<Library.ID>
    }

    func told(of renamed: Snapshot) -> Set<Tale> {
        Set(renamed.evaluation.findings.map { tale($0, event: $0.eventID, libraries: $0.libraries) })
    }

    func told(ofUnchanged given: Snapshot) -> Set<Tale> {
        Set(
            given.evaluation.findings.map {
                tale($0, event: $0.eventID.map(name), libraries: $0.libraries.map(name))
            })
    }

    private func tale(_ finding: Finding, event: Event.ID?, libraries: [Library.ID]) -> Tale {
        Tale(
            event: event, predicate: finding.predicate, severity: finding.severity, verdict: finding.verdict,
            reason: finding.reason, libraries: Set(libraries))
    }
}
