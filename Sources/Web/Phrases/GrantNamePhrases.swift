package import Domain

/// What the states of applications and grants are called.
extension Phrases {
    package func name(_ status: GrantApplication.Status) -> String {
        switch status {
        case .draft: say("Utkast", en: "Draft")
        case .submitted: say("Inskickad", en: "Submitted")
        case .inReview: say("Under handläggning", en: "In review")
        case .completionRequested: say("Komplettering begärd", en: "Completion requested")
        case .readyForDecision: say("Klar för beslut", en: "Ready for decision")
        case .approved: say("Beviljad", en: "Approved")
        case .approvedPartially: say("Delvis beviljad", en: "Approved in part")
        case .rejected: say("Avslagen", en: "Rejected")
        case .dismissed: say("Avvisad", en: "Dismissed")
        case .withdrawn: say("Återkallad", en: "Withdrawn")
        case .lapsed: say("Förfallen", en: "Lapsed")
        }
    }

    package func name(_ kind: GrantRequest.BudgetLine.Kind) -> String {
        switch kind {
        case .fee: say("Arvode", en: "Fee")
        case .travel: say("Resor", en: "Travel")
        case .premises: say("Lokal", en: "Premises")
        case .catering: say("Förtäring", en: "Catering")
        case .material: say("Material", en: "Materials")
        case .technology: say("Teknik", en: "Technology")
        case .communication: say("Kommunikation", en: "Communication")
        }
    }

    package func name(_ state: Grant.State) -> String {
        switch state {
        case .awarded: say("Beviljat", en: "Awarded")
        case .active: say("Pågående", en: "Active")
        case .changeRequested: say("Ändring begärd", en: "Change requested")
        case .reported: say("Redovisat", en: "Reported")
        case .settled: say("Slutreglerat", en: "Settled")
        case .closed: say("Avslutat", en: "Closed")
        case .ended: say("Upphört", en: "Ended")
        case .repaymentDemanded: say("Återkrävt", en: "Repayment demanded")
        }
    }

    package func name(_ state: Condition.State) -> String {
        switch state {
        case .held: say("Uppfyllt", en: "Held")
        case .breached: say("Brutet", en: "Breached")
        case .cured: say("Åtgärdat", en: "Cured")
        case .waived: say("Efterskänkt", en: "Waived")
        case .enforced: say("Krav har ställts", en: "Enforced")
        case .discharged: say("Fullgjort", en: "Discharged")
        case .frustrated: say("Omöjligt att uppfylla", en: "Frustrated")
        case .notApplicable: say("Gäller inte", en: "Not applicable")
        }
    }

    package func name(_ verdict: Verdict) -> String {
        switch verdict {
        case .holds: say("Uppfyllt", en: "Holds")
        case .fails: say("Inte uppfyllt", en: "Fails")
        case .unknown: say("Går inte att avgöra", en: "Unknown")
        }
    }

    package func name(_ severity: Severity) -> String {
        switch severity {
        case .core: say("Grundvillkor", en: "Core condition")
        case .call: say("Utlysningens villkor", en: "Condition of the call")
        case .hint: say("Råd", en: "Advice")
        }
    }
}
