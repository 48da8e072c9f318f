import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// Appeals of a case: the region's to read and to note, since they name whoever appealed.
    mutating func addAppeals(_ service: Service) {
        let path = "\(Link.API.applications)/:id/appeals"
        get(path, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await regionsCase(request, person, service)
            let window = try request.page
            let all = try await service.database.appeals(of: application.id)
            return .list(window.part(of: all), window, total: all.count, for: request) {
                $0.write($1, in: application.id)
            }
        }
        post(path, access: .role(.caseOfficer, .decisionMaker)) { request, person in
            let note = try AppealBody.note(request.json())
            let id = try request.id(GrantApplication.self)
            let made = try await service.operations.recordAppeal(
                on: id, note, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(made, in: id, .created)
        }
        post("\(path)/:appealId/outcome", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            let (ending, court, number) = try AppealBody.ending(request.json())
            let id = try request.id(GrantApplication.self)
            let ended = try await service.operations.endAppeal(
                request.id(ReceivedAppeal.self, "appealId"), on: id, as: ending, court: court,
                courtCaseNumber: number, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(ended, in: id, .ok)
        }
        addAppealPages(service)
        addDecisionService(service)
    }

    private mutating func addAppealPages(_ service: Service) {
        let pages = CasePages(service: service)
        post("/desk/applications/:id/appeals", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .appealNoted) { id, form, version in
                let note = try AppealForm.note(form)
                _ = try await service.operations.recordAppeal(on: id, note, by: person, expecting: version)
            }
        }
        post("/desk/applications/:id/appeal-outcomes", access: .role(.caseOfficer, .decisionMaker)) {
            request, person in
            try await pages.command(request, person, .appealEnded, places: AppealForm.places) { id, form, version in
                let (appeal, ending, court, number) = try AppealForm.ending(form)
                _ = try await service.operations.endAppeal(
                    appeal, on: id, as: ending, court: court, courtCaseNumber: number, by: person,
                    expecting: version)
            }
        }
        for path in ["appeals", "appeal-outcomes"] {
            get("/desk/applications/:id/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.deskCase(try request.id(GrantApplication.self)))
            }
        }
    }
}

extension Service {
    fileprivate func answer(
        _ id: ReceivedAppeal.ID, in application: GrantApplication.ID, _ status: HTTPResponse.Status
    ) async throws -> WebResponse {
        guard let appeal = try await database.appeals(of: application).first(where: { $0.id == id }) else {
            throw Refusal.missing
        }
        // An appeal has no address of its own: it stands in the list of its case.
        let list = "\(Link.API.application(application))/appeals"
        return .json(status, location: status == .created ? list : nil) { $0.write(appeal, in: application) }
    }
}

/// Bodies of the API.
private enum AppealBody {
    static func note(_ json: ObjectReader) throws(Refusal) -> AppealNote {
        let note = AppealNote(
            of: json.id("documentId", DecisionDocument.self), receivedOn: json.requiredDay("receivedOn"),
            appellant: json.requiredText("appellant"),
            servedOn: json.day("servedOn"), court: json.text("court") ?? "",
            courtCaseNumber: json.text("courtCaseNumber") ?? "")
        try json.end()
        return note
    }

    static func ending(_ json: ObjectReader) throws(Refusal) -> (ReceivedAppeal.Ending, String, String) {
        let ending = ReceivedAppeal.Ending(
            outcome: json.requiredChoice("outcome", .rejected), on: json.requiredDay("endedOn"))
        let (court, number) = (json.text("court") ?? "", json.text("courtCaseNumber") ?? "")
        try json.end()
        return (ending, court, number)
    }
}

/// The same from the forms of the desk.
private enum AppealForm {
    static let places = [
        "outcome": "appealOutcome", "court": "endingCourt", "courtCaseNumber": "endingCourtCaseNumber",
    ]

    static func note(_ form: FormReader) throws(Refusal) -> AppealNote {
        let note = AppealNote(
            of: form.id("documentId", DecisionDocument.self), receivedOn: form.requiredDay("receivedOn"),
            appellant: form.requiredText("appellant"),
            servedOn: form.day("servedOn"), court: form.text("court") ?? "",
            courtCaseNumber: form.text("courtCaseNumber") ?? "")
        try form.end()
        return note
    }

    static func ending(
        _ form: FormReader
    ) throws(Refusal) -> (ReceivedAppeal.ID, ReceivedAppeal.Ending, String, String) {
        let id = form.requiredID("appealId", ReceivedAppeal.self)
        let ending = ReceivedAppeal.Ending(
            outcome: form.requiredChoice("appealOutcome", .rejected), on: form.requiredDay("endedOn"))
        let (court, number) = (form.text("endingCourt") ?? "", form.text("endingCourtCaseNumber") ?? "")
        try form.end()
        return (id, ending, court, number)
    }
}

extension JSONWriter {
    /// An appeal. One that a court has won for the appellant leads to the reopening of the case.
    fileprivate mutating func write(_ appeal: ReceivedAppeal, in id: GrantApplication.ID) {
        object {
            $0.member("id", appeal.id)
            $0.member("kind", appeal.kind)
            $0.member("documentId", appeal.documentID)
            $0.member("receivedOn", appeal.receivedOn)
            $0.member("appellant", appeal.appellant)
            $0.member("servedOn", appeal.servedOn)
            $0.member("isLate", appeal.isLate)
            $0.member("court", appeal.court)
            $0.member("courtCaseNumber", appeal.courtCaseNumber)
            $0.member("outcome", appeal.ending?.outcome)
            $0.member("endedOn", appeal.ending?.on)
            $0.object("links") {
                $0.member("application", Link.API.application(id))
                let isWon = appeal.documentID == nil && appeal.ending?.outcome.endsDecision ?? false
                $0.member("reopening", isWon ? "\(Link.API.application(id))/reopening" : nil)
            }
        }
    }
}

extension Link {
    static func appeals(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/appeals" }
    static func appealOutcomes(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/appeal-outcomes" }
}
