extension FundingRule {
    /// P1: whoever is invited answers to another principal than the host. A branch of the host is never another
    /// library.
    static func other(_ view: EventView) -> Finding {
        guard view.invitation.scope == .list else { return view.holds(.other) }
        let named = view.named
        guard !named.isEmpty, view.invitedOthers.isEmpty else { return view.holds(.other) }
        let allAreOwn = named.isSubset(of: view.own)
        return view.fails(
            .other, allAreOwn ? .onlyTheHostsOwnUnitsAreInvited : .inviteesAreNotOfTheRegion,
            libraries: named, repair: view.inviteAllOthers)
    }

    /// P2: at least k others are invited; k is all of them unless the call says a number, and never none.
    static func invited(_ view: EventView) -> Finding {
        guard !view.others.isSubset(of: view.own) else { return view.unknown(.invited, .noOtherLibraryExists) }
        guard !view.invitedOthers.isEmpty else {
            return view.fails(.invited, .nobodyIsInvited, repair: view.inviteAllOthers)
        }
        guard view.invited.count >= view.facts.rule.leastInvited(of: view.others.count) else {
            return view.fails(
                .invited, .tooFewAreInvited, severity: .call, libraries: view.others.subtracting(view.invited),
                repair: view.inviteAllOthers)
        }
        return view.holds(.invited)
    }

    /// P2, as a hint: who was invited when others could first read of it, and has closed since or will have on the day.
    /// It is not the host's fault, and hinders nothing as long as somebody is invited. Whoever has merged is there as
    /// its successor.
    static func closed(_ view: EventView) -> [Finding] {
        guard view.invitation.scope != .own else { return [] }
        let (region, hosts) = (view.facts.region, view.facts.hostsOfItsDay ?? [])
        let gone = region.members(on: Stockholm.day(min(view.firstRead ?? view.instant, view.instant)))
            .subtracting(region.members(of: view.event, at: view.instant))
            .subtracting(view.own.union(region.own(hosts, on: view.day)))
            .filter { region.principal(of: $0, on: view.day) == $0 }
        let missed = view.invitation.scope == .list ? gone.intersection(view.named) : gone
        guard !missed.isEmpty else { return [] }
        return [view.fails(.invited, .invitedLibraryHasClosed, severity: .hint, libraries: missed)]
    }

    /// P3: library staff are named as invited. That the public is welcome is not enough.
    static func staff(_ view: EventView) -> Finding {
        guard view.details.audience.contains(where: \.isStaffOfAnyLibrary) else {
            return view.fails(
                .staff, .staffAreNotNamed,
                repair: .nameStaff(view.event.id, audience: [.staff] + view.details.audience))
        }
        return view.holds(.staff)
    }

    /// P4: the invitation is in force and the event can be read without login in the region's calendar and feed.
    static func inForce(_ view: EventView) -> Finding {
        if view.event.isCancelled { return view.fails(.inForce, .eventIsCancelled) }
        let id = view.event.id
        switch (view.invitation.state, view.standing) {
        case (.draft, _):
            return view.fails(.inForce, .invitationIsDraft, repair: .bindInvitation(id, view.invitation))
        case (.withdrawn, _):
            return view.fails(.inForce, .invitationIsWithdrawn, repair: .bindInvitation(id, view.invitation))
        case (.bound, .actual):
            return view.fails(
                .inForce, .invitationIsNotPublished, repair: .publishInvitation(id, view.invitation))
        case (.published, .actual) where !view.event.isPublished:
            return view.fails(.inForce, .eventIsNotPublished, repair: .publishEvent(id))
        case (.bound, _), (.published, _):
            return visible(view)
        }
    }

    /// P4: the region sees it now, and until the event has ended.
    private static func visible(_ view: EventView) -> Finding {
        let window = view.invitation.window
        if let from = window.visibleFrom, from > view.assumed {
            return view.fails(.inForce, .invitationIsNotVisibleYet)
        }
        if let end = window.visibleUntil, end < view.details.endsAt {
            return view.fails(.inForce, .invitationEndsEarly)
        }
        return view.holds(.inForce)
    }

    /// P4, as a hint: the host wanted a bound invitation to be published by now, and nobody has decided.
    static func overdue(_ view: EventView) -> [Finding] {
        guard view.standing != .actual, view.invitation.state == .bound, !view.event.isCancelled,
            let latest = view.invitation.window.publishBy, latest < view.instant
        else { return [] }
        return [view.fails(.inForce, .publicationIsOverdue, severity: .hint)]
    }

    /// P8: between publication, or when the day was said, and start lie at least the call's days of notice, of 24 hours
    /// each.
    static func notice(_ view: EventView) -> Finding {
        let earliest = view.readAt.adding(days: view.facts.rule.noticeDays)
        guard view.details.startsAt >= earliest else { return view.fails(.notice, .noticeIsTooShort, severity: .call) }
        return view.holds(.notice, .call)
    }
}

extension CallRule {
    /// k of predicate P2 where `others` other libraries exist.
    package func leastInvited(of others: Int) -> Int {
        switch invite {
        case .all: others
        case .atLeast(let least): max(1, min(least, others))
        }
    }
}
