import Domain

/// Why something was not done about a library, a board or whoever signs for one.
extension Phrases {
    func ofLibrary(_ reason: Refusal.Reason) -> String? {
        switch reason {
        case .nobodyMaySign:
            say(
                "Ingen är behörig att skriva under för biblioteket. Be administratören lägga till någon.",
                en: "Nobody may sign for the library. Ask the administrator to add somebody.")
        case .libraryEnds:
            say("Det är redan bestämt när biblioteket upphör.", en: "When the library ends is decided already.")
        case .libraryHasEnded:
            say(
                "Biblioteket har upphört. Välj det som har tagit över.",
                en: "The library has ended. Choose the one that has taken over.")
        case .twoPersonsEndALibrary:
            say(
                "Den som bekräftar ska vara någon annan än den som registrerade. Be en annan handläggare, utvecklare eller administratör.",
                en:
                    "Whoever confirms must be another person than the one who registered. Ask another case officer, developer or administrator."
            )
        case .libraryChangeIsLate:
            say(
                "Dagen har passerat. Ta tillbaka registreringen och registrera på nytt med protokollet eller beslutet som den vilar på.",
                en:
                    "The day has passed. Take this back, and register it anew with the minutes or the decision that it rests on."
            )
        case .libraryChangeIsDone:
            say(
                "Biblioteket har upphört, och det kan bara tas tillbaka före den dagen. Administratören kan lägga upp ett nytt bibliotek.",
                en:
                    "The library has ended, and that can only be taken back before its day. The administrator can enter a new library."
            )
        case .recipientHasEnded:
            say(
                "Biblioteket har lagts ned och inget annat har tagit över, så ingen kan få pengarna. Beslutsfattaren avslår ansökan, eller upphäver bidraget om det redan är beviljat.",
                en:
                    "The library has closed and no other has taken over, so nobody can get the money. The decision maker rejects the application, or revokes the grant if it has been given."
            )
        case .libraryIsOnBoard:
            say("Biblioteket är redan med i nämnden.", en: "The library is on the board already.")
        case .twoPersonsChangeABoard:
            say(
                "Den som bekräftar ska vara någon annan än den som registrerade. Be en handläggare, utvecklare eller annan administratör.",
                en:
                    "Whoever confirms must be another person than the one who registered. Ask a case officer, developer or another administrator."
            )
        case .boardChangeIsLate:
            say(
                "Dagen har passerat utan att någon bekräftade. Registrera ändringen på nytt.",
                en: "The day has passed and nobody had confirmed it. Register the change anew.")
        default: nil
        }
    }
}
