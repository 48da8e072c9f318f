import Domain
import Operations
import Store

extension Routes {
    /// What the region does in a case besides taking, recommending and deciding it; and the criteria of a call.
    mutating func addHandlingPages(_ service: Service) {
        let pages = CasePages(service: service)
        post("/desk/applications/:id/completion-requests", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .completionAsked) { id, form, version in
                let parts = form.choices("fields", GrantRequest.Part.self)
                if parts.isEmpty { form.errors.add("fields", .isMissing) }
                let wish = CompletionWish(
                    parts: parts, message: form.requiredText("message"),
                    dueOn: form.requiredDay("dueOn"))
                try form.end()
                _ = try await service.operations.requestCompletion(of: id, wish, by: person, expecting: version)
            }
        }
        post("/desk/applications/:id/return-to-review", access: .role(.caseOfficer, .decisionMaker)) {
            request, person in
            try await pages.command(request, person, .returned, places: ["reason": "returnReason"]) {
                id, form, version in
                let reason = form.requiredText("returnReason")
                try form.end()
                _ = try await service.operations.returnToReview(id, because: reason, by: person, expecting: version)
            }
        }
        addReassignment(pages)
        addUnversioned(pages)
        addRubricPages(service)
        addWaysBack()
    }

    /// The case gets another officer.
    private mutating func addReassignment(_ pages: CasePages) {
        let service = pages.service
        post("/desk/applications/:id/case-officer", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .reassigned, places: ["personId": "officerId"]) {
                id, form, version in
                let officer = form.requiredID("officerId", Person.self)
                try form.end()
                _ = try await service.operations.reassignCase(id, to: officer, by: person, expecting: version)
            }
        }
    }

    /// An address that only takes forms leads back to the case.
    private mutating func addWaysBack() {
        for path in [
            "completion-requests", "return-to-review", "case-officer", "reviews", "conflicts", "conflict-liftings",
            "messages", "review-assignments", "review-withdrawals",
        ] {
            get("/desk/applications/:id/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.deskCase(try request.id(GrantApplication.self)))
            }
        }
    }

    /// What is added to a case without changing its application.
    private mutating func addUnversioned(_ pages: CasePages) {
        post("/desk/applications/:id/reviews", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .reviewed, isVersioned: false, places: ReviewForm.places) {
                id, form, _ in
                let scores = ReviewForm.read(form)
                try form.end()
                _ = try await pages.service.operations.giveReview(
                    of: id, scores, by: person, request: request.sentOnce(by: person))
            }
        }
        post("/desk/applications/:id/messages", access: .role(.caseOfficer, .decisionMaker)) { request, person in
            try await pages.command(request, person, .written, isVersioned: false) { id, form, _ in
                let visibility = form.requiredChoice("visibility", CaseMessage.Visibility.parties)
                let text = form.requiredText("text")
                try form.end()
                _ = try await pages.service.operations.writeMessage(
                    text, to: visibility, in: id, by: person, request: request.sentOnce(by: person))
            }
        }
        addConflictForms(pages)
        addReviewerForms(pages)
    }

    private mutating func addConflictForms(_ pages: CasePages) {
        post("/desk/applications/:id/conflicts", access: .role(.caseOfficer, .decisionMaker, .finance)) {
            request, person in
            try await pages.command(request, person, .conflictDeclared, isVersioned: false) { id, form, _ in
                let subject = form.id("personId", Person.self)
                let ground = form.requiredChoice("ground", DeclaredConflict.Ground.ownInterest)
                let explanation = form.requiredText("explanation")
                try form.end()
                _ = try await pages.service.operations.declareConflict(
                    of: subject, in: id, on: ground, explanation: explanation, by: person,
                    request: request.sentOnce(by: person))
            }
        }
        post("/desk/applications/:id/conflict-liftings", access: .role(.decisionMaker)) { request, person in
            try await pages.command(
                request, person, .conflictLifted, isVersioned: false, places: ["reason": "liftingReason"]
            ) {
                id, form, _ in
                let conflict = form.requiredID("conflictId", DeclaredConflict.self)
                let reason = form.requiredText("liftingReason")
                try form.end()
                _ = try await pages.service.operations.liftConflict(conflict, in: id, because: reason, by: person)
            }
        }
    }
}

/// The form of a review: points and a comment for each criterion, in order.
enum ReviewForm {
    static func points(_ index: Int) -> String { "scores.\(index).points" }
    static func comment(_ index: Int) -> String { "scores.\(index).comment" }

    /// An operation that knows nothing of forms calls them `scores[0].points`.
    static let places = Dictionary(
        uniqueKeysWithValues: (0..<20).flatMap { index in
            [("scores[\(index)].points", points(index)), ("scores[\(index)].comment", comment(index))]
        })

    static func read(_ form: FormReader) -> [Review.Score] {
        var scores: [Review.Score] = []
        while form.has(comment(scores.count)) {
            let index = scores.count
            scores.append(
                Review.Score(
                    points: form.requiredInteger(points(index)), comment: form.requiredText(comment(index))))
        }
        return scores
    }
}
