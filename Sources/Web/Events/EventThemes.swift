import Domain

/// The themes that hosts may choose from. An event may bear others, which come from other systems.
enum EventThemes {
    static let known = [
        "barn-och-unga", "bibliotek-for-alla", "demokrati", "digital-kompetens", "kallkritik-sokkritik-kalltillit",
        "kompetensbehov-sjalvskattning", "ledarskap", "litteratur-lasframjande", "pedagogik-handledning-bemotande",
    ]
}

extension Phrases {
    /// What a theme is called; one that we do not know, as it was given.
    func theme(_ slug: String) -> String {
        switch slug {
        case "barn-och-unga": say("Barn och unga", en: "Children and young people")
        case "bibliotek-for-alla": say("Bibliotek för alla", en: "Libraries for all")
        case "demokrati": say("Demokrati", en: "Democracy")
        case "digital-kompetens": say("Digital kompetens", en: "Digital skills")
        case "kallkritik-sokkritik-kalltillit":
            say("Källkritik, sökkritik och källtillit", en: "Judging and trusting sources")
        case "kompetensbehov-sjalvskattning":
            say("Kompetensbehov och självskattning", en: "Training needs and self-assessment")
        case "ledarskap": say("Ledarskap", en: "Leadership")
        case "litteratur-lasframjande": say("Litteratur- och läsfrämjande", en: "Literature and reading")
        case "pedagogik-handledning-bemotande":
            say("Pedagogik, handledning och bemötande", en: "Teaching, guiding and meeting people")
        default: slug
        }
    }
}
