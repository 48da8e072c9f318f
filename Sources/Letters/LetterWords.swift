package import Domain

/// What letters say, in both languages on one line.
package struct LetterWords: Sendable {
    package let language: DecisionText.Language

    package init(_ language: DecisionText.Language) {
        self.language = language
    }

    func say(_ swedish: String, en english: String) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }
}

extension LetterWords {
    func title(of subject: Letter.Subject) -> String {
        switch subject {
        case .decision: say("Beslut", en: "Decision")
        case .correction: say("Rättelse av beslut", en: "Correction of a decision")
        case .reopening, .laterReopening: say("Beslut om omprövning", en: "Decision to reopen")
        case .grant(let content): title(of: content.subject.kind)
        }
    }

    var skip: String { say("Till beslutet", en: "To the decision") }
    var isTranslation: String {
        say("Översättning.", en: "A translation. The Swedish document is the decision.")
    }
    var registryNumber: String { say("Diarienummer", en: "Registry number") }
    var concerns: String { say("Gäller beslut", en: "Concerns decision") }
    var issuedOn: String { say("Datum", en: "Date") }
    var issuedBy: String { say("Beslutat av", en: "Decided by") }
    var applicant: String { say("Sökande", en: "Applicant") }
    var application: String { say("Ansökan", en: "Application") }
    var call: String { say("Utlysning", en: "Call") }
    var decision: String { say("Beslut", en: "Decision") }
    var reasons: String { say("Skäl för beslutet", en: "Reasons") }
    var conditions: String { say("Villkor", en: "Conditions") }
    var reclaimReservation: String { say("Återkravsförbehåll", en: "Reclaim reservation") }
    var delegation: String { say("Beslutet fattas med stöd av", en: "Made by delegation") }
    var board: String { say("Beslutat av nämnd", en: "Decided by a board") }
    var registeredBy: String { say("Registrerat av", en: "Registered by") }
    var appeal: String { say("Överklagande", en: "Appeal") }
    var contact: String { say("Kontakt", en: "Contact") }
    var reference: String { say("Hänvisning", en: "Reference") }
    var isCorrected: String { say("Detta rättas", en: "What is corrected") }
    var correctionChangesNothingElse: String {
        say(
            "Rättelsen gäller skrivfel eller liknande. Utfall, belopp och villkor ändras inte.",
            en:
                "A clerical error is put right. Nothing else changes."
        )
    }
    var standsNoLonger: String {
        say(
            "Beslutet gäller inte längre. Ärendet prövas på nytt.",
            en: "The decision stands no longer. The case is examined again.")
    }
    var grantHasEnded: String {
        say("Bidraget enligt beslutet upphör.", en: "The grant that it gave has ended.")
    }

    /// Whose paper it is: regions are kept by their own name alone.
    func sender(_ region: String) -> String { region.hasPrefix("Region ") ? region : "Region \(region)" }
    func sought(_ amount: Money) -> String { say("Sökt belopp: \(money(amount)).", en: "Sought: \(money(amount)).") }

    func sentence(_ outcome: Decision.Outcome) -> String {
        switch outcome {
        case .approved(let amount):
            say("Regionen beviljar \(money(amount)).", en: "The region grants \(money(amount)).")
        case .approvedPartially(let amount):
            say("Regionen beviljar delvis: \(money(amount)).", en: "The region grants a part: \(money(amount)).")
        case .rejected: say("Regionen avslår ansökan.", en: "The region rejects the application.")
        case .dismissed: say("Regionen avvisar ansökan.", en: "The region dismisses the application.")
        }
    }

    func minutes(_ minutes: BoardMinutes) -> String {
        let when = day(minutes.meetingOn)
        return say(
            "\(minutes.body) den \(when), \(minutes.paragraph). Protokoll: \(minutes.reference).",
            en: "\(minutes.body), \(when), \(minutes.paragraph). Minutes: \(minutes.reference).")
    }

    func ground(_ ground: Reopening.Ground) -> String {
        switch ground {
        case .court: say("En domstol har upphävt beslutet.", en: "A court has annulled the decision.")
        case .reservation:
            say("Beslutet återkallas enligt sitt förbehåll.", en: "It is revoked as it reserved.")
        case .incorrectInformation:
            say(
                "Beslutet byggde på oriktiga eller vilseledande uppgifter.",
                en: "It rested on incorrect or misleading information.")
        case .plainlyWrong:
            say("Beslutet är uppenbart felaktigt.", en: "It is plainly wrong.")
        case .betterForApplicant:
            say("Ett nytt beslut blir bättre för sökanden.", en: "A new decision will be better for the applicant.")
        }
    }
}

extension LetterWords {
    /// `27 april 2027` (webbriktlinjer.se R66).
    package func day(_ day: Day) -> String {
        let (year, month, number) = day.numbers
        let swedish = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november",
            "december",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return "\(number) \(say(swedish[month - 1], en: english[month - 1])) \(year)"
    }

    /// `35 000 kr`, with öre only where there are any; in English `SEK 35,000`.
    package func money(_ money: Money) -> String {
        let digits = String(money.ore / 100)
        var kronor = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { kronor += say("\u{A0}", en: ",") }
            kronor.append(digit)
        }
        let rest = money.ore % 100
        let ore = rest == 0 ? "" : "\(say(",", en: "."))\(rest < 10 ? "0" : "")\(rest)"
        return say("\(kronor)\(ore)\u{A0}kr", en: "SEK\u{A0}\(kronor)\(ore)")
    }
}
