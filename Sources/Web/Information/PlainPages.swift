/// Pages of nothing but text. They say what is true of the service now, and no more.
extension Phrases {
    /// A page with its parts.
    struct PlainPage {
        let title: String
        let parts: [(heading: String?, paragraphs: [String])]
    }

    var accessibilityPage: PlainPage {
        PlainPage(
            title: say("Tillgänglighet", en: "Accessibility"),
            parts: [
                (
                    nil,
                    [
                        say(
                            "Vi vill att alla ska kunna använda Samlyft. Sidorna är byggda för att följa WCAG 2.2 på nivå AA: de går att använda med bara tangentbord, utan skript och i smala fönster.",
                            en:
                                "We want everybody to be able to use Samlyft. The pages are built to meet WCAG 2.2 at level AA: they can be used by keyboard alone, without scripts and in narrow windows."
                        ),
                        say(
                            "Vi prövar varje sida med ett automatiskt verktyg. Ingen utomstående har granskat tjänsten än, och den är inte prövad med alla hjälpmedel.",
                            en:
                                "We test every page with an automatic tool. Nobody from outside has reviewed the service yet, and it has not been tried with every aid."
                        ),
                    ]
                ),
                (
                    say("Berätta om något inte fungerar", en: "Tell us if something does not work"),
                    [
                        say(
                            "Skriv till adressen här nedanför. Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning (Digg).",
                            en:
                                "Write to the address below. If the answer does not satisfy you, you may complain to the Agency for Digital Government (Digg)."
                        )
                    ]
                ),
            ])
    }

    var privacyPage: PlainPage {
        PlainPage(
            title: say("Så hanterar vi personuppgifter", en: "How we handle personal data"),
            parts: [
                (
                    nil,
                    [
                        say(
                            "Du kan läsa kalendern och prenumerera på den utan att vi vet vem du är.",
                            en: "You can read the calendar and subscribe to it without our knowing who you are."),
                        say(
                            "Om den som arbetar i tjänsten sparar vi namn, e-postadress, arbetsplats, roller och vad personen har gjort i ärenden. Det behövs för att ärenden ska kunna följas i efterhand.",
                            en:
                                "Of those who work in the service we keep name, e-mail address, workplace, roles and what they did in cases. This is needed so that cases can be followed afterwards."
                        ),
                        say(
                            "Ansökningar och beslut är allmänna handlingar. De kan begäras ut av vem som helst och gallras bara enligt regionens regler.",
                            en:
                                "Applications and decisions are official documents. Anybody may ask for them, and they are disposed of only by the region's rules."
                        ),
                        say(
                            "Vi mäter inte vad enskilda läser, och lämnar inga uppgifter till annonsörer.",
                            en: "We do not track what individuals read, and give no data to advertisers."),
                    ]
                )
            ])
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
                    ]
                )
            ])
    }
}
