extension FundingRule {
    /// P5: others can act on the invitation: registration is open to them, or will be in time, and at least as long as
    /// to own staff. Without a window registration is open from publication to the start.
    static func openToAct(_ view: EventView) -> Finding {
        guard let reason = obstacle(of: view.details, view) else { return view.holds(.openToAct) }
        let window = view.details.registration
        guard reason != .othersCloseEarlier else {
            return view.fails(.openToAct, reason, repair: .closeRegistrationTogether(view.event.id, window))
        }
        // What has opened stays so; what is to open too late is open from publication, what has closed to the start.
        var mended = view.details
        mended.registration =
            reason == .registrationHasClosed
            ? RegistrationWindow(opensAt: window.opensAt.flatMap { $0 <= view.assumed ? $0 : nil })
            : RegistrationWindow(closesAt: window.closesAt, othersCloseAt: window.othersCloseAt)
        let isMended = obstacle(of: mended, view) == nil
        return view.fails(
            .openToAct, reason, repair: isMended ? .openRegistration(view.event.id, mended.registration) : nil)
    }

    /// Why others cannot act on an invitation to an event with these details, if so.
    private static func obstacle(of details: EventDetails, _ view: EventView) -> Finding.Reason? {
        if details.othersClose < details.registration.closesAt ?? details.startsAt { return .othersCloseEarlier }
        // After the decision the window may pass: that registration ends is no breach, that it ended before others
        // could use it is.
        let lastUse = view.standing == .actual ? view.firstRead : view.assumed
        if let lastUse, lastUse > details.othersClose { return .registrationHasClosed }
        let latestOpening = details.startsAt.adding(days: -view.facts.rule.noticeDays)
        if let opens = details.registration.opensAt, opens > view.assumed, opens > latestOpening {
            return .registrationOpensTooLate
        }
        return nil
    }

    /// P5 of a change while a condition binds: it must not end the registration that others have. That the time for it
    /// passes is no breach, that somebody ends it is. It may be shortened, but whoever was invited keeps the call's
    /// notice to register in, from when they could read of it and registration is open.
    package static func closedByChange(
        from before: Event, to after: Event, at instant: Instant, noticeDays: Int
    ) -> [Finding] {
        registrationEnded(from: before, to: after, at: instant, noticeDays: noticeDays)
            + movedIntoThePast(from: before, to: after, at: instant)
    }

    private static func registrationEnded(
        from before: Event, to after: Event, at instant: Instant, noticeDays: Int
    ) -> [Finding] {
        func closes(_ event: Event) -> Instant { event.details.othersClose }
        func hasOpened(_ event: Event) -> Bool { event.details.registration.opensAt.map { $0 <= instant } ?? true }
        let isEnded = closes(before) > instant && closes(after) <= instant
        let isPutOff = closes(before) > instant && hasOpened(before) && !hasOpened(after)
        let isCurtailed =
            closes(before) > instant
            && before.firstRead.map { read in
                let opened = window(of: after, read: read)
                return opened.length < window(of: before, read: read).length
                    && closes(after) < opened.opens.adding(days: noticeDays)
            } ?? false
        guard isEnded || isPutOff || isCurtailed else { return [] }
        return [
            Finding(
                .openToAct, .core, .fails, event: after.id, reason: .registrationHasClosed,
                repair: reopening(from: before, to: after, at: instant, noticeDays: noticeDays))
        ]
    }

    /// From when others can register for an event that they could read of from `read` on, and for how many microseconds.
    private static func window(of event: Event, read: Instant) -> (opens: Instant, length: Int) {
        let opens = max(read, event.details.registration.opensAt ?? read)
        return (opens, event.details.othersClose.microseconds - opens.microseconds)
    }

    /// The window that stands mends a change of it. Where the change moves the event besides, it may not.
    private static func reopening(
        from before: Event, to after: Event, at instant: Instant, noticeDays: Int
    ) -> Finding.Repair? {
        let window = before.details.registration
        guard window != after.details.registration else { return nil }
        var mended = after
        mended.details.registration = window
        let left = registrationEnded(from: before, to: mended, at: instant, noticeDays: noticeDays)
        return left.isEmpty ? .openRegistration(after.id, window) : nil
    }

