import Domain

/// What is said of changes of a grant.
extension Phrases {
    var changesHeading: String { say("Ändringar", en: "Changes") }
    var askForChange: String { say("Begär en ändring", en: "Ask for a change") }
    var sendChange: String { say("Skicka begäran", en: "Send the request") }
    var changingMeans: String {
        say(
            "Regionen tar ställning till ändringen i ett skriftligt beslut. Bidraget gäller som förut till dess, och ni kan begära en ändring i taget.",
            en:
                "The region decides the change in writing. Until then the grant stands as it is, and you can ask for one change at a time."
        )
    }
    var changeReasonsHint: String { say("Varför behövs ändringen?", en: "Why is the change needed?") }
    var changeReasons: String { say("Bibliotekets skäl", en: "The library's reasons") }
    var beforeChange: String { say("Före", en: "Before") }
    var afterChange: String { say("Efter", en: "After") }
    var decideChange: String { say("Besluta om ändringen", en: "Decide on the change") }
    var decidingChangeMeans: String {
        say(
            "Vid bifall prövas villkoret på nytt, en ny händelse publiceras och beslutet får ett nummer och ett brev i samma stund.",
            en:
                "If you approve, the rule is asked anew, a new event is published and the decision gets its number and letter at once."
        )
    }

    var whichEvent: String { say("Vilken händelse?", en: "Which event?") }
    var wholeGrant: String { say("Hela bidraget", en: "The whole grant") }
    var withdrawChange: String { say("Ta tillbaka begäran", en: "Withdraw the request") }
    var changeIsWithdrawn: String { say("återtagen", en: "withdrawn") }

    func name(_ kind: ChangeRequest.Kind) -> String {
        switch kind {
        case .time: say("Ny tid för en händelse", en: "Another time for an event")
        case .amount: say("Annan fördelning eller lägre belopp", en: "Another share or a lower amount")
        case .eventSwap: say("Byt ut en händelse", en: "Replace an event")
        case .scope: say("Annat innehåll", en: "Another content")
        }
    }

    func name(_ outcome: ChangeOutcome) -> String {
        switch outcome {
        case .approved: say("Bifall", en: "Approved")
        case .rejected: say("Avslag", en: "Rejected")
        }
    }

    func change(_ change: ChangeRequest) -> String {
        say("Ändring \(change.number)", en: "Change \(change.number)") + ": " + name(change.change.kind)
    }

    func standing(of change: ChangeRequest, in grant: Grant) -> String {
        if let decision = change.decision {
            let outcome = "\(name(decision.isApproved ? ChangeOutcome.approved : .rejected)) (\(decision.number))"
            return decision.isReopened ? "\(outcome). \(standsNoLonger)" : outcome
        }
        if change.withdrawnAt != nil { return changeIsWithdrawn }
        return grant.state == .changeRequested
            ? say("väntar på beslut", en: "waiting for a decision") : say("prövades inte", en: "was not decided")
    }

    func changeField(_ name: String, _ file: GrantFile) -> String {
        let open = file.grant.conditions.filter(\.binds)
        for (row, condition) in open.enumerated() where name == ChangeForm.share(row) {
            return file.title(of: condition)
        }
        return switch name {
        case "eventId": say("Händelse", en: "Event")
        case "newEventId": say("Ny händelse", en: "New event")
        case "startsAt.date": say("Ny första dag", en: "New first day")
        case "startsAt.time": say("Ny starttid", en: "New start time")
        case "endsAt.date": say("Ny sista dag", en: "New last day")
        case "endsAt.time": say("Ny sluttid", en: "New end time")
        case "scope": say("Vad pengarna ska gå till", en: "What the money is to be used for")
        case "outcome": say("Beslut", en: "Decision")
        case "reasons": say("Skäl", en: "Reasons")
        case "dueOn": dueOn
        case "lastDay": say("Sista dag att ange en ny händelse", en: "Last day to name a new event")
        case "message": say("Meddelande till biblioteket", en: "Message to the library")
        default: caseField(name)
        }
    }
}
