import Domain

/// The form of an application: what is read from it and how an application stands in it. Events with their shares, and
/// lines of the budget, are lists of rows: any number, in the order in which they were typed.
enum ApplicationForm {
    static let events = FormRows(name: "events", fields: ["eventId", "costShare"])
    static let budget = FormRows(name: "budget", fields: ["kind", "amount"])

    /// The button that asks for one more row of a list; its value is the list's name.
    static let moreRows = "more"

    /// Reads some parts of an application; the others are as `kept` says, and a form that has a field of theirs is
    /// refused. `sent` is the form as it was typed. Does not end the form.
    static func read(
        _ form: FormReader, sent: [String: [String]], parts: [GrantRequest.Part], over kept: GrantRequest,
        _ questions: QuestionSet
    ) -> GrantRequest {
        var request = kept
        for part in parts {
            switch part {
            case .title: request.title = form.requiredText("title")
            case .track: request.trackID = form.id("trackId", CallTrack.self)
            case .purpose: request.purpose = form.text("purpose") ?? ""
            case .events: request.events = shares(form, sent)
            case .budget: request.budget = lines(form, sent)
            case .requestedAmount: request.requestedAmount = form.money("requestedAmount") ?? .zero
            case .answers: request.answers = AnswersForm.read(form, sent, questions)
            default: ProjectPlanForm.read(form, part, into: &request.plan)
            }
        }
        check(request, form, sent)
        return request
    }

    /// What stands in the fields of some parts.
    static func values(
        _ request: GrantRequest, _ questions: QuestionSet, parts: [GrantRequest.Part]
    ) -> [String: [String]] {
        values(request, questions).filter { field, _ in GrantRequest.Part(field: field).map(parts.contains) ?? false }
    }

    private static func shares(_ form: FormReader, _ sent: [String: [String]]) -> [GrantRequest.CostShare] {
        events.pass(form, sent)
        var named: Set<Event.ID> = []
        return events.filled(in: sent).map { row in
            let field = events.field("eventId", row)
            let id = form.requiredID(field, Event.self)
            if !named.insert(id).inserted { form.errors.add(field, .isTwice) }
            return GrantRequest.CostShare(eventID: id, amount: form.money(events.field("costShare", row)) ?? .zero)
        }
    }

    private static func lines(_ form: FormReader, _ sent: [String: [String]]) -> [GrantRequest.BudgetLine] {
        budget.pass(form, sent)
        return budget.filled(in: sent).map { row in
            GrantRequest.BudgetLine(
                kind: form.requiredChoice(budget.field("kind", row), .fee),
                amount: form.money(budget.field("amount", row)) ?? .zero)
        }
    }

    /// What Domain finds wrong, but not again what has been found beside a row.
    private static func check(_ request: GrantRequest, _ form: FormReader, _ sent: [String: [String]]) {
        var errors = FieldErrors()
        request.validate(&errors)
        let known = Set(form.errors.all.map(\.field))
        for error in errors.all where !known.contains(error.field) {
            guard error.field != "events" || error.fault != .isTwice else { continue }
            form.errors.add(error.field, error.fault)
        }
    }

    static func values(_ request: GrantRequest, _ questions: QuestionSet) -> [String: [String]] {
        var values: [String: [String]] = [
            "title": [request.title], "purpose": [request.purpose], "requestedAmount": [request.requestedAmount.typed],
            "trackId": [request.trackID?.description ?? ""],
        ]
        values.merge(ProjectPlanForm.values(request.plan)) { $1 }
        values.merge(AnswersForm.values(request.answers, questions)) { $1 }
        for (row, share) in request.events.enumerated() {
            values[events.field("eventId", row)] = [share.eventID.description]
            values[events.field("costShare", row)] = [share.amount.typed]
        }
        for (row, line) in request.budget.enumerated() {
            values[budget.field("kind", row)] = [line.kind.rawValue]
            values[budget.field("amount", row)] = [line.amount.typed]
        }
        return values
    }

    /// The events that are named, whether or not there are such.
    static func chosen(in typed: [String: [String]]) -> [Event.ID] {
        events.numbers(in: typed).compactMap { typed[events.field("eventId", $0)]?.first.flatMap { Event.ID($0) } }
    }

    /// Which row shows the faults that an operation finds: it counts only rows in which something stands.
    static func places(_ typed: [String: [String]]) -> [String: String] {
        var places = [
            "events": events.field("eventId", events.numbers(in: typed).first ?? 0),
            "budget": budget.field("amount", budget.numbers(in: typed).first ?? 0),
        ]
        for (index, row) in events.filled(in: typed).enumerated() {
            places["events[\(index)].eventId"] = events.field("eventId", row)
            places["events[\(index)].costShare"] = events.field("costShare", row)
        }
        return places
    }
}

extension GrantRequest {
    /// This, as it was typed, with what nobody has touched left as it is kept.
    func over(_ kept: GrantRequest, _ questions: QuestionSet) -> GrantRequest {
        var request = self
        request.title = TypedText.text(title, over: kept.title)
        request.purpose = TypedText.text(purpose, over: kept.purpose)
        request.plan = ProjectPlanForm.over(kept.plan, plan)
        request.answers = AnswersForm.over(kept.answers, answers, questions)
        return request
    }
}
