import Domain
import HTML
import Store

/// The proof that an event invited the other libraries, one row a library.
struct InvitationEvidencePage {
    let request: WebRequest
    let event: Event
    let evidence: [InvitationEvidence]
    let now: Instant

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.evidenceTitle)
        p(phrases.evidenceMeans)
        if evidence.isEmpty {
            p(phrases.noEvidence)
        } else {
            p(phrases.evidenceCount(evidence.count, read: evidence.filter { $0.firstReadAt != nil }.count))
            p { link(phrases.evidenceAsCSV, to: "\(Link.evidence(event.id)).csv") }
            listing(
                caption: phrases.evidenceTitle,
                [
                    Column(phrases.library), Column(phrases.inTheCalendar), Column(phrases.firstRead),
                    Column(phrases.mailed), Column(phrases.registeredHere),
                ], evidence.map(row))
        }
    }

    private func row(_ one: InvitationEvidence) -> TableRow {
        TableRow([
            userText(one.libraryName), HTML(phrases.standing(one, at: now)),
            HTML(one.firstReadAt.map { phrases.moment($0) } ?? phrases.notReadYet), HTML(phrases.mail(one)),
            HTML(one.registered.map { "\($0)" } ?? phrases.notThroughTheService),
        ])
    }
}

extension Phrases {
    var evidenceTitle: String { say("Bevis för inbjudan", en: "Evidence of the invitation") }
    fileprivate var evidenceMeans: String {
        say(
            "Så länge har inbjudan till varje bibliotek stått i regionens kalender. ”Öppnad” är när någon inloggad från biblioteket först öppnade händelsen; vem det var sparas inte.",
            en:
                "How long the invitation of each library has stood in the region's calendar. “Opened” is when somebody of the library, logged in, first opened the event; who that was is not kept."
        )
    }
    var noEvidence: String {
        say("Inbjudan har inte stått i kalendern.", en: "The invitation has not stood in the calendar.")
    }
    fileprivate var evidenceAsCSV: String { say("Hämta som CSV", en: "Fetch as CSV") }
    fileprivate var library: String { say("Bibliotek", en: "Library") }
    fileprivate var inTheCalendar: String { say("I kalendern", en: "In the calendar") }
    fileprivate var firstRead: String { say("Öppnad", en: "Opened") }
    fileprivate var mailed: String { say("Utskick", en: "Mail") }
    fileprivate var registeredHere: String { say("Anmälda", en: "Registered") }
    fileprivate var notReadYet: String { say("Inte än", en: "Not yet") }
    fileprivate var notThroughTheService: String {
        say("Anmälan sker inte här", en: "Registration is not here")
    }

    /// The columns of the file, as a spreadsheet shows them.
    var evidenceColumns: [String] {
        [
            library, say("I kalendern från", en: "In the calendar from"),
            say("I kalendern till", en: "In the calendar until"), say("Avbrott", en: "Gaps"),
            say("Först öppnad", en: "First opened"), say("Utskick i kö", en: "Mail queued"),
            say("Utskick mottaget", en: "Mail accepted"), say("Utskick studsade", en: "Mail bounced"),
            registeredHere, say("Nekade plats", en: "Refused a seat"),
        ]
    }

    fileprivate func evidenceCount(_ count: Int, read: Int) -> String {
        say(
            "\(count) bibliotek har varit inbjudna, \(read) har öppnat inbjudan.",
            en: "\(count) libraries were invited, \(read) have opened the invitation.")
    }

    fileprivate func standing(_ one: InvitationEvidence, at now: Instant) -> String {
        let from = moment(one.publishedFrom)
        let gaps =
            one.gaps == 0 ? "" : say(" Borta emellan: \(one.gaps) gånger.", en: " Gone in between: \(one.gaps) times.")
        if now < one.publishedUntil { return say("Sedan \(from).\(gaps)", en: "Since \(from).\(gaps)") }
        let until = moment(one.publishedUntil)
        return say("\(from) till \(until).\(gaps)", en: "\(from) to \(until).\(gaps)")
    }

    fileprivate func mail(_ one: InvitationEvidence) -> String {
        if let bounced = one.bouncedAt { return say("Studsade \(moment(bounced))", en: "Bounced \(moment(bounced))") }
        if let accepted = one.acceptedAt {
            return say("Mottaget \(moment(accepted))", en: "Accepted \(moment(accepted))")
        }
        if let queued = one.queuedAt { return say("I kö \(moment(queued))", en: "Queued \(moment(queued))") }
        return say("Inte skickat", en: "Not sent")
    }
}
