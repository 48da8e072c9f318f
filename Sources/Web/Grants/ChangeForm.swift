import Domain

/// The form in which a signatory asks for a change: its fields are those of its kind.
enum ChangeForm {
    static func read(_ form: FormReader, of grant: Grant) -> WantedChange {
        switch form.requiredChoice("kind", ChangeRequest.Kind.scope) {
        case .time:
            .time(
                form.requiredID("eventId", Event.self),
                ChangeRequest.Period(
                    startsAt: form.requiredInstant("startsAt"), endsAt: form.requiredInstant("endsAt")))
        case .amount:
            .amount(
                grant.conditions.filter(\.binds).enumerated().map { row, condition in
                    GrantRequest.CostShare(eventID: condition.eventID, amount: form.requiredMoney(share(row)))
                })
        case .eventSwap:
            .eventSwap(form.requiredID("eventId", Event.self), for: form.requiredID("newEventId", Event.self))
        case .scope: .scope(form.requiredText("scope"))
        }
    }

    /// The amount of the event in a row.
    static func share(_ row: Int) -> String { "shares.\(row)" }

    /// What stands in the form before anybody has typed.
    /// Where one of several events is to have another time, or to be swapped, nothing of it stands there before it is
    /// chosen.
    static func values(
        of kind: ChangeRequest.Kind, _ file: GrantFile, event chosen: Event.ID?
    ) -> [String: [String]] {
        var values = ["kind": [kind.rawValue]]
        let open = file.grant.conditions.filter(\.binds)
        for (row, condition) in open.enumerated() { values[share(row)] = [condition.costShare.typed] }
        if kind == .scope { values["scope"] = [file.application.request.purpose] }
        let isOfOne = kind == .time || kind == .eventSwap
        let only = open.count == 1 || !isOfOne ? open.first?.eventID : nil
        let wanted = open.first { $0.eventID == chosen }?.eventID ?? only
        guard let event = file.events.first(where: { $0.id == wanted }) else { return values }
        values["eventId"] = [event.id.description]
        for (name, instant) in [("startsAt", event.details.startsAt), ("endsAt", event.details.endsAt)] {
            let local = Stockholm.local(instant)
            values["\(name).date"] = [local.day.text]
            values["\(name).time"] = [String(local.text.dropFirst(11).prefix(5))]
        }
        return values
    }
}
