import Domain
import HTML
import HTTPTypes
import Operations
import Store

/// The form by which the region notes when the parties had got a decision that is appealed administratively.
struct ServicePart {
    let request: WebRequest
    let file: CaseFile
    let typed: TypedForm

    /// Where the page has the fields: it has those of an appeal, too.
    static let places = [
        "documentId": "servedDocumentId", "servedOn": "serviceDay", "manner": "serviceManner",
        "shownBy": "serviceShownBy",
    ]

    private var phrases: Phrases { request.phrases }

    private var decisions: [Choice] {
        (file.decision?.terms.appeal == .administrativeAppeal
            ? file.decision.map { [Choice("", "\(phrases.decision) \($0.number)")] } ?? [] : [])
            + file.pack.documents.filter { $0.appeal == .administrativeAppeal }.map {
                Choice("\($0.document.id)", "\(phrases.name($0.document.kind)) \($0.document.number)")
            }
    }

    @HTMLBuilder var html: HTML {
        let decisions = decisions
        if !decisions.isEmpty {
            disclosure(
                phrases.noteService,
                isOpen: typed.hasFault(in: "servedDocumentId", "serviceDay", "serviceManner", "serviceShownBy")
            ) {
                p(phrases.serviceMeans)
                form(action: "\(Link.service(file.application.id))#error-summary", method: .post, .class("stacked")) {
                    request.formToken
                    hidden(name: "version", value: "\(file.application.version)")
                    typed.pick("servedDocumentId", decisions)
                    typed.day("serviceDay")
                    typed.pick(
                        "serviceManner",
                        DecisionService.Manner.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                    typed.line("serviceShownBy", hint: phrases.serviceShownByHint)
                    button(phrases.noteService)
                }
            }
        }
    }

    /// What the form says.
    static func read(_ form: FormReader) throws(Refusal) -> DecisionService {
        let service = DecisionService(
            of: form.id("servedDocumentId", DecisionDocument.self), servedOn: form.requiredDay("serviceDay"),
            manner: form.requiredChoice("serviceManner", .receipt), shownBy: form.requiredText("serviceShownBy"))
        try form.end()
        return service
    }
}

extension Routes {
    /// When the parties had got a decision: noted in the API, and on the desk.
    mutating func addDecisionService(_ service: Service) {
        post("\(Link.API.applications)/:id/service", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            let json = try request.json()
            let served = DecisionService(
                of: json.id("documentId", DecisionDocument.self), servedOn: json.requiredDay("servedOn"),
                manner: json.requiredChoice("manner", .receipt), shownBy: json.requiredText("shownBy"))
            try json.end()
            let id = try await service.operations.recordService(
                served, on: request.id(GrantApplication.self), by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await answer(.ok, with: id, to: person, service)
        }
        let pages = CasePages(service: service)
        post("/desk/applications/:id/service", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .served, places: ServicePart.places) { id, form, version in
                let served = try ServicePart.read(form)
                _ = try await service.operations.recordService(served, on: id, by: person, expecting: version)
            }
        }
        get("/desk/applications/:id/service", access: .loggedIn) { request, _ in
            .redirect(to: Link.deskCase(try request.id(GrantApplication.self)))
        }
    }
}

extension Link {
    static func service(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/service" }
}
