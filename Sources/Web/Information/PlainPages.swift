/// Pages of nothing but text. They say what is true of the service now, and no more.
extension Phrases {
    /// A page with its parts.
    struct PlainPage {
        let title: String
        let parts: [(heading: String?, paragraphs: [String])]
    }

    var cookiesPage: PlainPage {
        PlainPage(
            title: say("Kakor", en: "Cookies"),
            parts: [
                (
                    nil,
                    [
                        say(
                            "Samlyft använder bara kakor som behövs för det du ber om, och därför frågar vi inte om samtycke.",
                            en:
                                "Samlyft uses only cookies that are needed for what you ask for, so we do not ask for consent."
                        ),
                        say(
                            "session: håller dig inloggad, i högst sju dagar. language: minns vilket språk du har valt, i ett år. Den sätts bara om du byter språk.",
                            en:
                                "session: keeps you logged in, for at most seven days. language: remembers the language you chose, for a year. It is set only if you change language."
                        ),
                        say(
                            "Det du skriver i ett formulär kan sparas i webbläsarens fönster, så att det inte går förlorat. Där finns det tills det har kommit fram till oss, eller du stänger fönstret.",
                            en:
                                "What you type in a form can be kept in the window of your browser, so that it is not lost. It stays there until it has reached us, or you close the window."
                        ),
                    ]
                )
            ])
    }
}
