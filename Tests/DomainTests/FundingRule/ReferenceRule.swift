import Domain
import struct Foundation.Date
import struct Foundation.TimeZone

/// The funding rule once more, written from the text of docs/rules.md alone and as plainly as the text allows: lists,
/// loops and the machine's own calendar. What it shares with the rule in Domain is the words, not a line.
struct ReferenceRule {
    let facts: RuleFacts
    let now: Instant
    /// Whether the decision is made and the condition held.
    let isDecided: Bool

    private static let stockholm = TimeZone(identifier: "Europe/Stockholm")

    func obstacles() -> Set<Obstacle> {
        var found: Set<Obstacle> = []
        for funded in facts.events {
            for (predicate, judgements) in onItsLastDay(funded.event).judgements(funded.event) {
                for (severity, verdict) in judgements {
                    found.insert(
                        Obstacle(event: funded.event.id, predicate: predicate, severity: severity, verdict: verdict))
                }
            }
        }
        if !isDecided, !everyKronaHasAnEvent() {
            found.insert(Obstacle(event: nil, predicate: .everyEvent, severity: .core, verdict: .fails))
        }
        return found
    }

    /// What has been decided is judged until the event has ended, and never later.
    private func onItsLastDay(_ event: Event) -> ReferenceRule {
        let last = Instant(microseconds: event.details.endsAt.microseconds - 1)
        return isDecided && last.microseconds < now.microseconds
            ? ReferenceRule(facts: facts, now: last, isDecided: true) : self
    }

    private func judgements(_ event: Event) -> [(Predicate, [(Severity, Verdict)])] {
        let continuous: [(Predicate, [(Severity, Verdict)])] = [
            (.other, otherPrincipals(event)), (.invited, enoughInvited(event)), (.staff, staffNamed(event.details)),
            (.inForce, inForce(event)), (.openToAct, registrationUsable(event)), (.seats, seats(event.details.seats)),
            (.notice, noticeGiven(event)), (.reachable, reachable(event.details)), (.fairness, pricedFairly(event)),
            (.evidence, proven(event)),
        ]
        let isHost = hostsToday(event).contains(heir(facts.applicant, of: event))
        return continuous + [(.time, inTime(event.details)), (.hostIdentity, isHost ? [] : [(.core, .fails)])]
    }

    /// P7. Nobody pays more for working elsewhere.
    private func pricedFairly(_ event: Event) -> [(Severity, Verdict)] {
        let isDearer = event.details.prices.own.ore < event.details.prices.others.ore
        return facts.rule.othersPayNoMore && isDearer ? [(.call, .fails)] : []
    }

    /// P9. Mail to each that is invited; or the calendar, if the call takes it, and after the decision by its log. Mail
    /// has three days.
    private func proven(_ event: Event) -> [(Severity, Verdict)] {
        if isDecided && facts.isLogged == nil { return [] }
        var reached: [Library.ID] = []
        for library in facts.delivered[event.id] ?? [] { reached.append(heir(library, of: event)) }
        if others(event).allSatisfy({ reached.contains($0) || !reaches($0, event) }) { return [] }
        if facts.rule.calendarIsChannel { return isDecided && facts.isLogged == false ? [(.call, .fails)] : [] }
        if !isDecided { return [(.call, .unknown)] }
        guard let read = firstReadOfAny(event) else { return [(.call, .fails)] }
        return now.microseconds - read.microseconds < 3 * 86_400_000_000 ? [] : [(.call, .fails)]
    }

    /// When both the event and its invitation have been published, whatever has come of them since, and the window of
    /// the invitation has opened.
    private func firstReadOfAny(_ event: Event) -> Instant? {
        guard let invited = event.invitation.publishedAt, let shown = event.publishedAt else { return nil }
        return [invited, shown, event.invitation.window.visibleFrom ?? shown].max()
    }

    /// P1. Who is invited by name, though none of them is another public library of the region.
    private func otherPrincipals(_ event: Event) -> [(Severity, Verdict)] {
        guard event.invitation.scope == .list else { return [] }
        let principals = principals(event)
        let others = others(event).filter { !own(hostsToday(event), of: event).contains($0) }
        return principals.isEmpty || principals.contains { others.contains($0) } ? [] : [(.core, .fails)]
    }

