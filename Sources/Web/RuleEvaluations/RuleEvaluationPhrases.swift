import Domain

/// What the pages of the rule's history say.
extension Phrases {
    var ruleThen: String { say("Vad regeln sade", en: "What the rule said") }
    var ruleThenMeans: String {
        say(
            "Varje gång regeln prövas i ärendet sparas svaret och allt som det byggde på. Ingen kan ändra det efteråt, och varje natt prövas det om.",
            en:
                "Each time the rule is asked in the case, its answer is kept with all that it rested on. Nobody can change that afterwards, and it is asked again every night."
        )
    }
    var ruleWasNeverAsked: String {
        say("Regeln har inte prövats i ärendet än.", en: "The rule has not been asked in this case yet.")
    }
    var ruleThenAll: String {
        say("Allt som regeln har sagt i ärendet, och varför", en: "All that the rule has said in the case, and why")
    }
    var why: String { say("Läs varför", en: "Read why") }
    var whatTheRuleRead: String { say("Det som regeln läste", en: "What the rule read") }
    var inputsAreKept: String {
        say(
            "Uppgifterna är sparade ordagrant som kanonisk JSON. Kontrollsumman visar att de är oförändrade.",
            en: "What was read is kept word for word as canonical JSON. The checksum shows that it is unchanged.")
    }
    var inputsAsKept: String { say("Uppgifterna ordagrant", en: "What was read, word for word") }
    var versionOfRule: String { say("Regelns version", en: "Version of the rule") }
    var verdictOfRule: String { say("Svar", en: "Verdict") }
    var askedAt: String { say("Prövad", en: "Asked") }
    var membersOfRegion: String { say("Folkbibliotek i regionen", en: "Public libraries of the region") }

    func momentOfCase(_ moment: RuleMoment) -> String {
        switch moment {
        case .submission: say("När ansökan kom in", en: "At submission")
        case .completion: say("När kompletteringen kom in", en: "At the completion")
        case .recommendation: say("När förslaget lämnades", en: "At the recommendation")
        case .decision: say("Vid beslutet", en: "At the decision")
        case .change: say("När händelsen ändrades", en: "When the event was changed")
        case .deviation: say("När en avvikelse anmäldes", en: "When a deviation was reported")
        case .sweep: say("Vid den nattliga kontrollen", en: "At the nightly sweep")
        }
    }

    /// Who can mend what a finding says, as a sentence.
    func canMend(_ mender: Mender) -> String {
        switch mender {
        case .host:
            say("Arrangören kan rätta det.", en: "The host can mend it.")
        case .signatory:
            say("Sökanden kan rätta det.", en: "The applicant can mend it.")
        case .caseOfficer:
            say("Regionens handläggare kan reda ut det.", en: "The case officer of the region can mend it.")
        }
    }
}
