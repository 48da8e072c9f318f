import Domain

/// What problems say: a title and what to do about it.
extension Phrases {
    func title(_ problem: Problem) -> String {
        switch problem.summary {
        case .refusal(let refusal): title(refusal)
        case .fault(let fault): title(fault.code)
        case .outage: say("Tjänsten svarar inte just nu", en: "The service cannot answer right now")
        case .failure: say("Något gick fel hos oss", en: "Something went wrong on our side")
        }
    }

    func detail(_ problem: Problem) -> String {
        switch problem.summary {
        case .refusal(let refusal): detail(refusal)
        case .fault(let fault): detail(fault)
        case .outage: say("Försök igen om en liten stund.", en: "Try again in a moment.")
        case .failure:
            say(
                "Felet är inte ditt, och vi har fått veta om det. Försök gärna igen.",
                en: "It is not your fault, and we have been told. You may try again.")
        }
    }

    func incident(_ id: String) -> String {
        say("Ange det här numret om du kontaktar oss: \(id)", en: "Give this number if you contact us: \(id)")
    }

    /// The same of what a program asks for.
    var resourceIsMissing: String { say("Resursen finns inte", en: "There is no such resource") }
    var resourceIsMissingMeans: String {
        say(
            "Det finns ingen resurs på adressen, eller så får du inte se den.",
            en: "There is no resource at this address, or you may not see it.")
    }

    private func title(_ refusal: Refusal) -> String {
        switch refusal {
        case .missing: say("Sidan finns inte", en: "There is no such page")
        case .notLoggedIn: say("Du behöver logga in", en: "You need to log in")
        case .notAllowed: say("Du får inte göra det här", en: "You may not do this")
        case .conflict: say("Det går inte att göra nu", en: "This cannot be done now")
        case .stale: say("Någon annan har ändrat under tiden", en: "Somebody else has made a change meanwhile")
        case .versionNeeded: say("Ange vilken version du ändrar", en: "Say which version you are changing")
        case .invalid: say("Något behöver rättas", en: "Something needs to be corrected")
        case .broken: say("Bidragsregeln är inte uppfylld", en: "The funding rule does not hold")
        case .wouldBreach: say("Ändringen bryter ett bidragsvillkor", en: "The change breaks a grant condition")
        }
    }

    private func detail(_ refusal: Refusal) -> String {
        switch refusal {
        case .missing:
            say(
                "Adressen leder ingenstans, eller så får du inte se det som finns där.",
                en: "The address leads nowhere, or you may not see what is there.")
        case .notLoggedIn: say("Logga in för att fortsätta.", en: "Log in to go on.")
        case .notAllowed(let reason), .conflict(let reason): message(reason)
        case .stale:
            say(
                "Hämta den senaste versionen och gör om din ändring.",
                en: "Fetch the latest version and make your change again.")
        case .versionNeeded:
            say(
                "Skicka med rubriken If-Match med versionens ETag.",
                en: "Send the header If-Match with the version's ETag.")
        case .invalid:
            say(
                "Inget har sparats. Se felen vid varje fält.",
                en: "Nothing was saved. See the fault at each field.")
        case .broken:
            say(
                "Varje händelse som får bidrag ska också bjuda in personal från andra bibliotek. Se vad som saknas.",
                en: "Every funded event must also invite staff of other libraries. See what is missing.")
        // While outcomes are kept back nobody is told that a grant has come to be.
        case .wouldBreach(_, let grants) where grants.isEmpty:
            say(
                "Händelsen ingår i ett ärende om bidrag, och villkoret är att den bjuder in andra bibliotek. Anmäl en avvikelse med en orsak om du ändå behöver ändra.",
                en:
                    "The event is part of a grant case, on condition that it invites other libraries. Report a deviation with a reason if you must change it."
            )
        case .wouldBreach:
            say(
                "Händelsen har fått bidrag på villkor att den bjuder in andra bibliotek. Anmäl en avvikelse med en orsak om du ändå behöver ändra.",
                en:
                    "The event was funded on condition that it invites other libraries. Report a deviation with a reason if you must change it."
            )
        }
    }
}
