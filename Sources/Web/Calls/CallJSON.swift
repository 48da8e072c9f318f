import Domain
import Store

extension JSONWriter {
    /// A call as it stands at `instant`.
    mutating func write(_ call: Call, at instant: Instant) {
        object {
            $0.member("id", call.id)
            $0.member("status", call.status(at: instant))
            $0.member("title", call.details.title)
            $0.member("description", call.details.description)
            $0.member("opensAt", call.details.opensAt)
            $0.member("closesAt", call.details.closesAt)
            $0.member("timeZone", Stockholm.name)
            $0.member("projectStartsOn", call.details.projectStartsOn)
            $0.member("projectEndsOn", call.details.projectEndsOn)
            $0.member("budget", call.details.budget)
            $0.member("maximumAmount", call.details.maximumAmount)
            $0.object("rule") { $0.writeMembers(of: call.rule) }
            $0.object("terms") { $0.writeMembers(of: call.details.terms) }
            $0.writeParts(of: call)
            $0.member("publishedAt", call.publishedAt)
            $0.member("version", call.version)
            $0.object("links") {
                $0.member("self", Link.API.call(call.id))
                $0.member("budget", Link.API.budget(call.id))
                $0.member("questions", Link.API.questions(call.id))
                $0.member("page", Link.call(call.id))
            }
        }
    }

    /// The money of a call. What is sought and what is paid is told to the region alone (`money`: of the call, then of
    /// its tracks).
    mutating func writeBudget(of call: Call, money: [CallMoney]?) {
        object {
            $0.member("budget", call.details.budget)
            $0.member("committed", call.committed)
            $0.member("free", call.free)
            if let whole = money?.first {
                $0.writeSums(of: whole)
                $0.writeTracks(money?.dropFirst() ?? [])
            }
        }
    }

    /// A grant as everybody may see it.
    mutating func write(_ award: Award) {
        object {
            $0.member("year", award.year)
            $0.member("awardedAt", award.awardedAt)
            $0.member("scheme", award.scheme)
            $0.member("grantee", award.grantee)
            $0.member("purpose", award.purpose)
            $0.member("amount", award.amount)
            $0.member("source", award.source)
        }
    }

    private mutating func writeMembers(of rule: CallRule) {
        member("version", rule.version)
        switch rule.invite {
        case .all: member("invite", "all")
        case .atLeast(let least): member("invite", least)
        }
        member("noticeDays", rule.noticeDays)
        member("minimumSeatsForOthers", rule.minimumSeatsForOthers)
        member("maximumOwnShare", rule.maximumOwnShare)
        member("othersPayNoMore", rule.othersPayNoMore)
        member("oneGrantPerEvent", rule.oneGrantPerEvent)
        member("daysToReply", rule.daysToReply)
        array("costsWithoutEvent", rule.costsWithoutEvent.map(\.rawValue))
    }
}

extension Call {
    fileprivate func status(at instant: Instant) -> String {
        guard publishedAt != nil else { return "draft" }
        if instant < details.opensAt { return "announced" }
        return isOpen(at: instant) ? "open" : "closed"
    }
}
