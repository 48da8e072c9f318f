import Domain

/// What a case tells of what has changed in it.
extension Phrases {
    var changedSinceReceived: String { say("Ändrat sedan ansökan kom in", en: "Changed since it was received") }
    var nothingHasChanged: String {
        say("Inget har ändrats sedan ansökan kom in.", en: "Nothing has changed since it was received.")
    }
    var nothingHasChangedSinceCompletion: String {
        say(
            "Inget har ändrats sedan kompletteringen kom in.",
            en: "Nothing has changed since the completion was received.")
    }
    var completionChangedNothing: String {
        say("Kompletteringen ändrade inget.", en: "The completion changed nothing.")
    }
    var snapshotIsOfAnotherForm: String {
        say(
            "Det som kom in är bevarat i en annan form och kan inte jämföras här.",
            en: "What was received is kept in another form, and cannot be compared here.")
    }
    var asReceived: String { say("Som det kom in", en: "As received") }
    var asItIsNow: String { say("Som det är nu", en: "As it is now") }
    var asRecommended: String { say("När förslaget lämnades", en: "At the recommendation") }
    var whoAndWhen: String { say("Vem och när", en: "Who and when") }
    var sinceRecommendation: String { say("Efter förslaget", en: "After the recommendation") }
    var readByRule: String { say("Regeln läser detta", en: "The rule reads this") }
    var ruleIsTouched: String {
        say(
            "Något som bidragsregeln läser har ändrats. Vad regeln säger nu står under ”Bidragsregeln”.",
            en:
                "Something that the funding rule reads has changed. What the rule says now stands under “The funding rule”."
        )
    }
    var eventWasAdded: String { say("Händelsen har tillkommit.", en: "The event has been added.") }
    var eventWasRemoved: String { say("Händelsen har tagits bort.", en: "The event has been removed.") }
    var changedByDate: String {
        say("Ingen: det beror på dagens datum eller registret", en: "Nobody: it follows from the date or the register")
    }
    var nobodyIsOnRecord: String { say("Inte antecknat vem", en: "Nobody on record") }
    var showSnapshot: String { say("Läs eller skriv ut det som kom in", en: "Read or print what was received") }

    func snapshotTaken(_ instant: Instant, isCompleted: Bool) -> String {
        if isCompleted {
            return say(
                "Bevarat som det stod när kompletteringen kom in \(moment(instant)).",
                en: "Kept as it stood when the completion was received \(moment(instant)).")
        }
        return say("Bevarat som det kom in \(moment(instant)).", en: "Kept as received \(moment(instant)).")
    }

    func changed(by version: EventVersion) -> String {
        "\(version.recordedBy ?? nobodyIsOnRecord), \(moment(version.recordedAt)) (\(say("version", en: "version")) \(version.record.version))"
    }
}

/// Why a decision would be refused, and what to do.
extension Phrases {
    var decisionWouldBeRefused: String {
        say("Det går inte att besluta än", en: "It cannot be decided yet")
    }
    var eventsHaveMoved: String {
        say(
            "Händelserna har ändrats efter handläggarens förslag. Ett beslut vilar på det som handläggaren läste, och nekas därför nu.",
            en:
                "The events have changed since the case officer's recommendation. A decision rests on what the case officer read, and is therefore refused now."
        )
    }
    var ruleReadsWhatMoved: String {
        say(
            "Något av det läser bidragsregeln: den kan ge ett annat svar än när förslaget lämnades.",
            en: "The funding rule reads some of it, and may say something else than at the recommendation.")
    }
    var ruleReadsNothingThatMoved: String {
        say("Inget av det läser bidragsregeln.", en: "The funding rule reads none of it.")
    }
    var recommendAgainFirst: String {
        say(
            "Be handläggaren läsa ändringarna och lämna ett nytt förslag på ärendets sida. Sedan kan du besluta.",
            en:
                "Ask the case officer to read the changes and to make a new recommendation on the page of the case. Then you can decide."
        )
    }
}

/// What the page of the snapshot says.
extension Phrases {
    var snapshotTitle: String { say("Det som kom in", en: "What was received") }
    var signedBy: String { say("Underskrivet av", en: "Signed by") }
    var contentHash: String { say("Kontrollsumma (SHA-256)", en: "Checksum (SHA-256)") }
    var contentForm: String { say("Innehållets form", en: "Form of the contents") }
    func contentForm(_ version: Int) -> String {
        switch version {
        case 1:
            say("Den första, utan spår, svar och egna rubriker", en: "The first, without track, answers and headings")
        case 2: say("Den nuvarande, med hela formuläret", en: "The present one, with the whole form")
        default: say("En senare", en: "A later one")
        }
    }
    var ruleAtSubmission: String {
        say("Vad bidragsregeln sa när ansökan kom in", en: "What the funding rule said at submission")
    }
    var ruleWasNotAsked: String { say("Ingen prövning är bevarad.", en: "No evaluation was kept.") }
    var snapshotIsKept: String {
        say(
            "Det här är bevarat ordagrant och kan inte ändras. Kontrollsumman gäller den JSON-text som API:et lämnar ut.",
            en:
                "This is kept word for word and cannot be changed. The checksum is of the JSON text that the API gives out."
        )
    }
    func versionOfEvent(_ version: Int) -> String { say("version \(version)", en: "version \(version)") }
}
