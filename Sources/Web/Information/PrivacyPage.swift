/// What the service says of personal data.
extension Phrases {
    var privacyPage: PlainPage {
        PlainPage(
            title: say("Så hanterar vi personuppgifter", en: "How we handle personal data"),
            parts: [(nil, keptOfPeople + keptOfCases)])
    }

    /// What is kept of people, and who sees it.
    private var keptOfPeople: [String] {
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
                "Kolleger vid samma bibliotek ser varandras namn och adress. De som handlägger, beslutar, betalar ut och utvecklar i regionen ser namn, bibliotek och roll. Administratör och revisor ser allt. Den som inte är inloggad ser inget.",
                en:
                    "Colleagues at one library see each other's names and addresses. Those who handle cases, decide, pay and develop at the region see name, library and role. Administrators and auditors see everything. Whoever is not logged in sees nothing."
            ),
        ]
    }

    /// What becomes of cases, and what is not done at all.
    private var keptOfCases: [String] {
        [
            say(
                "Ansökningar och beslut är allmänna handlingar. De kan begäras ut av vem som helst och gallras bara enligt regionens regler.",
                en:
                    "Applications and decisions are official documents. Anybody may ask for them, and they are disposed of only by the region's rules."
            ),
            say(
                "Vi mäter inte vad enskilda läser, och lämnar inga uppgifter till annonsörer.",
                en: "We do not track what individuals read, and give no data to advertisers."),
        ]
    }
}