    /// P2. k is all by default; a call may set a lower number, never none.
    private func enoughInvited(_ event: Event) -> [(Severity, Verdict)] {
        let others = others(event)
        let today = own(hostsToday(event), of: event)
        if !others.contains(where: { !today.contains($0) }) { return [(.core, .unknown)] }
        var reached = 0
        var reachedToday = 0
        for other in others {
            guard reaches(other, event) else { continue }
            reached += 1
            if !today.contains(other) { reachedToday += 1 }
        }
        if reachedToday == 0 { return [(.core, .fails)] }
        guard case .atLeast(let number) = facts.rule.invite else {
            return reached == others.count ? [] : [(.call, .fails)]
        }
        return reached >= max(1, min(number, others.count)) ? [] : [(.call, .fails)]
    }

    private func reaches(_ other: Library.ID, _ event: Event) -> Bool {
        switch event.invitation.scope {
        case .all, .public: true
        case .list: principals(event).contains(other)
        case .own: false
        }
    }

    /// P3. The public is not staff, and a reference group is a role that others cannot have.
    private func staffNamed(_ details: EventDetails) -> [(Severity, Verdict)] {
        for audience in details.audience where [.staff, .heads, .ambassadors].contains(audience) { return [] }
        return [(.core, .fails)]
    }

    /// P4. Bound counts as published until the decision, since the decision publishes it.
    private func inForce(_ event: Event) -> [(Severity, Verdict)] {
        if case .cancelled = event.status { return [(.core, .fails)] }
        let window = event.invitation.window
        let opens = window.visibleFrom?.microseconds ?? .min
        let isSeen =
            opens <= now.microseconds
            && (window.visibleUntil?.microseconds ?? .max) >= event.details.endsAt.microseconds
        if !isSeen { return [(.core, .fails)] }
        if event.invitation.state == .bound && !isDecided { return [] }
        if event.invitation.state != .published { return [(.core, .fails)] }
        if isDecided, case .draft = event.status { return [(.core, .fails)] }
        return []
    }

    /// P5. Open now, or opening with the notice that the call wants; never closing on others first, but on own staff
    /// perhaps. What was open when others read of it may close after the decision.
    private func registrationUsable(_ event: Event) -> [(Severity, Verdict)] {
        let details = event.details
        let window = details.registration
        let closes = (window.closesAt ?? details.startsAt).microseconds
        let hasOpened = window.opensAt.map { $0.microseconds <= now.microseconds } ?? true
        let opensInTime =
            window.opensAt.map { $0.microseconds <= details.startsAt.microseconds - notice && !hasOpened } ?? false
        let lastUse = isDecided ? firstRead(event) ?? details.startsAt.adding(days: -9999) : now
        let othersClose = window.othersCloseAt?.microseconds ?? closes
        let isUsable = lastUse.microseconds <= othersClose && (hasOpened || opensInTime)
        let isFair = othersClose >= closes
        return isUsable && isFair ? [] : [(.core, .fails)]
    }

    /// P6.
    private func seats(_ seats: Seats) -> [(Severity, Verdict)] {
        guard let total = seats.capacity else { return [] }
        let free = seats.others + seats.any
        if free == 0 { return [(.core, .fails)] }
        var wanted = facts.rule.minimumSeatsForOthers
        if let promised = facts.promisedSeats { wanted = max(wanted, promised.number ?? total + 1) }
        let areFew = free < wanted
        let areKept = Double(seats.own) > facts.rule.maximumOwnShare * Double(total)
        return areFew || areKept ? [(.call, .fails)] : []
    }

    /// P8. From the first version that was valid, or from when its day was told, whichever came last.
    private func noticeGiven(_ event: Event) -> [(Severity, Verdict)] {
        let published = firstRead(event) ?? [now, event.invitation.window.visibleFrom ?? now].max() ?? now
        let said = firstRead(event) == nil ? nil : event.daySaidAt
        let latest = said.map { $0.microseconds > published.microseconds ? $0 : published } ?? published
        return event.details.startsAt.microseconds - latest.microseconds >= notice ? [] : [(.call, .fails)]
    }

    /// When others could first read the invitation: nobody reads that of an event which is not published.
    private func firstRead(_ event: Event) -> Instant? {
        guard event.invitation.state == .published, let invited = event.invitation.publishedAt else { return nil }
        switch event.status {
        case .published(let shown), .cancelled(_, _, .some(let shown)):
            return [invited, shown, event.invitation.window.visibleFrom ?? shown].max()
        case .draft, .cancelled: return nil
        }
    }

    private var notice: Int { facts.rule.noticeDays * 86_400_000_000 }

