import Domain

/// What all pages and forms say.
extension Phrases {
    var somethingToMend: String { say("Något behöver rättas", en: "Something needs to be corrected") }
    var save: String { say("Spara", en: "Save") }
    var cancelAndGoBack: String { say("Avbryt och gå tillbaka", en: "Cancel and go back") }
    var optional: String { say("Behöver inte fyllas i.", en: "May be left empty.") }
    var previousPage: String { say("Föregående sida", en: "Previous page") }
    var nextPage: String { say("Nästa sida", en: "Next page") }
    var pages: String { say("Sidor", en: "Pages") }
    func page(_ number: Int, of last: Int) -> String {
        say("Sida \(number) av \(last)", en: "Page \(number) of \(last)")
    }
    var publicRecord: String {
        say(
            "Tänk på att det du skickar in kan bli en allmän handling. Skriv inget om personers hälsa eller privatliv.",
            en:
                "What you send in may become an official document. Write nothing about anybody's health or private life."
        )
    }
    var savedNow: String { say("Sparat nu", en: "Saved now") }
    var youTyped: String { say("Du skrev", en: "You typed") }
    var whatDiffers: String { say("Det som skiljer", en: "What differs") }
    var fieldHeading: String { say("Uppgift", en: "Field") }
    var empty: String { say("(tomt)", en: "(empty)") }
}
