import Domain

/// What is said of the libraries that take part in an application.
extension Phrases {
    var partnersHeading: String { say("Medsökande och samarbetsbibliotek", en: "Co-applicants and partner libraries") }
    var noPartners: String { say("Inga andra bibliotek är med.", en: "No other libraries take part.") }
    var libraryHeading: String { say("Bibliotek", en: "Library") }
    var roleHeading: String { say("Roll", en: "Role") }
    var contributionHeading: String { say("Vad biblioteket gör", en: "What the library does") }
    var hasConfirmed: String { say("Bekräftat", en: "Confirmed") }
    var hasNotConfirmed: String { say("Inte bekräftat", en: "Not confirmed") }
    var savePartners: String { say("Spara", en: "Save") }
    var noLibraryChosen: String { say("Inget bibliotek", en: "No library") }
    var oneMoreLibrary: String { say("Ett bibliotek till", en: "One more library") }
    var askedToApplyTogether: String { say("Ni är tillfrågade som medsökande", en: "You are asked to co-apply") }
    var youApplyTogether: String { say("Ni är medsökande", en: "You are a co-applicant") }
    var partnersHint: String {
        say(
            "En medsökande står bakom ansökan och måste bekräfta innan den skickas in. Ett samarbetsbibliotek nämns bara. Vilka bibliotek som ska bjudas in ändras inte av det.",
            en:
                "A co-applicant stands behind the application and must confirm before it is submitted. A partner is named only. Whom to invite is not changed by it."
        )
    }
    var applyTogetherMeans: String {
        say(
            "När ni bekräftar står ert bibliotek bakom ansökan, och er personal räknas som part i ärendet. Läs ansökan först.",
            en:
                "When you confirm, your library stands behind the application, and your staff count as a party to the case. Read the application first."
        )
    }
    func confirmApplying(_ name: String) -> String { say("Bekräfta för \(name)", en: "Confirm for \(name)") }
    func declineApplying(_ name: String) -> String { say("Tacka nej för \(name)", en: "Say no for \(name)") }

    func name(_ role: ApplicationPartner.Role) -> String {
        switch role {
        case .coApplicant: say("Medsökande", en: "Co-applicant")
        case .partner: say("Samarbetsbibliotek", en: "Partner library")
        }
    }

    func partnerField(_ name: String) -> String {
        let parts = name.split(separator: ".")
        guard parts.count == 3, let row = Int(parts[1]) else { return partnersHeading }
        return switch parts[2] {
        case "libraryId": say("Bibliotek \(row + 1)", en: "Library \(row + 1)")
        case "role": say("Roll för bibliotek \(row + 1)", en: "Role of library \(row + 1)")
        default: say("Vad bibliotek \(row + 1) gör", en: "What library \(row + 1) does")
        }
    }
}
