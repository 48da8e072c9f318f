import Domain

/// What the pages of an application say.
extension Phrases {
    var application: String { say("Ansökan", en: "Application") }
    var event: String { say("Händelse", en: "Event") }
    var applicant: String { say("Sökande", en: "Applicant") }
    var registryNumber: String { say("Diarienummer", en: "Registry number") }
    var status: String { say("Status", en: "Status") }
    var sought: String { say("Sökt belopp", en: "Amount sought") }
    var amount: String { say("Belopp", en: "Amount") }
    var sum: String { say("Summa", en: "Sum") }
    var kindOfCost: String { say("Kostnad", en: "Cost") }
    var callOfApplication: String { say("Utlysning", en: "Call") }
    var submitHeading: String { say("Skicka in ansökan", en: "Submit the application") }
    var submit: String { say("Skicka in", en: "Submit") }
    var submittingMeans: String {
        say(
            "När du skickar in får ansökan ett diarienummer. Den går sedan inte att ändra, men du kan återkalla den tills regionen har beslutat.",
            en:
                "When you submit, the application gets a registry number. It can then not be changed, but you can withdraw it until the region has decided."
        )
    }
    var onlySignatorySubmits: String {
        say(
            "Den som är behörig att skriva under för ert bibliotek skickar in ansökan. Säg till när den är klar.",
            en: "Your library's signatory submits the application. Tell them when it is ready.")
    }
    var attestation: String {
        say(
            "Jag får företräda biblioteket och intygar att uppgifterna är riktiga",
            en: "I may act for the library and attest that what is said is right")
    }
    var withdrawHeading: String { say("Återkalla ansökan", en: "Withdraw the application") }
    var withdrawNow: String { say("Återkalla", en: "Withdraw") }
    var withdrawingMeans: String {
        say(
            "Ärendet avslutas utan beslut. Inbjudningar som var lovade för ansökans skull blir utkast igen. Det går inte att ångra.",
            en:
                "The case ends without a decision. Invitations that were bound for its sake become drafts again. This cannot be undone."
        )
    }
    var receiptTitle: String { say("Mottagningsbevis", en: "Receipt") }
    var isReceived: String { say("Ansökan har kommit in", en: "The application has been received") }
    var keepTheNumber: String {
        say("Ange diarienumret om du kontaktar oss.", en: "Give the registry number if you contact us.")
    }
    var receivedAt: String { say("Kom in", en: "Received") }
    var submittedBy: String { say("Inskickad av", en: "Submitted by") }
    var whatHappensNow: String { say("Vad händer nu?", en: "What happens now?") }
    var toTheApplication: String { say("Till ansökan", en: "To the application") }

    /// What somebody at the library does next, or waits for.
    func nextStep(
        of application: GrantApplication, as grant: Grant? = nil, in call: Call?, at now: Instant, maySign: Bool
    ) -> String {
        if let grant, application.status.isApproved { return nextStep(of: grant) }
        return switch application.status {
        case .draft: nextStepOfDraft(call, now, maySign: maySign)
        case .submitted:
            say(
                "Regionen har fått ansökan. En handläggare tar snart hand om den.",
                en: "The region has received it. A case officer will soon take the case.")
        case .inReview: say("En handläggare bereder ärendet.", en: "A case officer prepares the case.")
        case .completionRequested: say("Regionen behöver mer uppgifter av er.", en: "The region needs more from you.")
        case .readyForDecision: say("Ärendet väntar på beslut.", en: "The case awaits a decision.")
        case .approved, .approvedPartially:
            say(
                "Bidraget är beviljat och inbjudan har gått ut. Måste något ändras gör du det på händelsens sida.",
                en:
                    "The grant is given and the invitation has gone out. If something must change, do so on the event's page."
            )
        case .rejected, .dismissed:
            say("Ärendet är avgjort. Läs skälen nedan.", en: "The case is decided. Read the reasons below.")
        case .withdrawn: say("Ni har återkallat ansökan.", en: "You have withdrawn the application.")
        case .lapsed:
            say(
                "Utlysningen stängde innan ansökan skickades in.",
                en: "The call closed before the application was submitted.")
        }
    }
}

extension Phrases {
    private func nextStepOfDraft(_ call: Call?, _ now: Instant, maySign: Bool) -> String {
        if let call, call.details.closesAt <= now {
            return say(
                "Utlysningen har stängt. Utkastet går inte längre att skicka in.",
                en: "The call has closed. The draft can no longer be submitted.")
        }
        if let call, now < call.details.opensAt {
            return say(
                "Skriv klart. Ansökan går att skicka in från \(moment(call.details.opensAt)).",
                en: "Finish writing. It can be submitted from \(moment(call.details.opensAt)).")
        }
        return maySign
            ? say("Läs igenom och skicka in.", en: "Read through and submit.")
            : say(
                "Skriv klart, och be den som är behörig att skriva under att skicka in.",
                en: "Finish writing, and ask your signatory to submit.")
    }
}

/// What decisions and grants say.
extension Phrases {
    var decision: String { say("Beslut", en: "Decision") }
    var reasonsOfDecision: String { say("Skäl", en: "Reasons") }
    var condition: String { say("Villkor", en: "Condition") }
    var conditionsOfGrant: String { say("Villkor för bidraget", en: "Conditions of the grant") }
    var paymentIsHeld: String { say("Utbetalningen är pausad", en: "Payment is held") }
    /// What a breach does to a grant: it holds what is still to be paid, and puts at stake what was paid.
    func holdTitle(_ grant: Grant) -> String { grant.isPaidOut ? conditionIsBroken : paymentIsHeld }
    func holdMeans(_ grant: Grant) -> String {
        guard grant.isPaidOut else { return paymentIsHeldMeans }
        return say(
            "Hela bidraget är utbetalt. Regionen tar ställning till avvikelsen, och kan då kräva tillbaka pengar.",
            en: "The whole grant is paid. The region considers the deviation, and may then claim money back.")
    }
    var conditionIsBroken: String {
        say("Villkoret för bidraget är brutet", en: "The condition of the grant is broken")
    }
    var paymentIsHeldMeans: String {
        say(
            "En avvikelse har anmälts. Inget betalas ut förrän regionen har tagit ställning.",
            en: "A deviation has been reported. Nothing is paid until the region has considered it.")
    }
    var reclaimReservation: String {
        say(
            "Regionen förbehåller sig rätten att kräva tillbaka hela eller en del av bidraget om villkoren inte följs. Ändringar ska anmälas utan dröjsmål.",
            en:
                "The region reserves the right to reclaim all or part of the grant if the conditions are not kept. Changes must be reported without delay."
        )
    }
    func decided(_ instant: Instant) -> String {
        say("Beslutat \(moment(instant)).", en: "Decided \(moment(instant)).")
    }

    func sentence(_ outcome: Decision.Outcome) -> String {
        switch outcome {
        case .approved(let amount):
            say("Regionen beviljar \(money(amount)).", en: "The region grants \(money(amount)).")
        case .approvedPartially(let amount):
            say("Regionen beviljar delvis, med \(money(amount)).", en: "The region grants in part: \(money(amount)).")
        case .rejected: say("Regionen avslår ansökan.", en: "The region rejects the application.")
        case .dismissed: say("Regionen avvisar ansökan.", en: "The region dismisses the application.")
        }
    }
}
