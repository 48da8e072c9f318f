import Domain

extension JSONWriter {
    /// What a library asks to change of its grant, before and after, and how it was decided.
    mutating func write(_ request: ChangeRequest, of grant: Grant, _ names: [Person.ID: String]) {
        object {
            $0.member("id", request.id)
            $0.member("number", request.number)
            $0.member("kind", request.change.kind)
            $0.write(request.change, of: grant)
            $0.member("reasons", request.reasons)
            $0.member("requestedBy", actor: names[request.requestedBy])
            $0.member("requestedAt", request.requestedAt)
            $0.member(
                "outcome",
                request.decision.map { $0.isApproved ? "approved" : "rejected" }
                    ?? request.withdrawnAt.map { _ in "withdrawn" })
            $0.member("documentNumber", request.decision?.number)
            $0.member("decisionReasons", request.decision?.reasons)
            $0.member("decidedBy", actor: request.decision.flatMap { names[$0.decidedBy] })
            $0.member("decidedAt", request.decision?.decidedAt)
            $0.member("isReopened", request.decision?.isReopened ?? false)
        }
    }

    private mutating func write(_ change: ChangeRequest.Change, of grant: Grant) {
        switch change {
        case .time(let event, let before, let after):
            member("eventId", event)
            object("before") { $0.write(before) }
            object("after") { $0.write(after) }
        case .amount(let shares):
            array("shares", shares) { json, share in
                json.object {
                    $0.member("eventId", grant.conditions.first { $0.id == share.conditionID }?.eventID)
                    $0.member("before", share.before)
                    $0.member("after", share.after)
                }
            }
        case .eventSwap(let event, let other):
            member("eventId", event)
            member("newEventId", other)
        case .scope(let before, let after):
            object("before") { $0.member("scope", before) }
            object("after") { $0.member("scope", after) }
        }
    }

    private mutating func write(_ period: ChangeRequest.Period) {
        member("startsAt", period.startsAt)
        member("endsAt", period.endsAt)
    }

    /// A new date that was offered for a cancelled event, and the event that a host has proposed since.
    mutating func write(_ offer: SuccessorOffer, proposing event: Event.ID?, _ names: [Person.ID: String]) {
        object {
            $0.member("id", offer.id)
            $0.member("lastDay", offer.lastDay)
            $0.member("message", offer.message)
            $0.member("offeredBy", actor: names[offer.offeredBy])
            $0.member("offeredAt", offer.offeredAt)
            $0.member("proposedEventId", event)
        }
    }
}

extension ChangeRequest.Kind: JSONWritable {}

extension ChangeRequest {
    /// Who has asked for it, and who has decided it.
    var people: [Person.ID] { [requestedBy] + [decision?.decidedBy].compactMap(\.self) }
}

extension ObjectReader {
    /// A change as a program asks for it: what belongs to its kind, and nothing else.
    func wantedChange() -> WantedChange {
        switch requiredChoice("kind", ChangeRequest.Kind.scope) {
        case .time:
            .time(
                requiredID("eventId", Event.self),
                ChangeRequest.Period(startsAt: requiredInstant("startsAt"), endsAt: requiredInstant("endsAt")))
        case .amount: .amount(shares("shares") ?? [])
        case .eventSwap: .eventSwap(requiredID("eventId", Event.self), for: requiredID("newEventId", Event.self))
        case .scope: .scope(requiredText("scope"))
        }
    }

    /// Amounts of events: `[{"eventId": …, "amount": …}]`.
    func shares(_ name: String) -> [GrantRequest.CostShare]? {
        objects(name)?.map { share in
            GrantRequest.CostShare(
                eventID: share.requiredID("eventId", Event.self), amount: share.requiredMoney("amount"))
        }
    }
}
