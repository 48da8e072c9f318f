import HTML

/// Where the script that saves by itself says how it goes; empty, and silent, without it.
struct AutosavePart {
    let phrases: Phrases

    /// Seconds after the last key.
    static let pause = 3

    var html: HTML {
        p(
            .id("autosave"), .class("hint"), .role(.status), .aria(.live, "polite"),
            .data("saving", phrases.autosaving), .data("saved", phrases.autosaved),
            .data("refused", phrases.autosaveRefused), .data("away", phrases.autosaveAway),
            .data("kept", phrases.autosaveKept), .data("restore", phrases.autosaveRestore),
            .data("restored", phrases.autosaveRestored)
        ) { HTML.empty }
    }
}

extension Phrases {
    fileprivate var autosaving: String { say("Sparar …", en: "Saving …") }
    fileprivate var autosaved: String { say("Sparat.", en: "Saved.") }
    fileprivate var autosaveRefused: String {
        say(
            "Inte sparat än: något behöver rättas, eller så har någon annan ändrat samma del. Tryck på Spara utkast för att se vad.",
            en:
                "Not saved yet: something needs mending, or somebody else has changed the same part. Press Save draft to see what."
        )
    }
    fileprivate var autosaveAway: String {
        say(
            "Ingen kontakt med tjänsten. Det du skrivit finns kvar i det här fönstret.",
            en: "The service cannot be reached. What you typed is kept in this window.")
    }
    fileprivate var autosaveKept: String {
        say(
            "Det finns text från förra gången som inte hann sparas.",
            en: "There is text from last time that was not saved.")
    }
    fileprivate var autosaveRestore: String { say("Hämta tillbaka texten", en: "Bring the text back") }
    fileprivate var autosaveRestored: String { say("Texten är tillbaka.", en: "The text is back.") }
}
