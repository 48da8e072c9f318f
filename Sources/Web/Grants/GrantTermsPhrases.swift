import Domain

/// The terms of a grant in words: what a signatory reads and accepts.
extension Phrases {
    func words(of file: GrantFile) -> String {
        let grant = file.grant
        let events = grant.conditions.map { "– \(file.title(of: $0)): \(money($0.costShare))" }
        let lines =
            [
                "\(file.application.request.title), \(file.application.receipt?.registryNumber ?? "")",
                say(
                    "\(file.library) beviljas \(money(grant.amount)). \(decided(file.decision.decidedAt))",
                    en: "\(file.library) is granted \(money(grant.amount)). \(decided(file.decision.decidedAt))"),
                say("Pengarna är till för:", en: "The money is for:"),
            ] + events + [say("Villkoren är:", en: "The conditions are:")]
            + terms(of: file.call.rule).map { "– \($0)" } + terms(of: grant.terms).map { "– \($0)" }
        return (lines + [reclaimReservation]).joined(separator: "\n")
    }

    /// What a call says of its money, a sentence each.
    func terms(of terms: GrantTerms) -> [String] {
        var sentences = [
            terms.payment == .fixed
                ? say(
                    "Hela bidraget betalas ut på en gång.", en: "The whole grant is paid at once.")
                : say(
                    "Biblioteket begär pengarna i delar, allteftersom kostnaderna kommer (rekvisition).",
                    en: "The library draws the money in parts, as its costs come.")
        ]
        if terms.needsAcceptance {
            sentences.append(
                say(
                    "En behörig företrädare för biblioteket godtar bidraget innan det gäller.",
                    en: "A signatory of the library accepts the grant before it is in force."))
        }
        if terms.paysAfterAppeal {
            sentences.append(
                say(
                    "Inget betalas ut förrän tiden för att överklaga beslutet har gått ut.",
                    en: "Nothing is paid until the time to appeal the decision has passed."))
        }
        return sentences + [reported(withinDays: terms.reportDays)]
    }

    private func reported(withinDays days: Int) -> String {
        days == 1
            ? say(
                "Bidraget redovisas senast dagen efter den sista händelsen.",
                en: "The grant is reported at the latest on the day after the last event.")
            : say(
                "Bidraget redovisas senast \(number(days)) dagar efter den sista händelsen.",
                en: "The grant is reported at the latest \(number(days)) days after the last event.")
    }

    /// What the fields of a call's terms are called; nil for other fields.
    func termsField(_ name: String) -> String? {
        switch name {
        case "terms.payment": say("När pengarna betalas", en: "When the money is paid")
        case "terms.acceptanceNeeded":
            say("Biblioteket ska godta bidraget innan det gäller", en: "The library accepts the grant first")
        case "terms.paymentAfterAppeal":
            say("Betala först när beslutet inte kan överklagas", en: "Pay only when the decision is final")
        case "terms.reportDays":
            say("Dagar efter sista händelsen till redovisningen", en: "Days after the last event until the report")
        default: nil
        }
    }
}