    /// P5 of a change while a condition binds: to what is said to have begun already nobody can come, whether or not
    /// registration had closed. The start of what has begun stands; of what has ended nothing more is asked (P15).
    private static func movedIntoThePast(from before: Event, to after: Event, at instant: Instant) -> [Finding] {
        guard after.details.startsAt != before.details.startsAt, after.details.startsAt <= instant,
            before.details.endsAt > instant
        else { return [] }
        return [Finding(.openToAct, .core, .fails, event: after.id, reason: .eventIsMovedIntoThePast)]
    }

    /// P7 of a change while a condition binds: others were promised the price that they had. That own staff pay as much
    /// mends nothing, since the host pays that to itself.
    package static func dearerByChange(from before: Event, to after: Event, rule: CallRule) -> [Finding] {
        guard rule.othersPayNoMore, after.details.prices.others > before.details.prices.others else { return [] }
        return [Finding(.fairness, .call, .fails, event: after.id, reason: .priceForOthersIsRaised)]
    }

    /// P6: others can reach seats; as many as the call wants and as a condition was promised, and own staff keep no
    /// larger part than it allows.
    static func seats(_ view: EventView) -> [Finding] {
        let seats = view.details.seats
        guard let reachable = seats.reachableByOthers() else { return [view.holds(.seats)] }
        let repair = Finding.Repair.openSeats(view.event.id, seats)
        guard reachable > 0 else { return [view.fails(.seats, .noSeatsForOthers, repair: repair)] }
        var findings: [Finding] = []
        if reachable < view.facts.rule.minimumSeatsForOthers {
            let isMended = seats.capacity ?? 0 >= view.facts.rule.minimumSeatsForOthers
            findings.append(
                view.fails(.seats, .tooFewSeatsForOthers, severity: .call, repair: isMended ? repair : nil))
        } else if let promised = view.facts.promisedSeats, !promised.areKept(by: reachable) {
            findings.append(view.fails(.seats, .fewerSeatsThanPromised, severity: .call))
        }
        if seats.ownShare > view.facts.rule.maximumOwnShare {
            findings.append(view.fails(.seats, .ownShareIsTooLarge, severity: .call, repair: repair))
        }
        return findings.isEmpty ? [view.holds(.seats)] : findings
    }

    /// P7: others pay no more than own staff do. That they stand in one queue is to be asked once there is a queue.
    static func fairness(_ view: EventView) -> Finding {
        let prices = view.details.prices
        guard view.facts.rule.othersPayNoMore, prices.others > prices.own else { return view.holds(.fairness, .call) }
        return view.fails(.fairness, .othersPayMore, severity: .call)
    }

    /// P10: the place is in the region, or there is a link to take part by. A recording is nothing that one is invited
    /// to.
    static func reachable(_ view: EventView) -> Finding {
        let hasLink = view.details.onlineURL != nil && !view.details.recordingOnly
        switch view.details.attendance {
        case .online where view.details.recordingOnly:
            return view.fails(.reachable, .onlyARecordingIsOffered)
        case .online:
            return hasLink ? view.holds(.reachable) : view.fails(.reachable, .linkIsMissing)
        case .hybrid where hasLink:
            return view.holds(.reachable)
        case .onsite, .hybrid:
            guard let code = view.details.venue?.municipalityCode else {
                return view.unknown(.reachable, .placeIsUnknown)
            }
            return view.facts.region.municipalityCodes.contains(code)
                ? view.holds(.reachable) : view.fails(.reachable, .placeIsOutsideTheRegion)
        }
    }
}

extension EventDetails {
    /// When registration ends for others: with that of own staff, unless the host says another time for them.
    var othersClose: Instant { registration.othersCloseAt ?? registration.closesAt ?? startsAt }
}
