import Domain

extension Phrases {
    var libraryChangesTitle: String { say("Bibliotek som upphör", en: "Libraries that end") }
    var libraryChangesMean: String {
        say(
            "Ett bibliotek upphör, eller blir en del av ett annat, från och med en dag. En person registrerar det och en annan bekräftar det; ingen av dem får höra till biblioteken. Roller, ärenden och inbjudningar följer med till det bibliotek som tar över. Bryts ett villkor för ett bidrag av det får biblioteket och regionen veta det genast. Ett bibliotek som har lagts ned beviljas och får inga pengar.",
            en:
                "A library closes, or becomes a part of another, from a day on. One person registers it and another confirms it; neither may belong to the libraries. Roles, cases and invitations follow to the library that takes over. If a condition of a grant is broken by it, the library and the region are told at once. A library that has closed is granted and paid nothing."
        )
    }
    var noLibraryChanges: String { say("Inget bibliotek upphör.", en: "No library ends.") }
    var allLibraryChanges: String { say("Allt som har registrerats", en: "All that was registered") }
    var openLibraryChanges: String {
        say("Väntar på bekräftelse eller på sin dag", en: "Waiting to be confirmed, or for their day")
    }
    var newLibraryChange: String { say("Ett bibliotek upphör", en: "A library ends") }
    var conditionsItBroke: String { say("Brutna villkor", en: "Broken conditions") }
    var libraryChangeState: String { say("Läge", en: "State") }
    var closes: String { say("Ingen, det läggs ned", en: "None, it closes") }
    var closesNow: String { say("Det läggs ned.", en: "It closes.") }
    var chooseLibrary: String { say("Välj bibliotek", en: "Choose a library") }
    var successorHint: String {
        say("Från dagen räknas de två som en organisation.", en: "From that day the two count as one organisation.")
    }
    var fromHint: String {
        say("Den första dagen då biblioteket inte finns.", en: "The first day on which the library is no more.")
    }
    var changeReasonHint: String {
        say("Den vars villkor bryts läser skälet.", en: "Whoever's condition is broken reads the reason.")
    }
    var restsOnHint: String {
        say(
            "Behövs bara om dagen har passerat: protokollet eller beslutet med datum och paragraf. Det som har beviljats sedan dess står fast, men villkoren prövas på nytt och ett nedlagt bibliotek får inga fler utbetalningar.",
            en:
                "Needed only where the day has passed: the minutes or the decision, with date and paragraph. What was granted since stands, but its conditions are asked anew and a library that has closed is paid nothing more."
        )
    }
    var saveLibraryChange: String { say("Registrera", en: "Register") }
    var confirmLibraryChange: String { say("Bekräfta att biblioteket upphör", en: "Confirm that the library ends") }
    var anotherConfirms: String {
        say(
            "Du har registrerat det. En annan handläggare, utvecklare eller administratör bekräftar det.",
            en: "You have registered this. Another case officer, developer or administrator confirms it.")
    }
    var isConfirmedNotYetSo: String {
        say(
            "Bekräftat. Kan tas tillbaka till och med dagen före.",
            en: "Confirmed. Can be taken back until the day before.")
    }
    var takeBackLibraryChange: String { say("Biblioteket ska inte upphöra", en: "The library is not to end") }
    var takeBackNow: String { say("Ta tillbaka", en: "Take back") }
    var changeTakenBackBecause: String { say("Togs tillbaka", en: "Taken back") }
    var changeRegisteredBy: String { say("Registrerat av", en: "Registered by") }
    var changeConfirmedBy: String { say("Bekräftat av", en: "Confirmed by") }
    var changeTakenBackBy: String { say("Taget tillbaka av", en: "Taken back by") }

    func name(_ state: LibraryChange.State) -> String {
        switch state {
        case .registered: say("Väntar på bekräftelse", en: "To be confirmed")
        case .confirmed: say("Bekräftat", en: "Confirmed")
        case .takenBack: say("Taget tillbaka", en: "Taken back")
        }
    }

    func libraryChangeField(_ name: String) -> String {
        switch name {
        case "libraryId": say("Bibliotek", en: "Library")
        case "successorId": say("Tas över av", en: "Taken over by")
        case "from": say("Från och med", en: "From")
        case "validFrom": say("den dag då biblioteket började", en: "the day on which the library began")
        case "reason": say("Skäl", en: "Reason")
        case "changeId": say("Vilket bibliotek", en: "Which library")
        case "takenBackBecause": say("Skäl till att det inte upphör", en: "Why it is not to end")
        case "restsOn": say("Protokoll eller beslut", en: "Minutes or decision")
        default: name
        }
    }
}
