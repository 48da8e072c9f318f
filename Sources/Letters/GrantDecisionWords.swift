import Domain

/// What letters say of later decisions on a grant.
extension LetterWords {
    func title(of kind: GrantDecision.Kind) -> String {
        switch kind {
        case .amendment: say("Ändringsbeslut", en: "Decision to amend a grant")
        case .changeRefusal: say("Avslag på ändring", en: "Decision not to amend a grant")
        case .withholding: say("Beslut att hålla inne bidrag", en: "Decision to withhold a part of a grant")
        case .repaymentDemand: say("Beslut om återkrav", en: "Decision to demand repayment")
        case .reportSettlement: say("Beslut om slutavräkning", en: "Decision to settle a report")
        case .revocation: say("Beslut om upphävande", en: "Decision to revoke a grant")
        }
    }

    func sentence(_ subject: GrantDecisionContent.Subject) -> String {
        switch subject {
        case .amendment: say("Regionen ändrar bidraget så här.", en: "The region amends the grant as follows.")
        case .changeRefusal:
            say("Regionen avslår ändringen. Bidraget gäller som förut.", en: "The region does not amend the grant.")
        case .withholding(let amount, _):
            say(
                "Regionen betalar inte ut \(money(amount)) av bidraget. Inget krävs tillbaka.",
                en: "The region does not pay \(money(amount)) of the grant. Nothing is demanded back.")
        case .repaymentDemand(let amount, let day, _):
            say(
                "Regionen kräver tillbaka \(money(amount)). Beloppet ska vara betalt senast \(self.day(day)).",
                en: "The region demands \(money(amount)) back. The sum is to be paid by \(self.day(day)).")
        case .reportSettlement(let settlement, let day): sentence(settlement, dueOn: day)
        case .revocation(let amount):
            say(
                "Regionen upphäver bidraget på \(money(amount)).",
                en: "The region revokes the grant of \(money(amount)).")
        }
    }

    private func sentence(_ settlement: GrantDecisionContent.ReportFigures, dueOn day: Day?) -> String {
        guard let day else {
            return say(
                """
                Regionen fastställer bidraget till \(money(settlement.entitled)) enligt redovisningen. Inget krävs \
                tillbaka.
                """,
                en: """
                    By the report the grant comes to \(money(settlement.entitled)). Nothing is demanded back.
                    """)
        }
        return say(
            """
            Regionen fastställer bidraget till \(money(settlement.entitled)) enligt redovisningen och kräver \
            tillbaka \(money(settlement.claimed)), som inte har använts. Beloppet ska vara betalt senast \
            \(self.day(day)).
            """,
            en: """
                By the report the grant comes to \(money(settlement.entitled)). The region demands \
                \(money(settlement.claimed)) back, which was not used. The sum is to be paid by \(self.day(day)).
                """)
    }

    /// The figures of a settlement, in the order in which they lead to what is demanded.
    func lines(of settlement: GrantDecisionContent.ReportFigures) -> [(name: String, amount: Money)] {
        [
            (say("Kostnader enligt redovisningen", en: "Costs by the report"), settlement.costs),
            (say("Högst att få av bidraget", en: "At most given by the grant"), settlement.payable),
            (say("Rätt till enligt redovisningen", en: "The report gives a right to"), settlement.entitled),
            (say("Utbetalt", en: "Paid"), settlement.paid),
            (say("Redan återkrävt", en: "Demanded back before"), settlement.demanded),
            (say("Ska betalas tillbaka", en: "To be paid back"), settlement.claimed),
        ]
    }

    var howToPay: String { say("Så betalar ni", en: "How to pay") }
    /// What it means for the library that a later decision stands no longer.
    func whatFollows(_ kind: GrantDecision.Kind) -> String {
        switch kind {
        case .amendment:
            say(
                "Det som beslutet ändrade är som före ändringen. Vill ni ändra det begär ni det på nytt.",
                en: "What it changed is as before. If you want it changed, ask for that anew.")
        case .changeRefusal:
            say("Er begäran om ändring prövas på nytt.", en: "The change that you asked for is decided anew.")
        case .revocation:
            say(
                "Bidraget gäller igen, med samma villkor som före upphävandet.",
                en: "The grant is in force again, on the conditions that it had before it was revoked.")
        case .withholding, .repaymentDemand, .reportSettlement: isDecidedAnew
        }
    }

    private var isDecidedAnew: String {
        say(
            "Det som krävdes genom beslutet krävs inte längre, och det som har betalats tillbaka betalas ut igen. Saken prövas på nytt.",
            en:
                "What it demanded is demanded no longer, and what was paid back is paid out again. The matter is decided anew."
        )
    }
    var before: String { say("Före", en: "Before") }
    var after: String { say("Efter", en: "After") }

    /// Day and time in Stockholm, from and to.
    func period(_ period: ChangeRequest.Period) -> String {
        "\(moment(period.startsAt))–\(moment(period.endsAt))"
    }

    private func moment(_ instant: Instant) -> String {
        "\(day(Stockholm.day(instant))) \(Stockholm.local(instant).text.dropFirst(11).prefix(5))"
    }
}
