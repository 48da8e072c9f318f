import Domain

/// What is said of breaches, and to the case officer who notes one.
extension Phrases {
    var findBreachTitle: String { say("Notera brutet villkor", en: "Note a broken condition") }
    var findBreach: String { say("Notera och pausa utbetalningen", en: "Note it and hold payment") }
    var findingMeans: String {
        say(
            "Utbetalningen pausas och biblioteket får veta det, med tid att svara. Sedan tar regionen ställning.",
            en: "Payment is held, and the library is told and has time to answer. Then the region decides.")
    }
    var breachReasonsHint: String {
        say("Biblioteket läser skälen och svarar på dem.", en: "The library reads the reasons and answers to them.")
    }
    var nothingToFind: String {
        say(
            "Villkoret binder inte längre, eller är redan brutet.",
            en: "The condition no longer binds, or is broken already.")
    }

    func name(_ kind: Condition.Breach.Kind) -> String {
        switch kind {
        case .invitation: name(Deviation.Kind.invitation)
        case .event: name(Deviation.Kind.event)
        case .cancellation: name(Deviation.Kind.cancellation)
        case .notHeld: say("Händelsen hölls inte", en: "The event was not held")
        case .evidence: say("Underlaget räcker inte", en: "The evidence is not good")
        case .orgChange:
            say(
                "Bibliotek har upphört, gått ihop eller fått gemensam nämnd",
                en: "Libraries have closed, merged or come to share a board")
        case .rule: say("Bidragsregeln är inte uppfylld", en: "The funding rule does not hold")
        }
    }

    func breachField(_ name: String) -> String {
        switch name {
        case "ground": say("Grund", en: "Ground")
        case "reasons": say("Skäl", en: "Reasons")
        default: name
        }
    }
}
