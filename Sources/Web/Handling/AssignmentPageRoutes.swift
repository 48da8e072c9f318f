import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The pages of a reviewer from outside.
    mutating func addAssignmentPages(_ service: Service) {
        get(Link.assignments, access: .role(.reviewer)) { request, person in
            try await assignments(request, person, service)
        }
        get("\(Link.assignments)/:id", access: .role(.reviewer)) { request, person in
            try await assignment(request, person, service)
        }
        get("\(Link.assignments)/:id/attachments/:attachmentId/content", access: .role(.reviewer)) { request, person in
            try await assignedFile(request, person, service)
        }
        for (path, work) in forms(service) {
            post("\(Link.assignments)/:id/\(path)", access: .role(.reviewer)) { request, person in
                try await attempt {
                    try await work(request, person)
                } orShow: { refusal in
                    try await assignment(request, person, service, refusal: refusal)
                }
            }
            get("\(Link.assignments)/:id/\(path)", access: .role(.reviewer)) { request, _ in
                .redirect(to: Link.assignment(try request.id(ReviewAssignment.self)))
            }
        }
    }

    /// Who gives a case to a reviewer, and takes it back.
    mutating func addReviewerForms(_ pages: CasePages) {
        let operations = pages.service.operations
        post("/desk/applications/:id/review-assignments", access: .role(.caseOfficer)) { request, person in
            let places = ["personId": "reviewerId", "dueOn": "reviewDueOn"]
            return try await pages.command(request, person, .reviewerAssigned, isVersioned: false, places: places) {
                id, form, _ in
                let reviewer = form.requiredID("reviewerId", Person.self)
                let dueOn = form.requiredDay("reviewDueOn")
                try form.end()
                _ = try await operations.assignReviewer(
                    reviewer, to: id, dueOn: dueOn, by: person, request: request.sentOnce(by: person))
            }
        }
        post("/desk/applications/:id/review-withdrawals", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .reviewerWithdrawn, isVersioned: false) { id, form, _ in
                let assignment = form.requiredID("assignmentId", ReviewAssignment.self)
                try form.end()
                _ = try await operations.withdrawReviewer(
                    assignment, in: id, by: person, request: request.sentOnce(by: person))
            }
        }
    }
}

private typealias FormWork = @Sendable (WebRequest, Person) async throws -> WebResponse

/// What a reviewer sends, by the end of its address.
private func forms(_ service: Service) -> [(String, FormWork)] {
    [
        ("impartiality", { request, person in try await confirm(request, person, service) }),
        ("conflict", { request, person in try await decline(request, person, service) }),
        ("review", { request, person in try await review(request, person, service) }),
    ]
}

private func confirm(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    try request.form().end()
    let id = try await service.operations.confirmImpartiality(
        in: request.id(ReviewAssignment.self), by: person, request: request.sentOnce(by: person))
    return .redirect(to: Link.after(.impartial, at: Link.assignment(id)))
}

private func decline(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let form = try request.form()
    let ground = form.requiredChoice("ground", DeclaredConflict.Ground.ownInterest)
    let explanation = form.requiredText("explanation")
    try form.end()
    _ = try await service.operations.declineReview(
        request.id(ReviewAssignment.self), on: ground, explanation: explanation, by: person,
        request: request.sentOnce(by: person))
    return .redirect(to: Link.after(.reviewDeclined, at: Link.assignments))
}

private func review(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let form = try request.form()
    let scores = ReviewForm.read(form)
    try form.end()
    let id = try request.id(ReviewAssignment.self)
    _ = try await service.operations.giveReview(
        in: id, scores, by: person, request: request.sentOnce(by: person))
    return .redirect(to: Link.after(.reviewed, at: Link.assignment(id)))
}

private func assignments(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let window = try request.page
    let found = try await service.database.reviewAssignments(
        of: person.id, limit: window.limit, offset: window.offset)
    let page = AssignmentListPage(request: request, rows: found.assignments, total: found.total)
    return .page(request.phrases.assignmentsTitle, for: request) { page.html(window) }
}

private func assignment(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    let file = try await AssignmentFile(request, person, service)
    let phrases = request.phrases
    let rubric = file.reviews.rubric
    let page = AssignmentPage(
        request: request, person: person, file: file, received: try file.snapshot?.received,
        typed: TypedForm(
            refusal == nil ? [:] : request.typed, errors: refusal?.fieldErrors ?? [], places: ReviewForm.places,
            phrases: phrases, label: { phrases.field($0, of: rubric) }),
        refusal: refusal)
    return .page(
        file.application.request.title, for: request, after: refusal, keeping: Link.assignment(file.assignment.id)
    ) { page.html }
}

/// The bytes of a file of the application that the reviewer reads.
func assignedFile(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let file = try await AssignmentFile(request, person, service)
    guard file.assignment.letsRead else { throw Refusal.missing }
    return try await .file(
        request.id(Attachment.self, "attachmentId"), of: file.application, for: person, service)
}
