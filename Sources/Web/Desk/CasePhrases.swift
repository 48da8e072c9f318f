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
        case "reopeningGround", "laterGround": say("Rättslig grund", en: "Legal ground")
        case "laterDocumentId": say("Beslut", en: "Decision")
        case "laterReference": caseField("reference")
        case "laterReasons": caseField("reasons")
        case "correction": say("Vad som rättas", en: "What is corrected")
        case "ground": say("Grund för jäv", en: "Ground of the conflict")
        case "text": messageText
        case "reference": say("Hänvisning", en: "Reference")
        case "dismissalGround": say("Formell grund", en: "Formal ground")
        case "fields": say("Det som ska kompletteras", en: "What is to be completed")
        case "message": say("Vad som behövs", en: "What is needed")
        case "dueOn": say("Sista dag", en: "Last day")
        case "returnReason", "liftingReason": say("Anledning", en: "Reason")
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
    var caseLog: String { say("Händelser i ärendet", en: "Log of the case") }

    /// What somebody did, by the command's or the outcome's name.
    func happened(_ kind: String) -> String {
        switch kind {
        case "draft": say("Utkastet började skrivas", en: "The draft was begun")
        case "edit": say("Utkastet ändrades", en: "The draft was changed")
        case "submit": say("Ansökan kom in", en: "The application was received")
        case "handle": say("Ärendet togs om hand", en: "The case was taken")
        case "recommend": say("Förslag lämnades", en: "A recommendation was made")
        case "approve", "approved": say("Ansökan beviljades", en: "The application was approved")
        case "approvePartially", "approved-partially":
            say("Ansökan beviljades delvis", en: "The application was approved in part")
        case "reject", "rejected": say("Ansökan avslogs", en: "The application was rejected")
        case "dismiss", "dismissed": say("Ansökan avvisades", en: "The application was dismissed")
        case "ask-to-sign": say("Underskrift begärdes", en: "The signature was asked for")
        case "co-apply": say("En medsökande bekräftade", en: "A co-applicant confirmed")
        case "not-co-apply": say("En medsökande tackade nej", en: "A co-applicant declined")
        case "withdraw": say("Ansökan återkallades", en: "The application was withdrawn")
        case "announce": say("Beslutet anslogs", en: "The decision was posted")
        case "correct": say("Beslutet rättades", en: "The decision was corrected")
        case "reopen-later": say("Ett senare beslut omprövas", en: "A later decision was reopened")
        case "reopen": say("Beslutet omprövas", en: "The decision was reopened")
        case "appeal": say("Beslutet överklagades", en: "The decision was appealed")
        case "end-appeal": say("Ett överklagande avgjordes", en: "An appeal ended")
        case "request-completion": say("Komplettering begärdes", en: "A completion was asked for")
        case "edit-completion": say("Kompletteringen ändrades", en: "The completion was changed")
        case "complete": say("Kompletteringen kom in", en: "The completion was received")
        case "end-completion": say("Tiden för komplettering gick ut", en: "The time to complete passed")
        case "return-to-review": say("Ärendet gick tillbaka till granskning", en: "The case was returned to review")
        case "reassign": say("Ärendet fick en ny handläggare", en: "The case was given to another officer")
        case "review": say("En granskning lämnades", en: "A review was given")
        case "declare-conflict": say("Jäv anmäldes", en: "A conflict of interest was declared")
        case "lift-conflict": say("Ett jäv hävdes", en: "A conflict of interest was lifted")
        case "lapse": say("Utkastet förföll", en: "The draft lapsed")
        default: kind
        }
    }
}
