import Domain

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
            $0.member("publishedAt", call.publishedAt)
            $0.member("version", call.version)
            $0.object("links") {
                $0.member("self", Link.API.call(call.id))
                $0.member("budget", Link.API.budget(call.id))
                $0.member("page", Link.call(call.id))
            }
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
    }
}

extension Call {
    fileprivate func status(at instant: Instant) -> String {
        guard publishedAt != nil else { return "draft" }
        if instant < details.opensAt { return "announced" }
        return isOpen(at: instant) ? "open" : "closed"
    }
}
