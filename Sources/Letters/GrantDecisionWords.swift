import Domain

/// What letters say of later decisions on a grant.
extension LetterWords {
    func title(of kind: GrantDecision.Kind) -> String {
        switch kind {
        case .amendment: say("Ändringsbeslut", en: "Decision to amend a grant")
        case .changeRefusal: say("Avslag på ändring", en: "Decision not to amend a grant")
        case .repaymentDemand: say("Beslut om återkrav", en: "Decision to demand repayment")
        case .revocation: say("Beslut om upphävande", en: "Decision to revoke a grant")
        }
    }

    func sentence(_ subject: GrantDecisionContent.Subject) -> String {
        switch subject {
        case .amendment: say("Regionen ändrar bidraget så här.", en: "The region amends the grant as follows.")
        case .changeRefusal:
            say("Regionen avslår ändringen. Bidraget gäller som förut.", en: "The region does not amend the grant.")
        case .repaymentDemand(let amount, let day, _):
            say(
                "Regionen kräver tillbaka \(money(amount)). Beloppet ska vara betalt senast \(self.day(day)).",
                en: "The region demands \(money(amount)) back. The sum is to be paid by \(self.day(day)).")
        case .revocation(let amount):
            say(
                "Regionen upphäver bidraget på \(money(amount)).",
                en: "The region revokes the grant of \(money(amount)).")
        }
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
