import Domain

/// What is said of the headings, tracks and rounds of a call, and of its money.
extension Phrases {
    var copyCall: String { say("Kopiera till nästa år", en: "Copy to next year") }
    var roundsTitle: String { say("Omgångar", en: "Rounds") }
    var roundOpens: String { say("Öppnar", en: "Opens") }
    var roundCloses: String { say("Stänger", en: "Closes") }
    var decisionExpected: String { say("Beslut väntas", en: "Decision expected") }
    var roundsHint: String {
        say(
            "Behövs bara om man kan söka flera gånger. De ska ligga inom utlysningens egen tid. En rad som lämnas tom räknas inte.",
            en:
                "Needed only if one can apply more than once. They lie within the call's own time. An empty row does not count."
        )
    }
    var oneMoreRound: String { say("Lägg till en omgång", en: "Add a round") }
    var tracksTitle: String { say("Inriktningar", en: "Tracks") }
    var tracksHint: String {
        say(
            "Delar av utlysningen med egna pengar. Den som söker väljer en. Tillsammans får de högst utlysningens budget.",
            en:
                "Parts of the call with money of their own. An applicant chooses one. Together they have no more than the call."
        )
    }
    var oneMoreTrack: String { say("Lägg till en inriktning", en: "Add a track") }
    var headingsTitle: String { say("Texter på utlysningens sida", en: "Texts on the call's page") }
    var headingsHint: String {
        say(
            "En rubrik utan text visas inte. Bidragsregeln visas alltid och går inte att ta bort.",
            en: "A heading without a text is not shown. The funding rule is always shown and cannot be taken away.")
    }
    var rollingHint: String {
        say(
            "Då går det att söka till sista dagen, så länge det finns pengar kvar.",
            en: "Then one can apply until the last day, for as long as there is money left.")
    }
    var isRolling: String {
        say(
            "Det går att söka löpande, så länge pengarna räcker.",
            en: "One can apply at any time, for as long as there is money left.")
    }

    func next(_ round: CallRound, at now: Instant) -> String {
        now < round.opensAt
            ? say(
                "Nästa omgång öppnar \(moment(round.opensAt)) och stänger \(moment(round.closesAt)).",
                en: "The next round opens \(moment(round.opensAt)) and closes \(moment(round.closesAt)).")
            : say(
                "En omgång är öppen nu och stänger \(moment(round.closesAt)).",
                en: "A round is open now and closes \(moment(round.closesAt)).")
    }

    func heading(_ section: CallSection, _ hasClosed: Bool = false) -> String {
        switch section {
        case .whoMayApply: whoMayApply(hasClosed)
        case .howMuch: say("Hur mycket kan jag söka?", en: "How much can I apply for?")
        case .notForWhat: notForWhat(hasClosed)
        case .conditions: say("Villkor", en: "Conditions")
        case .howToApply: howToApply
        case .support: support
        case .assessment: say("Hur bedöms ansökan?", en: "How is the application assessed?")
        case .decisionAndPayment: handlingAndDecision
        case .reporting: say("Redovisning", en: "Reporting")
        case .appeal: say("Överklagande", en: "Appeal")
        }
    }

    func choice(of track: CallTrack) -> String {
        guard let most = track.maximumAmount else { return words(track.name) }
        return say("\(words(track.name)) (högst \(money(most)))", en: "\(words(track.name)) (at most \(money(most)))")
    }

    func money(of track: CallTrack) -> String {
        guard let most = track.maximumAmount else { return money(track.budget) }
        return say(
            "\(money(track.budget)), högst \(money(most)) per ansökan",
            en: "\(money(track.budget)), at most \(money(most)) per application")
    }
}

/// The money of calls, as the region sees it.
extension Phrases {
    var budgetBoardTitle: String { say("Budgettavla", en: "Budget board") }
    var budgetBoardLead: String {
        say("Pengarna i alla utlysningar, per inriktning.", en: "The money of every call, by track.")
    }
    var moneyOf: String { say("Del", en: "Part") }
    var wholeCall: String { say("Hela utlysningen", en: "The whole call") }
    var paidOut: String { say("Utbetalt", en: "Paid") }
    var appliedFor: String { say("Sökt", en: "Applied for") }
    var shareSpent: String { say("Förbrukat", en: "Spent") }
}

/// What the fields of a call's parts are called.
extension Phrases {
    func callPartField(_ name: String) -> String? {
        let parts = name.split(separator: ".")
        guard parts.count == 3 else { return name == "rolling" ? rolling : nil }
        if parts[0] == "texts", let section = CallSection.allCases.first(where: { $0.name == parts[1] }) {
            let language = parts[2] == "sv" ? say("på svenska", en: "in Swedish") : say("på engelska", en: "in English")
            return "\(heading(section)) (\(language))"
        }
        guard let row = Int(parts[1]) else { return nil }
        return parts[0] == "tracks" ? trackField(String(parts[2]), row + 1) : roundField(String(parts[2]), row + 1)
    }

    private var rolling: String { say("Löpande ansökan", en: "Applications at any time") }

    private func trackField(_ name: String, _ row: Int) -> String {
        switch name {
        case "name": say("Inriktning \(row), namn", en: "Track \(row), name")
        case "nameInEnglish": say("Inriktning \(row), namn på engelska", en: "Track \(row), name in English")
        case "budget": say("Inriktning \(row), pengar", en: "Track \(row), money")
        default: say("Inriktning \(row), högst per ansökan", en: "Track \(row), at most per application")
        }
    }

    private func roundField(_ name: String, _ row: Int) -> String {
        switch name {
        case "opensOn": say("Omgång \(row) öppnar, dag", en: "Round \(row) opens, day")
        case "opensTime": say("Omgång \(row) öppnar, klockan", en: "Round \(row) opens, time")
        case "closesOn": say("Omgång \(row) stänger, dag", en: "Round \(row) closes, day")
        case "closesTime": say("Omgång \(row) stänger, klockan", en: "Round \(row) closes, time")
        default: say("Omgång \(row), beslut väntas", en: "Round \(row), decision expected")
        }
    }
}
