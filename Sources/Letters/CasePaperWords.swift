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
        // What a library reports keeps its instants as microseconds.
        if number > 1_000_000_000_000, let instant = instant(Instant(microseconds: number).rfc3339) { return instant }
        return Self.amounts.contains(plain(name)) ? words.money(Money(ore: number)) : "\(number)"
    }

    /// Whether a member is for programs alone: they read the JSON that lies beside the paper.
    func isForPrograms(_ name: String) -> Bool { Self.forPrograms.contains(plain(name)) }

    /// What a word of ours means: one that stands where only such words stand.
    func word(_ text: String, named name: String, in section: String) -> String? {
        let name = plain(name)
        if section == "log", name == "kind" { return CaseLogWords.words(of: text)?.swedish }
        if Self.amounts.contains(name) || Self.prices.contains(name), let money = Money(decimal: text) {
            return words.money(money)
        }
        if let word = Self.values["\(name)=\(text)"] { return word }
        if Self.coded.contains(name), let word = Self.values[text] { return word }
        return text.utf8.count == 10 ? Day(text).map { words.day($0) } : nil
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
        "amount", "amount_after", "amount_before", "claimed", "entitled", "payable", "requested_amount", "cost_share",
        "withheld",
        "own_hourly_cost", "other_funding", "own_contribution", "price_own", "price_others", "budget",
        "maximum_amount", "ore", "total", "released",
    ]

    /// Amounts where they are written with two decimals, and seats where they are whole.
    private static let prices: Set<String> = ["own", "others"]

    private static let forPrograms: Set<String> = [
        "id", "content_version", "inputs_form", "sequence", "calendar_uid", "search_text", "event_versions",
        "time_zone",
    ]
}

// The words, by the names of what the database keeps.
extension CasePaperWords {
    private static let sections = [
        "receipt": "Mottagning", "version": "Innehåll", "completions": "Begäran om komplettering",
        "reviews": "Granskningar", "conflicts": "Jäv", "recommendations": "Förslag till beslut",
        "evaluations": "Vad villkoret om inbjudan gav", "messages": "Meddelanden", "decisions": "Beslut",
        "announcements": "Anslag", "corrections": "Rättelser", "reopenings": "Omprövningar",
        "appeals": "Överklaganden", "services": "När parten fick del av besluten", "grants": "Bidrag",
        "acceptances": "Godkännanden", "conditions": "Villkor",
        "deviations": "Avvikelser", "breaches": "Villkor som inte följts", "breachReplies": "Svar",
        "settlements": "Hur det avgjordes", "payeeAccounts": "Konto", "payments": "Utbetalningar",
        "paymentBatches": "Utbetalningsfiler", "paymentHolds": "Stoppade utbetalningar", "claims": "Återkrav",
        "claimEntries": "Betalt och avskrivet", "eventVersions": "Händelserna, version för version",
        "publications": "Publicerat i kalendern", "invitationReadings": "Bibliotek som öppnat inbjudan",
        "dispatches": "Utskick", "log": "Logg", "attachments": "Bilagor", "changeRequests": "Ändringsanmälningar",
        "grantDecisions": "Senare beslut om bidraget", "successorOffers": "Erbjudanden om nytt datum",
        "shareMoves": "Ändrade andelar", "reports": "Redovisningar", "reportReturns": "Återsända redovisningar",
        "reportSettlements": "Slutavräkning", "caseOfficers": "Handläggare", "reviewAssignments": "Bedömare utifrån",
    ]
}
