import Domain

/// What the papers of a case call what they hold: Swedish, since they are records of the region.
struct CasePaperWords: Sendable {
    private let words = LetterWords(.swedish)

    var skip: String { "Till handlingen" }
    var applicant: String { words.applicant }
    var application: String { words.application }

    func title(of kind: CasePaper.Kind) -> String {
        switch kind {
        case .receipt: "Mottagningsbevis"
        case .version: "Ansökan som den kom in"
        case .handling: "Handläggning"
        case .messages: "Meddelanden"
        case .notes: "Tjänsteanteckningar"
        case .decisions: "Beslut och överklaganden"
        case .grant: "Bidraget"
        case .events: "Händelserna och inbjudningarna"
        case .log: "Ärendelogg"
        }
    }

    func title(ofSection name: String) -> String { Self.sections[name] ?? label(name) }
    func truth(_ truth: Bool) -> String { truth ? "ja" : "nej" }

    /// A whole number; an amount, where its name says that it counts öre.
    func whole(_ number: Int, named name: String) -> String {
        Self.amounts.contains(plain(name)) ? words.money(Money(ore: number)) : "\(number)"
    }

    /// What a member is called; one that has no word here is called what the record calls it.
    func label(_ name: String) -> String { Self.labels[plain(name)] ?? plain(name).replacing("_", with: " ") }

    /// The members by what they are called, so that the same record is always written the same.
    func order(of members: [String: ArchivedValue]) -> [String] { members.keys.sorted { label($0) < label($1) } }

    /// A day and a time in Sweden, of an instant as PostgreSQL and we ourselves write them.
    func instant(_ text: String) -> String? {
        guard text.count >= 20, let instant = Instant(rfc3339: text) else { return nil }
        let local = Stockholm.local(instant)
        let minute = local.minute < 10 ? "0\(local.minute)" : "\(local.minute)"
        return "\(words.day(local.day)) kl. \(local.hour).\(minute)"
    }

    /// `requestedAmount` and `requested_amount` are the same.
    private func plain(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : "\($1)" }
    }

    private static let amounts: Set<String> = [
        "amount", "amount_after", "amount_before", "claimed", "entitled", "requested_amount", "cost_share", "withheld",
        "own_hourly_cost", "other_funding", "price_own",
        "price_others", "budget", "maximum_amount",
    ]
}

// The words, by the names of what the database keeps.
extension CasePaperWords {
    private static let sections = [
        "receipt": "Mottagning", "version": "Innehåll", "completions": "Begäran om komplettering",
        "reviews": "Granskningar", "conflicts": "Jäv", "recommendations": "Förslag till beslut",
        "evaluations": "Vad villkoret om inbjudan gav", "messages": "Meddelanden", "decisions": "Beslut",
        "announcements": "Anslag", "corrections": "Rättelser", "reopenings": "Omprövningar",
        "appeals": "Överklaganden", "grants": "Bidrag", "acceptances": "Godkännanden", "conditions": "Villkor",
        "deviations": "Avvikelser", "breaches": "Villkor som inte följts", "breachReplies": "Svar",
        "settlements": "Hur det avgjordes", "payeeAccounts": "Konto", "payments": "Utbetalningar",
        "paymentBatches": "Utbetalningsfiler", "paymentHolds": "Stoppade utbetalningar", "claims": "Återkrav",
        "claimEntries": "Betalt och avskrivet", "eventVersions": "Händelserna, version för version",
        "publications": "Publicerat i kalendern", "invitationReadings": "Bibliotek som öppnat inbjudan",
        "dispatches": "Utskick", "log": "Logg", "attachments": "Bilagor", "changeRequests": "Ändringsanmälningar",
        "grantDecisions": "Senare beslut om bidraget", "successorOffers": "Erbjudanden om nytt datum",
        "shareMoves": "Ändrade andelar", "reports": "Redovisningar", "reportReturns": "Återsända redovisningar",
        "reportSettlements": "Slutavräkning",
    ]

