package import Domain

/// What the log of a case says that somebody did, by the name of the command or the outcome: the one place of these words,
/// for pages and for the papers of the archive. Whoever adds an entry to the log adds its words here; a test asks.
package enum CaseLogWords {
    package struct Words: Sendable, Equatable {
        package let swedish: String
        package let english: String
    }

    /// The words of an entry; nil: nobody has written such a one.
    package static func words(of kind: String) -> Words? { all[kind] }

    package static let all: [String: Words] = Dictionary(
        uniqueKeysWithValues: table.map { ($0.kind, Words(swedish: $0.sv, english: $0.en)) })

    /// What was changed of an event, as the log names it.
    package static func words(of fields: [CaseField]) -> String {
        fields.map { facts[$0] ?? $0.rawValue }.joined(separator: ", ")
    }

    private static let facts: [CaseField: String] = [
        .eventTitle: "Titel", .kind: "Typ", .summary: "Sammanfattning", .description: "Beskrivning", .time: "Tid",
        .place: "Plats", .audience: "Målgrupp", .seats: "Platser", .registration: "Anmälan", .prices: "Pris",
        .host: "Värd", .coHosts: "Tillfrågade medarrangörer", .confirmedCoHosts: "Medarrangörer",
        .invitationScope: "Vilka som är inbjudna", .invitees: "Inbjudna bibliotek",
        .invitationState: "Inbjudans läge", .invitationWindow: "När inbjudan syns",
        .readableSince: "Går att läsa sedan", .daySaidAt: "Ny dag sagd", .status: "Läge",
    ]

    private static let table: [(kind: String, sv: String, en: String)] = [
        ("draft", "Utkastet började skrivas", "The draft was begun"),
        ("edit", "Utkastet ändrades", "The draft was changed"),
        ("submit", "Ansökan kom in", "The application was received"),
        ("handle", "Ärendet togs om hand", "The case was taken"),
        ("recommend", "Förslag lämnades", "A recommendation was made"),
        ("approve", "Ansökan beviljades", "The application was approved"),
        ("approved", "Ansökan beviljades", "The application was approved"),
        ("approvePartially", "Ansökan beviljades delvis", "The application was approved in part"),
        ("approved-partially", "Ansökan beviljades delvis", "The application was approved in part"),
        ("reject", "Ansökan avslogs", "The application was rejected"),
        ("rejected", "Ansökan avslogs", "The application was rejected"),
        ("dismiss", "Ansökan avvisades", "The application was dismissed"),
        ("dismissed", "Ansökan avvisades", "The application was dismissed"),
        ("ask-to-sign", "Underskrift begärdes", "The signature was asked for"),
        ("co-apply", "En medsökande bekräftade", "A co-applicant confirmed"),
        ("not-co-apply", "En medsökande tackade nej", "A co-applicant declined"),
        ("withdraw", "Ansökan återkallades", "The application was withdrawn"),
        ("announce", "Beslutet anslogs", "The decision was posted"),
        ("correct", "Beslutet rättades", "The decision was corrected"),
        ("reopen", "Beslutet omprövas", "The decision was reopened"),
        (
            "service", "Det antecknades när parten fick del av beslutet",
            "It was noted when the party received the decision"
        ),
        ("appeal", "Beslutet överklagades", "The decision was appealed"),
        ("end-appeal", "Ett överklagande avgjordes", "An appeal ended"),
        ("request-completion", "Komplettering begärdes", "A completion was asked for"),
        ("edit-completion", "Kompletteringen ändrades", "The completion was changed"),
        ("complete", "Kompletteringen kom in", "The completion was received"),
        ("end-completion", "Tiden för komplettering gick ut", "The time to complete passed"),
        ("return-to-review", "Ärendet gick tillbaka till granskning", "The case was returned to review"),
        ("reassign", "Ärendet fick en ny handläggare", "The case was given to another officer"),
        ("review", "En granskning lämnades", "A review was given"),
        ("assign-reviewer", "En bedömare utifrån fick ansökan", "A reviewer from outside was given the application"),
        ("confirm-impartiality", "En bedömare sade sig inte vara jävig", "A reviewer declared no conflict of interest"),
        ("withdraw-reviewer", "En bedömare skildes från ansökan", "The application was taken from a reviewer"),
        ("declare-conflict", "Jäv anmäldes", "A conflict of interest was declared"),
        ("strike-review", "En granskning räknas inte längre", "A review counts no more"),
        ("lift-conflict", "Ett jäv hävdes", "A conflict of interest was lifted"),
        ("lapse", "Utkastet förföll", "The draft lapsed"),
        ("deviation", "Arrangören anmälde en avvikelse", "The host reported a deviation"),
        ("event-change", "Arrangören ändrade händelsen", "The host changed the event"),
        ("reply", "Arrangören svarade på avvikelsen", "The host answered to the deviation"),
        ("accept", "Biblioteket godtog bidraget", "The library accepted the grant"),
        ("activate", "Bidraget gäller", "The grant is in force"),
        ("decline", "Biblioteket tackade nej till bidraget", "The library declined the grant"),
        ("payee", "Biblioteket bekräftade sitt konto", "The library confirmed its account"),
        ("payment-request", "En utbetalning begärdes", "A payment was requested"),
        ("payment-release", "En utbetalning begärdes", "A payment was requested"),
        ("payment-attest", "En utbetalning attesterades", "A payment was attested"),
        ("payment-pay", "En utbetalning gjordes", "A payment was made"),
        ("payment-fail", "En utbetalning misslyckades", "A payment failed"),
        ("payment-cancel", "En utbetalning makulerades", "A payment was cancelled"),
        ("find-breach", "Regionen fann att ett villkor inte är uppfyllt", "The region found a condition broken"),
        (
            "libraries-changed", "Regionens bibliotek eller nämnder ändrades, och ett villkor är inte längre uppfyllt",
            "The region's libraries or boards changed, and a condition holds no longer"
        ),
        ("cured", "Arrangören har åtgärdat avvikelsen", "The host has mended the deviation"),
        ("frustrated", "Ingen kunde hjälpa avvikelsen", "Nobody could help the deviation"),
        ("waived", "Regionen godtog avvikelsen", "The region waived the breach"),
        ("enforced", "Regionen drog in händelsens pengar", "The region withheld the event's money"),
        ("repayment", "En återbetalning bokfördes", "A repayment was recorded"),
        ("write-off", "Ett återkrav skrevs av", "A claim was written off"),
        ("repayment-reversal", "En bokförd återbetalning togs tillbaka", "A recorded repayment was taken back"),
        ("write-off-reversal", "En avskrivning togs tillbaka", "A write-off was taken back"),
        ("change-request", "Biblioteket begärde en ändring", "The library asked for a change"),
        ("change-withdrawal", "Biblioteket tog tillbaka en ändring", "The library withdrew a change"),
        ("change-approval", "Regionen biföll en ändring", "The region approved a change"),
        ("change-rejection", "Regionen avslog en ändring", "The region rejected a change"),
        ("successor-offer", "Regionen erbjöd ett nytt datum", "The region offered a new date"),
        ("successor-proposal", "Arrangören föreslog en händelse", "The host proposed an event"),
        ("successor", "En händelse fick ett nytt datum", "An event got a new date"),
        ("repayment-demand", "Regionen krävde tillbaka bidraget", "The region demanded the grant back"),
        (
            "repayment-demand-part", "Regionen krävde tillbaka en del av bidraget",
            "The region demanded a part of the grant back"
        ),
        ("revocation", "Regionen upphävde bidraget", "The region revoked the grant"),
        ("report", "Biblioteket skickade in redovisningen", "The library sent its report"),
        ("return-report", "Regionen begärde komplettering av redovisningen", "The region returned the report"),
        ("settle", "Redovisningen godtogs", "The report was settled"),
        (
            "propose-settlement", "En lägre reglering föreslogs efter redovisningen",
            "A lower settlement was proposed"
        ),
        ("confirm-settlement", "Regleringen beslutades", "The settlement was decided"),
        ("return-settlement", "Förslaget till reglering skickades tillbaka", "The settlement was sent back"),
        ("close", "Bidraget avslutades", "The grant was closed"),
        ("payment-export", "En utbetalning lämnades till banken", "A payment was taken out to the bank"),
        ("reopen-later", "Ett senare beslut omprövas", "A later decision was reopened"),
        (
            "library-had-ended", "Biblioteket hade redan upphört när bidraget gavs",
            "The library had ended before the grant was given"
        ),
    ]
}
