import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The pages on which the region writes the questions of a call.
    mutating func addQuestionPages(_ service: Service) {
        let pages = QuestionPages(service: service)
        let makers = Access<Person>.role(.caseOfficer, .decisionMaker, .developer)
        get("/calls/:id/questions", access: makers) { request, _ in try await pages.list(request) }
        get("/calls/:id/questions/new", access: makers) { request, _ in try await pages.show(request, nil) }
        post("/calls/:id/questions/new", access: makers) { request, person in
            try await pages.save(request, person, nil)
        }
        get("/calls/:id/questions/:questionId", access: makers) { request, _ in
            try await pages.show(request, try request.id(Question.self, "questionId"))
        }
        post("/calls/:id/questions/:questionId", access: makers) { request, person in
            try await pages.save(request, person, try request.id(Question.self, "questionId"))
        }
        post("/calls/:id/questions/:questionId/removal", access: makers) { request, person in
            try await pages.remove(request, person, try request.id(Question.self, "questionId"))
        }
    }
}

private struct QuestionPages: Sendable {
    let service: Service

    private func call(_ request: WebRequest) async throws -> Call {
        guard let call = try await service.database.call(try request.id(Call.self)) else { throw Refusal.missing }
        return call
    }

    func list(_ request: WebRequest, refusal: Refusal? = nil) async throws -> WebResponse {
        let call = try await call(request)
        let page = QuestionListPage(
            request: request, call: call, refusal: refusal, now: try await service.database.now())
        return .page(request.phrases.questionsTitle, for: request, after: refusal) { page.html }
    }

    func show(_ request: WebRequest, _ id: Question.ID?, refusal: Refusal? = nil) async throws -> WebResponse {
        let call = try await call(request)
        let index = id.flatMap { id in call.questions.questions.firstIndex { $0.id == id } }
        if id != nil, index == nil { throw Refusal.missing }
        let kept = index.map { QuestionForm.values(call.questions.questions[$0], place: $0 + 1) }
        let new = ["place": ["\(call.questions.questions.count + 1)"], "kind": [Question.Kind.line.rawValue]]
        let phrases = request.phrases
        let typed = TypedForm(
            refusal == nil ? kept ?? new : request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
            label: phrases.questionField)
        let page = QuestionPage(
            request: request, call: call, question: index.map { call.questions.questions[$0] }, typed: typed,
            refusal: refusal)
        return .page(page.title, for: request, after: refusal) { page.html }
    }

    func save(_ request: WebRequest, _ person: Person, _ id: Question.ID?) async throws -> WebResponse {
        let call = try await call(request)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let (question, place) = QuestionForm.read(form, over: id.flatMap { call.questions[$0] })
            try form.end()
            try await change(call, by: person, version) {
                $0.putting(question, at: place)
            } naming: { questions in
                questions.firstIndex { $0.id == question.id }
            }
            return .redirect(to: Link.after(.questionsSaved, at: Link.questions(call.id)))
        } orShow: { refusal in
            try await show(request, id, refusal: refusal)
        }
    }

    func remove(_ request: WebRequest, _ person: Person, _ id: Question.ID) async throws -> WebResponse {
        let call = try await call(request)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try form.end()
            try await change(call, by: person, version) {
                $0.filter { $0.id != id }
            } naming: { _ in
                nil
            }
            return .redirect(to: Link.after(.questionsSaved, at: Link.questions(call.id)))
        } orShow: { refusal in
            try await list(request, refusal: refusal)
        }
    }

    /// Changes the questions. A fault of the question on the page is told under the names of its own fields; another
    /// question's, which depends on this one, at where it is asked.
    private func change(
        _ call: Call, by person: Person, _ version: Int, _ edit: @escaping @Sendable ([Question]) -> [Question],
        naming index: ([Question]) -> Int?
    ) async throws {
        do {
            _ = try await service.operations.changeQuestions(of: call.id, by: person, expecting: version, edit)
        } catch Refusal.invalid(let errors) {
            let own = index(edit(call.questions.questions)).map { "questions[\($0)]." }
            throw Refusal.invalid(
                errors.map { error in
                    guard let own, error.field.hasPrefix(own) else {
                        return FieldError(field: "place", fault: .isNotOneOf([]))
                    }
                    let name = String(error.field.dropFirst(own.count))
                    return FieldError(field: name == "options" ? "options.sv" : name, fault: error.fault)
                })
        }
    }
}
