import Domain
import HTML
import Operations
import Store

extension Routes {
    /// One case of the region: reading it, taking it, recommending and deciding.
    mutating func addCasePages(_ service: Service) {
        let pages = CasePages(service: service)
        get("/desk/applications/:id", access: .loggedIn) { request, person in try await pages.show(request, person) }
        post("/desk/applications/:id/handling", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .handled) { id, form, version in
                try form.end()
                _ = try await service.operations.handleApplication(id, by: person, expecting: version)
            }
        }
        post("/desk/applications/:id/recommendation", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .recommended) { id, form, version in
                let (outcome, reasons) = try CaseForms.recommendation(form)
                _ = try await service.operations.recommendDecision(
                    on: id, outcome, reasons: reasons, by: person, expecting: version)
            }
        }
        addDecisionPages(pages)
        addPackPages(pages)
        addLaterReopening(pages)
        for path in [
            "handling", "recommendation", "dismissal", "announcement", "documents/:documentId/announcement",
            "correction", "reopening", "later-reopening",
        ] {
            get("/desk/applications/:id/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.deskCase(try request.id(GrantApplication.self)))
            }
        }
    }

    /// What is done with a decision once it is made.
    private mutating func addPackPages(_ pages: CasePages) {
        let operations = pages.service.operations
        post("/desk/applications/:id/announcement", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .announced) { id, form, version in
                try form.end()
                _ = try await operations.announceDecision(on: id, by: person, expecting: version)
            }
        }
        let later = "/desk/applications/:id/documents/:documentId/announcement"
        post(later, access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .announced) { id, form, version in
                try form.end()
                _ = try await operations.announceDecision(
                    on: id, request.id(DecisionDocument.self, "documentId"), by: person, expecting: version)
            }
        }
        post("/desk/applications/:id/correction", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .corrected, places: ["text": "correction"]) { id, form, version in
                let text = try CaseForms.correction(form)
                _ = try await operations.correctDecision(on: id, text, by: person, expecting: version)
            }
        }
        post("/desk/applications/:id/reopening", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .reopened, places: ["ground": "reopeningGround"]) {
                id, form, version in
                let (reopening, minutes) = try CaseForms.reopening(form)
                _ = try await operations.reopenDecision(
                    on: id, reopening, by: person, registering: minutes, expecting: version)
            }
        }
    }

    /// A later decision that withholds or demands money is taken back.
    private mutating func addLaterReopening(_ pages: CasePages) {
        let said = ["ground": "laterGround", "reference": "laterReference", "reasons": "laterReasons"]
        let board = BoardFields.names.map { ($0, LaterReopening.board + $0) }
        let places = said.merging(board) { said, _ in said }
        post("/desk/applications/:id/later-reopening", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .reopened, places: places) { id, form, version in
                let (document, reopening, minutes) = try CaseForms.laterReopening(form)
                _ = try await pages.service.operations.reopenLaterDecision(
                    document, on: id, reopening, by: person, registering: minutes, expecting: version)
            }
        }
    }

    /// What only decision makers do.
    private mutating func addDecisionPages(_ pages: CasePages) {
        get("/desk/applications/:id/decision", access: .role(.decisionMaker)) { request, person in
            try await pages.show(request, person, deciding: true)
        }
        post("/desk/applications/:id/decision", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .decided, deciding: true) { id, form, version in
                try await pages.decide(id, form, version, by: person)
            }
        }
        post("/desk/applications/:id/dismissal", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .dismissed, places: ["ground": "dismissalGround"]) {
                id, form, version in
                let ground = form.requiredText("dismissalGround")
                try form.end()
                _ = try await pages.service.operations.dismissApplication(
                    id, ground: ground, by: person, expecting: version)
            }
        }
    }
}

/// What the forms of a case say.
enum CaseForms {
    static func recommendation(_ form: FormReader) throws(Refusal) -> (Recommendation.Outcome, String) {
        let outcome = form.requiredText("outcome")
        let amount = form.money("amount")
        let reasons = form.requiredText("reasons")
        if outcome == "approve", amount == nil { form.errors.add("amount", .isMissing) }
        if outcome != "approve", outcome != "reject", !outcome.isEmpty { form.errors.add("outcome", .isNotOneOf([])) }
        try form.end()
        return (outcome == "approve" ? .approve(amount ?? .zero) : .reject, reasons)
    }
}

/// A case as the region sees it.
struct CasePages: Sendable {
    let service: Service

    /// Does one thing in a case and comes back to it, also when it was refused: then with what was typed.
    func command(
        _ request: WebRequest, _ person: Person, _ done: Done, deciding: Bool = false, isVersioned: Bool = true,
        places: [String: String] = [:], _ work: (GrantApplication.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        return try await attempt {
            let form = try request.form()
            let version = isVersioned ? form.requiredInteger("version") : nil
            try await work(id, form, version)
            return .redirect(to: Link.after(done, at: Link.deskCase(id)))
        } orShow: { refusal in
            try await show(request, person, deciding: deciding, places: places, refusal: refusal)
        }
    }

    func decide(_ id: GrantApplication.ID, _ form: FormReader, _ version: Int?, by person: Person) async throws {
        let minutes = BoardFields.read(form)
        // The decision says the same as a recommendation does: how much, or nothing, and why.
        let (outcome, reasons) = try CaseForms.recommendation(form)
        switch outcome {
        case .approve(let amount):
            _ = try await service.operations.approveApplication(
                id, amount: amount, reasons: reasons, by: person, registering: minutes, expecting: version)
        case .reject:
            _ = try await service.operations.rejectApplication(
                id, reasons: reasons, by: person, registering: minutes, expecting: version)
        }
    }

    func show(
        _ request: WebRequest, _ person: Person, deciding: Bool = false, places: [String: String] = [:],
        refusal: Refusal? = nil
    ) async throws -> WebResponse {
        guard person.isOfRegionalDesk,
            let application = try await service.database.grantApplication(try request.id(GrantApplication.self)),
            application.receipt != nil, application.maySee(person),
            let call = try await service.database.call(of: application)
        else { throw Refusal.missing }
        let file = try await CaseFile(application, call: call, for: person, service: service)
        let phrases = request.phrases
        let typed = TypedForm(
            file.proposal.merging(refusal == nil ? [:] : request.typed) { $1 }, errors: refusal?.fieldErrors ?? [],
            places: places, phrases: phrases,
            label: { phrases.field($0, of: file.handling.reviews.rubric) })
        if deciding {
            let page = DecisionPage(request: request, person: person, file: file, typed: typed, refusal: refusal)
            let place = Link.decision(application.id)
            return .page(phrases.decideHeading, for: request, after: refusal, keeping: place) { page.html }
        }
        let page = CasePage(request: request, person: person, file: file, typed: typed, refusal: refusal)
        return .page(
            application.request.title, for: request, after: refusal, keeping: Link.deskCase(application.id)
        ) { page.html }
    }
}
