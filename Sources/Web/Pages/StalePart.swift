import HTML

/// Somebody else saved while this form was being filled in: what they saved beside what was typed. The form keeps what
/// was typed and now bears the new version, so that saving again is a choice made with open eyes.
struct StalePart {
    let typed: TypedForm
    /// What stands in the fields of what is saved now.
    let now: [String: [String]]
    let phrases: Phrases
    /// What a value of a field is called, where it is no text that somebody has written.
    var say: (_ field: String, _ value: String) -> String = { $1 }

    var html: HTML {
        div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) {
            h2(phrases.somebodyElseSaved)
            p(phrases.somebodyElseSavedMeans)
            if !differing.isEmpty {
                listing(
                    caption: phrases.whatDiffers,
                    [Column(phrases.fieldHeading), Column(phrases.savedNow), Column(phrases.youTyped)],
                    differing.map(row))
            }
        }
    }

    private var differing: [String] {
        now.keys.filter { Set(now[$0, default: []].filter { !$0.isEmpty }) != typed.all($0).filter { !$0.isEmpty } }
            .sorted()
    }

    private func row(_ name: String) -> TableRow {
        TableRow([HTML(typed.label(name)), words(name, now[name, default: []]), words(name, typed.all(name).sorted())])
    }

    private func words(_ name: String, _ values: [String]) -> HTML {
        let text = values.filter { !$0.isEmpty }.map { say(name, $0) }.joined(separator: ", ")
        return text.isEmpty ? HTML(phrases.empty) : userText(text.count > 300 ? text.prefix(300) + "…" : text)
    }
}

extension Phrases {
    var somebodyElseSaved: String {
        say("Någon annan har sparat under tiden", en: "Somebody else has saved meanwhile")
    }
    var somebodyElseSavedMeans: String {
        say(
            "Det du skrev finns kvar i formuläret. Jämför, och spara igen om ditt ska gälla.",
            en: "What you typed is still in the form. Compare, and save again if yours is to stand.")
    }
}
