extension FundingRule {
    /// What a change makes worse: of what the rule finds `after`, all that it did not find as bad `before`. A change
    /// that mends something, or leaves it as it was, is never held up by what fails already.
    package static func worsened(
        from before: (event: Event, findings: [Finding]), to after: (event: Event, findings: [Finding])
    ) -> [Finding] {
        after.findings.filter(\.blocks).filter { found in
            !before.findings.contains { earlier in
                earlier.blocks && found.isNoWorse(than: earlier, now: after.event, then: before.event)
            }
        }
    }
}

extension Finding {
    fileprivate func isNoWorse(than earlier: Finding, now: Event, then: Event) -> Bool {
        guard predicate == earlier.predicate else { return false }
        if reason.rank != earlier.reason.rank { return reason.rank < earlier.reason.rank }
        if [.other, .inForce].contains(predicate) { return true }
        // Enough for the call, and fewer than was promised still.
        if reason == .fewerSeatsThanPromised, earlier.reason == .tooFewSeatsForOthers {
            return distance(in: now) <= earlier.distance(in: then)
        }
        return reason == earlier.reason && Set(libraries).isSubset(of: earlier.libraries)
            && distance(in: now) <= earlier.distance(in: then)
    }

    /// How far the event is from what the finding asks for, where that can be measured.
    private func distance(in event: Event) -> Int {
        let details = event.details
        switch reason {
        case .tooFewSeatsForOthers, .fewerSeatsThanPromised: return -(details.seats.reachableByOthers() ?? .max)
        case .ownShareIsTooLarge: return Int(details.seats.ownShare * 1_000_000)
        case .othersPayMore: return (details.prices.others - details.prices.own).ore
        case .othersCloseEarlier:
            let closes = details.registration.closesAt ?? details.startsAt
            return closes.microseconds - (details.registration.othersCloseAt ?? closes).microseconds
        case .registrationOpensTooLate:
            return (details.registration.opensAt ?? details.startsAt).microseconds - details.startsAt.microseconds
        case .noticeIsTooShort:
            return (event.noticeBegan ?? details.startsAt).microseconds - details.startsAt.microseconds
        default: return 0
        }
    }
}

extension Finding.Reason {
    /// Within one predicate: the higher is the worse. Nobody is fewer than too few.
    fileprivate var rank: Int {
        switch self {
        case .nobodyIsInvited, .noOtherLibraryExists, .eventIsCancelled, .noSeatsForOthers: 1
        default: 0
        }
    }
}
