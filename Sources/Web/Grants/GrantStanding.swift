import Domain

/// How a case that was granted stands, in one word and with the next step: the grant goes on where the application
/// ends.
extension Phrases {
    /// The one label of a granted case.
    func label(of grant: Grant) -> String {
        switch grant.state {
        case _ where grant.isTakenBack:
            grant.owed > .zero
                ? say("Återkrav", en: "To be paid back")
                : grant.paid > .zero ? say("Återbetald", en: "Paid back") : say("Indragen", en: "Withdrawn")
        case .awarded: say("Beviljad", en: "Awarded")
        case .active where grant.owed > .zero: say("Återkrav", en: "To be paid back")
        case .active where grant.paid > .zero: say("Utbetald", en: "Paid")
        case .active: say("Beviljad med villkor", en: "Awarded on conditions")
        case .changeRequested: say("Ändring begärd", en: "Change requested")
        case .reported, .settled: say("Redovisad", en: "Reported")
        case .repaymentDemanded where grant.owed > .zero: say("Återkrav", en: "To be paid back")
        case .repaymentDemanded: say("Återbetald", en: "Paid back")
        case .closed where !grant.claims.isEmpty: say("Avslutad, återbetald", en: "Closed, paid back")
        case .closed: say("Avslutad", en: "Closed")
        case .ended: say("Bidraget har upphört", en: "The grant has ended")
        }
    }

    /// What its library does next.
    func nextStep(of grant: Grant) -> String {
        switch grant.state {
        case _ where grant.isTakenBack: grant.owed > .zero ? payBack(grant) : nothingToDo
        case .awarded where grant.terms.needsAcceptance:
            say("Läs villkoren och godta bidraget.", en: "Read the terms and accept the grant.")
        case .awarded, .active:
            grant.owed > .zero ? "\(payBack(grant)) \(nextStepInForce(grant))" : nextStepInForce(grant)
        case .changeRequested:
            say("Regionen går igenom ändringen som ni har begärt.", en: "The region looks at the change you asked for.")
        case .reported: say("Regionen går igenom er redovisning.", en: "The region goes through your report.")
        case .settled, .repaymentDemanded: grant.owed > .zero ? payBack(grant) : waitsFor(grant)
        case .closed, .ended: nothingToDo
        }
    }

    private func payBack(_ grant: Grant) -> String {
        guard let first = grant.claims.filter(\.state.isOpen).map(\.dueOn).min() else { return "" }
        return say(
            "Betala tillbaka \(money(grant.owed)) senast \(day(first)).",
            en: "Pay back \(money(grant.owed)) by \(day(first)).")
    }

    private var nothingToDo: String { say("Inget mer att göra.", en: "Nothing more to do.") }

    /// On the page of a grant of which breaches have taken everything.
    var nothingToReport: String {
        say(
            "Hela bidraget är indraget: det finns inget att redovisa.",
            en: "The whole grant has been withdrawn: there is nothing to report.")
    }

    private func nextStepInForce(_ grant: Grant) -> String {
        guard let due = grant.reporting.dueOn else {
            return say(
                "Måste något ändras, begär det på bidragets sida.",
                en: "If something must change, ask on the grant's page.")
        }
        return grant.reporting.isOverdue
            ? say("Redovisningen skulle ha kommit \(day(due)).", en: "The report was due on \(day(due)).")
            : say(
                "Genomför händelserna, och redovisa senast \(day(due)).",
                en: "Hold the events, and report by \(day(due)).")
    }
}