    /// P10.
    private func reachable(_ details: EventDetails) -> [(Severity, Verdict)] {
        if details.attendance != .onsite, details.onlineURL != nil, !details.recordingOnly { return [] }
        if details.attendance == .online { return [(.core, .fails)] }
        guard let code = details.venue?.municipalityCode else { return [(.core, .unknown)] }
        return facts.region.municipalityCodes.contains(code) ? [] : [(.core, .fails)]
    }

    /// P11.
    private func inTime(_ details: EventDetails) -> [(Severity, Verdict)] {
        let lastMoment = Instant(microseconds: details.endsAt.microseconds - 1)
        if !isDecided, details.startsAt.microseconds <= now.microseconds { return [(.call, .fails)] }
        if let first = facts.projectStartsOn, day(details.startsAt) < first.daysSince1970 { return [(.call, .fails)] }
        if let last = facts.projectEndsOn, day(lastMoment) > last.daysSince1970 { return [(.call, .fails)] }
        return []
    }

    /// P12, beside that every predicate is asked of every event.
    private func everyKronaHasAnEvent() -> Bool {
        var placed = 0
        for funded in facts.events { placed += funded.costShare.ore }
        let rest = facts.requestedAmount.ore - placed
        return !facts.events.isEmpty
            && (rest == 0 || rest > 0 && placed > 0 && rest <= facts.withoutEvent.ore)
    }

    /// The host, and the co-hosts who said yes.
    private func hostsToday(_ event: Event) -> [Library.ID] {
        (event.confirmedCoHosts + [event.details.hostLibraryID]).map { heir($0, of: event) }
    }

    /// G: these, and everybody who is on a board with one of them on the day.
    private func own(_ hosts: [Library.ID], of event: Event) -> [Library.ID] {
        var own = hosts
        for seat in facts.region.boards where isSeated(seat, for: event) {
            for mate in facts.region.boards where isSeated(mate, for: event) && mate.boardID == seat.boardID {
                if hosts.contains(heir(seat.libraryID, of: event)) { own.append(heir(mate.libraryID, of: event)) }
            }
        }
        return own
    }

    private func isSeated(_ seat: RegionFacts.BoardSeat, for event: Event) -> Bool {
        let late = max(day(event.details.startsAt), day(now))
        return seat.validFrom.daysSince1970 <= late && (seat.validTo?.daysSince1970 ?? .max) > late
    }

    /// Whoever has become a part of another by the event, or by now if that is later, is that other.
    private func heir(_ library: Library.ID, of event: Event) -> Library.ID {
        var heir = library
        var latest = Int.min
        for succession in facts.region.successions where succession.libraryID == library {
            let from = succession.from.daysSince1970
            if from <= day(event.details.startsAt) || from <= day(now), from > latest {
                latest = from
                heir = succession.successorID
            }
        }
        return heir
    }

    /// Others = M − G, an organisation once. While a condition binds, G is as it was when it was given.
    private func others(_ event: Event) -> [Library.ID] {
        var others: [Library.ID] = []
        let hosts = facts.hostsOfItsDay.map { $0.map { heir($0, of: event) } } ?? hostsToday(event)
        let hostly = own(hosts, of: event)
        for member in facts.region.members where !others.contains(member.libraryID) {
            let isHost = hostly.contains(member.libraryID)
            let isMember =
                isMember(member.libraryID, on: day(event.details.startsAt)) && isMember(member.libraryID, on: day(now))
            if isMember && !isHost { others.append(member.libraryID) }
        }
        return others
    }

    private func isMember(_ library: Library.ID, on day: Int) -> Bool {
        for member in facts.region.members where member.libraryID == library {
            let hasCome = member.validFrom.daysSince1970 <= day
            let hasLeft = member.validTo.map { $0.daysSince1970 <= day } ?? false
            if hasCome && !hasLeft { return true }
        }
        return false
    }

    private func principals(_ event: Event) -> [Library.ID] {
        var principals = event.invitation.libraries
        for branch in event.invitation.branches {
            if let library = facts.region.libraryOfBranch[branch] { principals.append(library) }
        }
        return principals.map { heir($0, of: event) }
    }

    private func day(_ instant: Instant) -> Int {
        let second = Int((Double(instant.microseconds) / 1_000_000).rounded(.down))
        let offset = Self.stockholm?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) ?? 0
        return Int((Double(second + offset) / 86_400).rounded(.down))
    }
}
