import Domain

/// Bodies of the API.
enum DecisionOrderBody {
    static func delegation(_ json: ObjectReader) throws(Refusal) -> Delegation {
        let delegation = Delegation(
            id: Delegation.ID(), number: json.requiredText("number"), text: json.requiredText("text"),
            personID: json.id("personId", Person.self),
            outcomes: Set(json.choices("outcomes", GrantApplication.Status.self) ?? []),
            maximumAmount: json.money("maximumAmount"), validFrom: json.requiredDay("validFrom"),
            validTo: json.day("validTo"))
        try json.end()
        return delegation
    }

    static func text(_ json: ObjectReader) throws(Refusal) -> DecisionText {
        let text = DecisionText(
            kind: json.requiredChoice("kind", .report), language: json.requiredChoice("language", .swedish),
            validFrom: json.requiredDay("validFrom"), text: json.requiredText("text"))
        try json.end()
        return text
    }

    static func terms(_ json: ObjectReader) throws(Refusal) -> DecisionTerms {
        let terms = DecisionTerms(
            outcomesToldAt: json.instant("outcomesToldAt"),
            appeal: json.requiredChoice("appeal", .legalityReview), reportDueOn: json.day("reportDueOn"))
        try json.end()
        return terms
    }
}

/// The same from forms of pages.
enum DecisionOrderForm {
    static func delegation(_ form: FormReader) throws(Refusal) -> Delegation {
        let delegation = Delegation(
            id: Delegation.ID(), number: form.requiredText("number"), text: form.requiredText("delegationText"),
            personID: form.id("personId", Person.self),
            outcomes: Set(form.choices("outcomes", GrantApplication.Status.self)),
            maximumAmount: form.money("maximumAmount"), validFrom: form.requiredDay("delegationFrom"),
            validTo: form.day("validTo"))
        if delegation.outcomes.isEmpty { form.errors.add("outcomes", .isMissing) }
        try form.end()
        return delegation
    }

    static func text(_ form: FormReader) throws(Refusal) -> DecisionText {
        let text = DecisionText(
            kind: form.requiredChoice("kind", .report), language: form.requiredChoice("language", .swedish),
            validFrom: form.requiredDay("validFrom"), text: form.requiredText("text"))
        try form.end()
        return text
    }

    static func terms(_ form: FormReader) throws(Refusal) -> (DecisionTerms, version: Int?) {
        let version = form.requiredInteger("version")
        let terms = DecisionTerms(
            outcomesToldAt: form.instant("outcomesToldAt"),
            appeal: form.requiredChoice("appeal", .legalityReview), reportDueOn: form.day("reportDueOn"))
        try form.end()
        return (terms, version)
    }

    static func values(_ terms: DecisionTerms) -> [String: [String]] {
        var values = ["appeal": [terms.appeal.rawValue]]
        if let instant = terms.outcomesToldAt {
            let local = Stockholm.local(instant)
            values["outcomesToldAt.date"] = [local.day.text]
            let minute = local.minute < 10 ? "0\(local.minute)" : "\(local.minute)"
            values["outcomesToldAt.time"] = ["\(local.hour < 10 ? "0" : "")\(local.hour):\(minute)"]
        }
        if let day = terms.reportDueOn { values["reportDueOn"] = [day.text] }
        return values
    }
}