    private static let labels = [
        "actor_id": "Av", "accepted_at": "Godkänt", "accepted_by": "Godkänt av", "amount_after": "Belopp efter",
        "amount_before": "Belopp före",
        "account_kind": "Kontoslag",
        "account_number": "Konto", "amount": "Belopp", "appeal": "Så överklagas", "appeal_ends_on": "Sista dag",
        "appeal_kind": "Överklagas genom", "appellant": "Klagande", "applicant": "Sökande",
        "application_version": "Version", "audience": "Målgrupp", "budget": "Budget", "capacity": "Platser",
        "call": "Utlysning", "claimed": "Återkrävs", "closed_on": "Avslutat", "comment": "Kommentar",
        "conditions": "Villkor", "content": "Innehåll",
        "confirmation": "Bekräftelse", "confirmed_at": "Bekräftat", "confirmed_by": "Bekräftat av",
        "content_hash": "SHA-256", "contribution": "Bidrar med", "cost_share": "Andel av kostnaden",
        "court": "Domstol", "court_case_number": "Målnummer", "decided_as": "Beslutat som",
        "decided_at": "Beslutat",
        "decided_by": "Beslutat eller registrerat av", "decided_by_body": "Beslutat av nämnd",
        "declared_at": "Anmält", "declared_by": "Anmält av", "delegation_id": "Delegation",
        "description": "Beskrivning", "document_id": "Beslutets handling", "detail": "Uppgift", "due_on": "Senast",
        "ended_on": "Slut",
        "ends_at": "Slutar", "entitled": "Rätt till", "evidence": "Godtagna bevis", "event_id": "Händelse",
        "events": "Händelser", "evaluated_at": "Prövat",
        "explanation": "Förklaring", "fields": "Delar", "findings": "Utfall per krav", "first_read_at": "Först öppnad",
        "ground": "Grund", "happened_at": "Tidpunkt", "held_since": "Gäller från", "host": "Värd",
        "inputs_hash": "SHA-256 av underlaget", "is_late": "För sent", "issued_at": "Utfärdat",
        "keep_until": "Bevaras till", "kind": "Slag",
        "library_id": "Bibliotek", "last_day": "Sista dag", "lifted_at": "Upphävt", "meeting_on": "Sammanträde",
        "message": "Meddelande",
        "minutes_paragraph": "Paragraf", "minutes_reference": "Protokoll", "moment": "Tillfälle", "name": "Namn",
        "new_event_id": "Ny händelse", "note": "Anteckning",
        "number": "Nummer", "offered_at": "Erbjudet", "offered_by": "Erbjudet av", "outcome": "Utfall",
        "paid_on": "Betalt", "person_id": "Person", "points": "Poäng",
        "posted_at": "Anslaget", "proposed_at": "Föreslaget", "proposed_by": "Föreslaget av",
        "published_at": "Publicerad", "purpose": "Syfte", "reasons": "Skäl",
        "received_at": "Kom in", "received_on": "Kom in", "reclaim_reservation": "Återkravsförbehåll",
        "recommended_at": "Föreslaget", "recommended_by": "Föreslaget av", "recorded_at": "Antecknat",
        "recorded_by": "Antecknat av", "reference": "Hänvisning", "registry_number": "Diarienummer",
        "reply": "Svar", "returned_at": "Återsänt", "returned_by": "Återsänt av", "requested_amount": "Sökt belopp",
        "requested_at": "Begärt", "requested_by": "Begärt av",
        "reviewed_at": "Granskat", "reviewed_by": "Granskat av", "rule_version": "Regelversion", "score": "Poäng",
        "scores": "Bedömning", "sender": "Avsändare", "sent_at": "Skickat", "sent_by": "Skickat av",
        "served_on": "Fick del av beslutet", "settled_at": "Avgjort", "settled_by": "Avgjort av", "side": "Sida",
        "shares": "Andelar", "starts_at": "Börjar", "state": "Läge", "status": "Status", "submitted_at": "Inskickad",
        "submitted_by": "Inskickad av", "summary": "Sammanfattning", "taken_at": "Tidpunkt",
        "taken_down_on": "Anslaget tas ned", "text": "Text", "title": "Rubrik", "venue": "Plats",
        "verdict": "Resultat", "version": "Version", "visibility": "Läses av", "withheld": "Hålls inne",
    ]
}
