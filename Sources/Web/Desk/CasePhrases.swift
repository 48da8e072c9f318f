import Domain
import Store

/// What is done in a case.
extension Phrases {
    var recommendAgain: String { say("Lämna ett nytt förslag", en: "Make a new recommendation") }
    var takeTheCase: String { say("Ta ärendet", en: "Take the case") }
    var takingMeans: String {
        say(
            "Du blir handläggare och ärendet går till granskning.",
            en: "You become the case officer and the review begins.")
    }
    var recommendHeading: String { say("Förslag till beslut", en: "Recommendation") }
    var recommendation: String { say("Handläggarens förslag", en: "The case officer's recommendation") }
    var recommend: String { say("Lämna förslaget", en: "Recommend") }
    var approve: String { say("Bevilja", en: "Approve") }
    var reject: String { say("Avslå", en: "Reject") }
    var reasonsHint: String {
        say(
            "Skriv så att sökanden förstår. Skälen blir allmän handling.",
            en: "Write so that the applicant understands. The reasons are an official document.")
    }
    var decideHeading: String { say("Besluta", en: "Decide") }
    var decide: String { say("Fatta beslutet", en: "Make the decision") }
    var decidingMeans: String {
        say(
            "Om du beviljar går inbjudan ut och händelserna publiceras i samma stund. Bidragsregeln prövas en sista gång när du trycker på knappen. Beslutet går inte att ångra.",
            en:
                "If you approve, the invitation goes out and the events are published in the same moment. The funding rule is looked at a last time when you press the button. A decision cannot be undone."
        )
    }
    var dismissHeading: String { say("Avvisa på formell grund", en: "Dismiss on formal ground") }
    var dismissingMeans: String {
        say(
            "Bara om ansökan har kommit in för sent, sökanden inte får söka eller den som skrev under inte var behörig.",
            en: "Only if it was late, the applicant is not eligible, or whoever signed had no authority.")
    }
    var dismiss: String { say("Avvisa", en: "Dismiss") }
    var fourEyesExplained: String {
        say(
            "Två personer ska ha sett varje ärende: en handläggare föreslår och någon annan beslutar. Be en annan beslutsfattare ta det här ärendet.",
            en:
                "Two people are to have seen every case: a case officer recommends and somebody else decides. Ask another decision maker to take this case."
        )
    }
    var conflictExplained: String {
        say(
            "Den som arbetar för ett bibliotek i ärendet, eller själv har skrivit i ansökan, får inte handlägga eller besluta (jäv). Lämna ärendet till en kollega.",
            en:
                "Whoever works for a library of the case, or wrote in the application, may neither prepare nor decide it. Leave it to a colleague."
        )
    }

    func soughtAmount(_ amount: Money) -> String { say("Sökt: \(money(amount)).", en: "Sought: \(money(amount)).") }

    func sentence(_ outcome: Recommendation.Outcome) -> String {
        switch outcome {
        case .approve(let amount): say("Bevilja \(money(amount)).", en: "Approve \(money(amount)).")
        case .reject: say("Avslå.", en: "Reject.")
        }
    }

    func waitingFor(_ status: GrantApplication.Status) -> String {
        switch status {
        case .submitted: say("Ärendet väntar på en handläggare.", en: "The case awaits a case officer.")
        case .completionRequested:
            say(
                "Biblioteket ska komplettera ansökan. Därefter bereder handläggaren ärendet.",
                en: "The library is to complete its application. Then the case officer prepares the case.")
        case .inReview:
            say("Handläggaren bereder ärendet.", en: "The case officer prepares the case.")
        case .readyForDecision:
            say(
                "Ärendet väntar på beslut av en annan person än handläggaren.",
                en: "The case awaits a decision by another person than the case officer.")
        default: say("Ärendet är avslutat.", en: "The case is closed.")
        }
    }

    /// What an entry of the log says besides what happened: of a payment, and of a change, it begins with the number.
    func detail(of event: CaseEvent) -> String {
        if event.kind.hasPrefix("payment-") { return "\(payment) \(event.detail)" }
        return event.kind == "change-request"
            ? say("Ändring \(event.detail)", en: "Change \(event.detail)") : event.detail
    }

    func caseField(_ name: String) -> String {
        switch name {
        case "outcome": say("Utfall", en: "Outcome")
        case "amount": say("Belopp att bevilja", en: "Amount to grant")
        case "reasons": reasonsOfDecision
        case "reopeningGround": say("Rättslig grund", en: "Legal ground")
        case "correction": say("Vad som rättas", en: "What is corrected")
        case "ground": say("Grund för jäv", en: "Ground of the conflict")
        case "text": messageText
        case "reference": say("Hänvisning", en: "Reference")
        case "dismissalGround": say("Formell grund", en: "Formal ground")
        case "fields": say("Det som ska kompletteras", en: "What is to be completed")
        case "message": say("Vad som behövs", en: "What is needed")
        case "dueOn": say("Sista dag", en: "Last day")
        case "returnReason", "liftingReason": say("Anledning", en: "Reason")
        case "reviewerId": reviewer
        case "reviewDueOn": say("Granska senast", en: "Review by")
        case "officerId": say("Ny handläggare", en: "New case officer")
        case "personId": say("Vem det gäller", en: "Whom it concerns")
        case "conflictId": say("Vems jäv", en: "Whose conflict")
        case "explanation": say("Förklaring", en: "Explanation")
        case "visibility": say("Vem som läser", en: "Who reads it")
        default: appealField(name) ?? name
        }
    }
}

/// What a case tells of its past.
extension Phrases {
    var caseLog: String { say("Ärendets gång", en: "Log of the case") }
}
