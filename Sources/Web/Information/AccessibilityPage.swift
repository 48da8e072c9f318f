/// What the service says of its accessibility.
extension Phrases {
    var accessibilityPage: PlainPage {
        PlainPage(
            title: say("Tillgänglighet", en: "Accessibility"),
            parts: [
                (nil, accessibility),
                (say("Berätta om något inte fungerar", en: "Tell us if something does not work"), complaints),
            ])
    }

    /// How it was built and tried.
    private var accessibility: [String] {
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
    }

    /// Whom to write to.
    private var complaints: [String] {
        [
            say(
                "Skriv till adressen här nedanför. Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning (Digg).",
                en:
                    "Write to the address below. If the answer does not satisfy you, you may complain to the Agency for Digital Government (Digg)."
            )
        ]
    }
}
