import Domain

/// The form of a call: what is read from it and how a call stands in it.
enum CallForm {
    static let places = [
        "opensAt": "opensAt.date", "closesAt": "closesAt.date", "rule.invite": "rule.invite.number",
    ]

    /// Reads the call, with everything that is wrong beside its field. Does not end the form.
    static func read(_ form: FormReader) -> (CallDetails, CallRule) {
        let details = CallDetails(
            title: form.requiredText("title"), description: form.text("description") ?? "",
            opensAt: form.requiredInstant("opensAt"), closesAt: form.requiredInstant("closesAt"),
            projectStartsOn: form.day("projectStartsOn"), projectEndsOn: form.day("projectEndsOn"),
            budget: form.requiredMoney("budget"), maximumAmount: form.money("maximumAmount"))
        let least = form.integer("rule.invite.number")
        let rule = CallRule(
            invite: least.map(CallRule.Breadth.atLeast) ?? .all, noticeDays: form.requiredInteger("rule.noticeDays"),
            minimumSeatsForOthers: form.requiredInteger("rule.minimumSeatsForOthers"),
            maximumOwnShare: Double(form.requiredInteger("rule.maximumOwnShare")) / 100)
        var errors = FieldErrors()
        details.validate(&errors)
        rule.validate(&errors)
        let known = Set(form.errors.all.map(\.field))
        for error in errors.all where !known.contains(places[error.field] ?? error.field) {
            form.errors.add(error.field, error.fault)
        }
        return (details, rule)
    }

    static func values(_ rule: CallRule) -> [String: [String]] {
        var least = ""
        if case .atLeast(let number) = rule.invite { least = "\(number)" }
        return [
            "rule.invite.number": [least], "rule.noticeDays": ["\(rule.noticeDays)"],
            "rule.minimumSeatsForOthers": ["\(rule.minimumSeatsForOthers)"],
            "rule.maximumOwnShare": ["\(Int((rule.maximumOwnShare * 100).rounded()))"],
        ]
    }

    static func values(_ call: Call) -> [String: [String]] {
        let details = call.details
        let (opens, closes) = (Stockholm.local(details.opensAt), Stockholm.local(details.closesAt))
        return values(call.rule).merging([
            "title": [details.title], "description": [details.description], "opensAt.date": [opens.day.text],
            "opensAt.time": [opens.clockText], "closesAt.date": [closes.day.text],
            "closesAt.time": [closes.clockText], "projectStartsOn": [details.projectStartsOn?.text ?? ""],
            "projectEndsOn": [details.projectEndsOn?.text ?? ""], "budget": [details.budget.typed],
            "maximumAmount": [details.maximumAmount?.typed ?? ""],
        ]) { first, _ in first }
    }
}
