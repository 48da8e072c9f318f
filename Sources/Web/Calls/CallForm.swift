import Domain

/// The form of a call: what is read from it and how a call stands in it.
enum CallForm {
    /// Which control shows the faults that the Domain finds.
    static func places(_ typed: [String: [String]]) -> [String: String] {
        [
            "opensAt": "opensAt.date", "closesAt": "closesAt.date", "rule.invite": "rule.invite.number",
        ].merging(CallPartsForm.places(typed)) { $1 }
    }

    /// Reads the call, with everything that is wrong beside its field. Does not end the form.
    static func read(_ form: FormReader, sent: [String: [String]]) -> (CallDetails, CallRule) {
        let places = places(sent)
        var details = CallDetails(
            title: form.requiredText("title"), description: form.text("description") ?? "",
            opensAt: form.requiredInstant("opensAt"), closesAt: form.requiredInstant("closesAt"),
            projectStartsOn: form.day("projectStartsOn"), projectEndsOn: form.day("projectEndsOn"),
            budget: form.requiredMoney("budget"), maximumAmount: form.money("maximumAmount"),
            terms: GrantTerms(
                payment: form.requiredChoice("terms.payment", Payment.Mode.fixed),
                needsAcceptance: form.truth("terms.acceptanceNeeded"),
                reportDays: form.requiredInteger("terms.reportDays"),
                paysAfterAppeal: form.truth("terms.paymentAfterAppeal")))
        CallPartsForm.read(form, sent, into: &details)
        let least = form.integer("rule.invite.number")
        // No region has a thousand other libraries; the API has the same limit.
        if let least, least > 1000 { form.errors.add("rule.invite.number", .isTooLarge(most: 1000)) }
        let rule = CallRule(
            invite: least.map(CallRule.Breadth.atLeast) ?? .all, noticeDays: form.requiredInteger("rule.noticeDays"),
            minimumSeatsForOthers: form.requiredInteger("rule.minimumSeatsForOthers"),
            maximumOwnShare: Double(percent(form, "rule.maximumOwnShare")) / 100,
            othersPayNoMore: form.truth("rule.othersPayNoMore"), oneGrantPerEvent: form.truth("rule.oneGrantPerEvent"),
            daysToReply: form.requiredInteger("rule.daysToReply"),
            costsWithoutEvent: form.choices("rule.costsWithoutEvent", GrantRequest.BudgetLine.Kind.self))
        var errors = FieldErrors()
        details.validate(&errors)
        rule.validate(&errors)
        let known = Set(form.errors.all.map(\.field))
        for error in errors.all where !known.contains(places[error.field] ?? error.field) {
            form.errors.add(error.field, error.fault)
        }
        return (details, rule)
    }

    private static func percent(_ form: FormReader, _ name: String) -> Int {
        let percent = form.requiredInteger(name)
        if percent < 0 { form.errors.add(name, .isTooSmall(least: 0)) }
        if percent > 100 { form.errors.add(name, .isTooLarge(most: 100)) }
        return min(max(percent, 0), 100)
    }

    static func values(_ rule: CallRule) -> [String: [String]] {
        var least = ""
        if case .atLeast(let number) = rule.invite { least = "\(number)" }
        return [
            "rule.invite.number": [least], "rule.noticeDays": ["\(rule.noticeDays)"],
            "rule.minimumSeatsForOthers": ["\(rule.minimumSeatsForOthers)"],
            "rule.maximumOwnShare": ["\(Int((rule.maximumOwnShare * 100).rounded()))"],
            "rule.othersPayNoMore": rule.othersPayNoMore ? ["yes"] : [],
            "rule.oneGrantPerEvent": rule.oneGrantPerEvent ? ["yes"] : [], "rule.daysToReply": ["\(rule.daysToReply)"],
            "rule.costsWithoutEvent": rule.costsWithoutEvent.map(\.rawValue),
        ]
    }

    static func values(_ terms: GrantTerms) -> [String: [String]] {
        [
            "terms.payment": [terms.payment.rawValue],
            "terms.acceptanceNeeded": terms.needsAcceptance ? ["yes"] : [],
            "terms.reportDays": ["\(terms.reportDays)"],
            "terms.paymentAfterAppeal": terms.paysAfterAppeal ? ["yes"] : [],
        ]
    }

    /// What stands in the form of a new call.
    static var blank: [String: [String]] {
        values(CallRule()).merging(values(GrantTerms())) { first, _ in first }
            .merging(CallPartsForm.standardTexts) { first, _ in first }
    }

    static func values(_ call: Call) -> [String: [String]] {
        let details = call.details
        let (opens, closes) = (Stockholm.local(details.opensAt), Stockholm.local(details.closesAt))
        return values(call.rule).merging(values(details.terms)) { first, _ in first }.merging([
            "title": [details.title], "description": [details.description], "opensAt.date": [opens.day.text],
            "opensAt.time": [opens.clockText], "closesAt.date": [closes.day.text],
            "closesAt.time": [closes.clockText], "projectStartsOn": [details.projectStartsOn?.text ?? ""],
            "projectEndsOn": [details.projectEndsOn?.text ?? ""], "budget": [details.budget.typed],
            "maximumAmount": [details.maximumAmount?.typed ?? ""],
        ]) { first, _ in first }.merging(CallPartsForm.values(details)) { $1 }
    }
}

extension CallForm {
    /// A call as it was typed, with what nobody has touched left as it is kept: a form shows no fraction of a second or
    /// of a percent.
    static func over(
        _ kept: (details: CallDetails, rule: CallRule), _ typed: (details: CallDetails, rule: CallRule)
    ) -> (CallDetails, CallRule) {
        var details = typed.details
        details.title = TypedText.text(details.title, over: kept.details.title)
        details.description = TypedText.text(details.description, over: kept.details.description)
        details = CallPartsForm.over(kept.details, details)
        if Stockholm.local(details.opensAt) == Stockholm.local(kept.details.opensAt) {
            details.opensAt = kept.details.opensAt
        }
        if Stockholm.local(details.closesAt) == Stockholm.local(kept.details.closesAt) {
            details.closesAt = kept.details.closesAt
        }
        guard values(typed.rule)["rule.maximumOwnShare"] == values(kept.rule)["rule.maximumOwnShare"] else {
            return (details, typed.rule)
        }
        var rule = typed.rule
        rule.maximumOwnShare = kept.rule.maximumOwnShare
        return (details, rule)
    }
}
