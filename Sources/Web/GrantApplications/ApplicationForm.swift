import Domain

/// The form of an application: what is read from it and how an application stands in it. Each kind of cost has one line,
/// and each event of the library a box to tick and its share of the money.
enum ApplicationForm {
    static func share(_ event: Event.ID) -> String { "costShare.\(event)" }
    static func line(_ kind: GrantRequest.BudgetLine.Kind) -> String { "budget.\(kind.rawValue)" }

    /// Reads the application; the choices of events are those that were sent. Does not end the form.
    static func read(_ form: FormReader, sent: [String: [String]]) -> GrantRequest {
        let ticked = form.ids("events", Event.self)
        // Whoever writes an amount for an event means it, ticked or not.
        let named = sent.filter { $0.key.hasPrefix("costShare.") && $0.value.contains { !$0.isEmpty } }.keys
            .compactMap { Event.ID($0.dropFirst("costShare.".count)) }
        let chosen = ticked + Set(named).subtracting(ticked).sorted()
        let shares = chosen.map { GrantRequest.CostShare(eventID: $0, amount: form.money(share($0)) ?? .zero) }
        for name in sent.keys where name.hasPrefix("costShare.") { _ = form.text(name) }
        let budget = GrantRequest.BudgetLine.Kind.allCases.compactMap { kind in
            form.money(line(kind)).flatMap { $0 == .zero ? nil : GrantRequest.BudgetLine(kind: kind, amount: $0) }
        }
        let request = GrantRequest(
            title: form.requiredText("title"), purpose: form.text("purpose") ?? "", events: shares, budget: budget,
            requestedAmount: form.money("requestedAmount") ?? .zero)
        var errors = FieldErrors()
        request.validate(&errors)
        let known = Set(form.errors.all.map(\.field))
        for error in errors.all where !known.contains(error.field) { form.errors.add(error.field, error.fault) }
        return request
    }

    static func values(_ request: GrantRequest) -> [String: [String]] {
        var values: [String: [String]] = [
            "title": [request.title], "purpose": [request.purpose],
            "events": request.events.map(\.eventID.description), "requestedAmount": [request.requestedAmount.typed],
        ]
        for share in request.events { values[self.share(share.eventID)] = [share.amount.typed] }
        for kind in GrantRequest.BudgetLine.Kind.allCases {
            values[line(kind)] = [request.budget.filter { $0.kind == kind }.map(\.amount).sum.typed]
        }
        return values
    }

    /// Where the faults of an operation stand: those of one event beside its share.
    static func places(_ request: [String: [String]]) -> [String: String] {
        var places = ["budget": line(.fee)]
        for (index, id) in (request["events"] ?? []).enumerated() {
            places["events[\(index)].eventId"] = "events"
            places["events[\(index)].costShare"] = "costShare.\(id)"
        }
        return places
    }
}
