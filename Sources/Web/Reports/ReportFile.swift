import Domain
import Store

/// Everything of the report of one grant, as its page and the API tell of it.
struct ReportFile: Sendable {
    let file: GrantFile
    let facts: [Report.EventFacts]
    /// Nobody but those who write it reads what was not sent.
    let draft: ReportDraft?
    /// The last first.
    let sent: [SentReport]
    /// The last first.
    let settlements: [ReportSettlement]
    let libraries: LibraryNames
    let names: [Person.ID: String]
    let mayWrite: Bool

    var grant: Grant { file.grant }
    var budget: [Report.Line] { file.application.request.budget }

    /// The report of a grant that `person` may see.
    init(_ id: Grant.ID, for person: Person, _ service: Service) async throws {
        let database = service.database
        file = try await GrantFile(id, for: person, service)
        mayWrite =
            person.has(.applicant, at: file.grant.libraryID) || person.has(.signatory, at: file.grant.libraryID)
        facts = try await database.reportFacts(of: id)
        draft = mayWrite ? try await database.reportDraft(of: id) : nil
        sent = try await database.reports(of: id)
        settlements = try await database.reportSettlements(of: id)
        libraries = try await database.libraryNames()
        var people: [Person.ID?] = [draft?.savedBy]
        for report in sent { people += [report.sentBy, report.returned?.by] }
        for settlement in settlements {
            people += [settlement.proposedBy, settlement.confirmation?.by, settlement.returned?.by]
        }
        names = try await database.names(of: Array(Set(people.compactMap(\.self))))
    }

    /// The report that stands: sent, and not returned.
    var standing: SentReport? { sent.first.flatMap { $0.returned == nil ? $0 : nil } }

    /// What is settled, or proposed to be, of the report that stands.
    var settlement: ReportSettlement? { settlements.first { $0.reportID == standing?.id } }

    /// What the grant comes to by the report that stands.
    var unspent: UnspentMoney? { standing.map { UnspentMoney($0.report, budget: budget, grant: grant) } }

    /// What the form begins with: what was saved; else what was sent last; else what the service knows.
    var beginning: Report {
        draft?.report ?? sent.first?.report
            ?? Report(
                events: facts.map { Report.EventOutcome(eventID: $0.eventID) },
                otherFunding: file.application.request.plan.otherFunding)
    }

    /// The libraries that may have sent guests to an event: its own, the invited, and those that are told of.
    func guestLibraries(of fact: Report.EventFacts) -> [Library] {
        let told = beginning.events.first { $0.eventID == fact.eventID }?.guests.map(\.libraryID) ?? []
        let wanted = Set([grant.libraryID] + fact.invited + told)
        return libraries.all.filter { wanted.contains($0.id) }
    }
}
