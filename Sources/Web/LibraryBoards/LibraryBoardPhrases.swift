extension Phrases {
    var libraryBoardsTitle: String { say("Gemensamma nämnder", en: "Joint library boards") }
    var libraryBoardsMean: String {
        say(
            "Kommuner kan svara för sina bibliotek i en gemensam nämnd. De räknas då som samma arrangör: en händelse som någon av dem håller måste bjuda in bibliotek utanför nämnden. Bryts ett villkor för ett bidrag av att en nämnd ändras får biblioteket och regionen veta det genast.",
            en:
                "Municipalities can answer for their libraries in a joint board. They then count as one host: an event that one of them holds must invite libraries outside the board. If a condition of a grant is broken because a board changes, the library and the region are told at once."
        )
    }
    var noLibraryBoards: String { say("Inga bibliotek delar nämnd.", en: "No libraries share a board.") }
    var newLibraryBoard: String { say("Ny gemensam nämnd", en: "New joint board") }
    var changeLibraryBoard: String { say("Ändra vilka som är med", en: "Change who is on it") }
    var boardMembers: String { say("Bibliotek i nämnden", en: "Libraries on the board") }
    var boardUntil: String { say("Till och med dagen före", en: "Until the day before") }
    var boardLeavingReason: String { say("Skäl att lämna", en: "Reason for leaving") }
    var boardGoesOn: String { say("Är med", en: "Is on it") }
    var boardArrival: String { say("Kommer med", en: "Comes to it") }
    var boardDeparture: String { say("Lämnar", en: "Leaves it") }
    var boardDepartureHint: String {
        say(
            "Att biblioteket har varit med står kvar. Samma dag som det kom betyder att det aldrig var med.",
            en:
                "That the library has been on it stays told. The very day on which it came means that it never was."
        )
    }
    var boardFromHint: String { say("Den första dagen då det gäller.", en: "The first day on which it is so.") }
    var saveLibraryBoard: String { say("Spara", en: "Save") }

    func boardField(_ name: String) -> String {
        switch name {
        case "name": say("Nämndens namn", en: "Name of the board")
        case "libraryIds": say("Bibliotek som är med", en: "Libraries on it")
        case "act": say("Vad händer?", en: "What happens?")
        case "validFrom": say("den dag då biblioteket kom med", en: "the day on which the library came to it")
        default: libraryChangeField(name)
        }
    }
}
