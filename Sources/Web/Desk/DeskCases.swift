import Domain
import HTML
import NIOCore
import Store

/// The cases of the region with what narrows them.
struct DeskCases {
    let request: WebRequest
    let window: PageWindow
    let applications: [GrantApplication]
    let total: Int
    let calls: [Call]
    let officers: [Person.ID: String]
    let libraries: LibraryNames

    /// How many cases a file holds at most.
    static let mostInAFile = 10_000

    private var phrases: Phrases { request.phrases }

    var html: HTML {
        section(.id("cases")) {
            h2(phrases.casesHeading)
            filters
            p(phrases.casesFound(total), .class("count"), .role(.status))
            if applications.isEmpty { p(phrases.noCases) } else { queue }
            paging(window, total: total, for: request)
            if !applications.isEmpty { p { link(phrases.casesAsCSV, to: Self.file(request.query)) } }
        }
    }

    /// The file of all pages of what is asked for.
    private static func file(_ query: Query) -> String {
        let asked = query.without("page")
        return asked.isEmpty ? "\(Link.desk).csv" : "\(Link.desk).csv?\(asked)"
    }

    private var filters: HTML {
        let typed = TypedForm(
            Dictionary(grouping: request.query.all, by: \.name).mapValues { $0.map(\.value) }, phrases: phrases,
            label: phrases.caseFilter)
        return form(action: "\(Link.desk)#cases", method: .get, .class("filters"), .role(.search)) {
            typed.line("q", type: .search)
            typed.pick("status", Self.statuses.map { Choice($0.rawValue, phrases.name($0)) }, none: phrases.all)
            typed.pick(
                "officer", AskedOfficer.allCases.map { Choice($0.rawValue, phrases.name($0)) }, none: phrases.all)
            typed.pick("callId", calls.map { Choice($0.id.description, $0.details.title) }, none: phrases.all)
            typed.pick("order", ApplicationFilter.Order.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            div(.class("actions")) {
                button(phrases.show)
                if !request.query.all.isEmpty { link(phrases.clearFilter, to: "\(Link.desk)#cases") }
            }
        }
    }

    /// Drafts are the libraries' own room.
    private static let statuses = GrantApplication.Status.allCases.filter { ![.draft, .lapsed].contains($0) }

    private var queue: HTML {
        listing(
            caption: phrases.casesHeading,
            [
                Column(phrases.application), Column(phrases.registryNumber), Column(phrases.applicant),
                Column(phrases.status), Column(phrases.sought, isNumber: true), Column(phrases.receivedAt),
                Column(phrases.name(Role.caseOfficer)),
            ], applications.map(row))
    }

    private func row(_ application: GrantApplication) -> TableRow {
        TableRow([
            link(to: Link.deskCase(application.id)) { userText(application.request.title) },
            HTML(application.receipt?.registryNumber ?? ""), userText(libraries[application.libraryID]),
            StatusBadge(status: application.status, phrases: phrases).html,
            HTML(phrases.money(application.request.requestedAmount)), HTML(received(application)),
            HTML(application.caseOfficerID.flatMap { officers[$0] } ?? "–"),
        ])
    }

    private func received(_ application: GrantApplication) -> String {
        application.receipt.map { phrases.day(Stockholm.day($0.submittedAt)) } ?? ""
    }

    /// The same cases for a spreadsheet, with days and kronor as its reader writes them.
    var file: ByteBuffer {
        let head = [
            phrases.registryNumber, phrases.application, phrases.applicant, phrases.callOfApplication, phrases.status,
            phrases.sought, phrases.receivedAt, phrases.name(Role.caseOfficer),
        ]
        let titles = Dictionary(uniqueKeysWithValues: calls.map { ($0.id, $0.details.title) })
        let rows = applications.map { application in
            [
                application.receipt?.registryNumber ?? "", application.request.title,
                libraries[application.libraryID], titles[application.callID] ?? "", phrases.name(application.status),
                Spreadsheet.amount(application.request.requestedAmount),
                application.receipt.map { Stockholm.day($0.submittedAt).text } ?? "",
                application.caseOfficerID.flatMap { officers[$0] } ?? "",
            ]
        }
        return Spreadsheet.file([head] + rows)
    }
}

extension Phrases {
    var casesAsCSV: String { say("Hämta listan som kalkylblad (CSV)", en: "Download the list as a spreadsheet (CSV)") }

    func caseFilter(_ name: String) -> String {
        switch name {
        case "q": say("Sök titel, diarienummer eller sökande", en: "Search title, registry number or applicant")
        case "status": status
        case "officer": say("Handläggs av", en: "Handled by")
        case "callId": callOfApplication
        default: say("Ordning", en: "Order")
        }
    }

    func name(_ officer: AskedOfficer) -> String {
        switch officer {
        case .me: say("Mig", en: "Me")
        case .nobody: say("Ingen än", en: "Nobody yet")
        }
    }

    func name(_ order: ApplicationFilter.Order) -> String {
        switch order {
        case .changed: say("Senast ändrat först", en: "Latest change first")
        case .received: say("Väntat längst först", en: "Waited longest first")
        case .amount: say("Störst belopp först", en: "Largest amount first")
        }
    }
}
