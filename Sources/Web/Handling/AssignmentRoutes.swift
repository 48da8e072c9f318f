import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of reviewers from outside: the region gives them applications, and they answer.
    mutating func addAssignments(_ service: Service) {
        let ofCase = "\(Link.API.applications)/:id/review-assignments"
        get(ofCase, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let application = try await regionsCase(request, person, service)
            let window = try request.page
            let all = try await service.database.reviewAssignments(in: application.id)
            let names = try await service.database.names(of: all.flatMap(\.people))
            return .list(window.part(of: all), window, total: all.count, for: request) { $0.write($1, names) }
        }
        post(ofCase, access: .role(.caseOfficer)) { request, person in
            let json = try request.json()
            let (reviewer, dueOn) = (json.requiredID("personId", Person.self), json.requiredDay("dueOn"))
            try json.end()
            let id = try request.id(GrantApplication.self)
            let made = try await service.operations.assignReviewer(
                reviewer, to: id, dueOn: dueOn, by: person, request: request.repeatable(by: person))
            return try await answer(made, .created, service)
        }
        post("\(ofCase)/:assignmentId/withdrawal", access: .role(.caseOfficer)) { request, person in
            try request.command().end()
            let done = try await service.operations.withdrawReviewer(
                request.id(ReviewAssignment.self, "assignmentId"), in: request.id(GrantApplication.self), by: person,
                request: request.repeatable(by: person))
            return try await answer(done, .ok, service)
        }
        addOwnAssignments(service)
        addAnswers(service)
    }

    /// What a reviewer reads.
    private mutating func addOwnAssignments(_ service: Service) {
        let own = "\(Link.API.assignments)/:id"
        get(Link.API.assignments, access: .role(.reviewer)) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.reviewAssignments(
                of: person.id, limit: window.limit, offset: window.offset)
            return .list(found.assignments, window, total: found.total, for: request) { $0.write($1) }
        }
        get(own, access: .role(.reviewer)) { request, person in
            try request.allowParameters()
            let file = try await AssignmentFile(request, person, service)
            return .json { $0.write(file, readBy: person) }
        }
        get("\(own)/application", access: .role(.reviewer)) { request, person in
            guard let snapshot = try await AssignmentFile(request, person, service).snapshot else {
                throw Refusal.missing
            }
            return .snapshot(snapshot)
        }
        get("\(own)/attachments/:attachmentId/content", access: .role(.reviewer)) { request, person in
            try await assignedFile(request, person, service)
        }
    }

    /// What a reviewer answers.
    private mutating func addAnswers(_ service: Service) {
        let own = "\(Link.API.assignments)/:id"
        post("\(own)/impartiality", access: .role(.reviewer)) { request, person in
            try request.command().end()
            _ = try await service.operations.confirmImpartiality(
                in: request.id(ReviewAssignment.self), by: person, request: request.repeatable(by: person))
            let file = try await AssignmentFile(request, person, service)
            return .json { $0.write(file, readBy: person) }
        }
        post("\(own)/conflict", access: .role(.reviewer)) { request, person in
            let json = try request.json()
            let ground = json.requiredChoice("ground", DeclaredConflict.Ground.ownInterest)
            let explanation = json.requiredText("explanation")
            try json.end()
            _ = try await service.operations.declineReview(
                request.id(ReviewAssignment.self), on: ground, explanation: explanation, by: person,
                request: request.repeatable(by: person))
            return .noContent
        }
        post("\(own)/review", access: .role(.reviewer)) { request, person in
            let scores = try readScores(request.json())
            let id = try request.id(ReviewAssignment.self)
            _ = try await service.operations.giveReview(
                in: id, scores, by: person, request: request.repeatable(by: person))
            let file = try await AssignmentFile(request, person, service)
            return .json(.created, location: Link.API.assignment(id)) { $0.write(file, readBy: person) }
        }
    }
}

private func answer(
    _ id: ReviewAssignment.ID, _ status: HTTPResponse.Status, _ service: Service
) async throws -> WebResponse {
    guard let made = try await service.database.reviewAssignment(id) else { throw Refusal.missing }
    let names = try await service.database.names(of: made.people)
    let location = status == .created ? Link.API.reviewers(made.applicationID) : nil
    return .json(status, location: location) { $0.write(made, names) }
}

extension ReviewAssignment {
    /// Everybody whom it names.
    var people: [Person.ID] { [reviewerID, assignedBy] + (end.map { [$0.endedBy] } ?? []) }
}

extension JSONWriter {
    /// As the region reads it.
    fileprivate mutating func write(_ assignment: ReviewAssignment, _ names: [Person.ID: String]) {
        object {
            $0.member("id", assignment.id)
            $0.member("reviewer", actor: names[assignment.reviewerID])
            $0.member("dueOn", assignment.dueOn)
            $0.member("assignedBy", actor: names[assignment.assignedBy])
            $0.member("assignedAt", assignment.assignedAt)
            $0.member("impartialAt", assignment.impartialAt)
            $0.member("ending", assignment.end?.ending.rawValue)
            $0.member("endedAt", assignment.end?.endedAt)
        }
    }

    fileprivate mutating func write(_ assigned: AssignedReview) {
        object {
            $0.writeOwn(assigned.assignment)
            $0.member("title", assigned.title)
            $0.member("registryNumber", assigned.registryNumber)
            $0.member("isReviewed", assigned.isReviewed)
        }
    }

    /// What its reviewer sees of it.
    fileprivate mutating func write(_ file: AssignmentFile, readBy person: Person) {
        object {
            $0.writeOwn(file.assignment)
            $0.member("title", file.application.request.title)
            $0.member("registryNumber", file.application.receipt?.registryNumber)
            $0.member("isReviewed", file.isReviewed(by: person))
            $0.member("call", file.call.id)
            $0.array("parties", Set(file.parties).sorted()) { json, library in
                json.object {
                    $0.member("id", library)
                    $0.member("name", file.libraries[library])
                }
            }
            $0.array("attachments", file.files) { json, each in
                json.object {
                    $0.member("id", each.id)
                    $0.member("name", each.name.text)
                    $0.member("description", each.description)
                    $0.member("mediaType", each.kind.mediaType)
                }
            }
            $0.array("reviews", file.read(by: person)) { json, review in
                json.write(review, in: file.reviews, by: file.names[review.reviewedBy])
            }
        }
    }

    private mutating func writeOwn(_ assignment: ReviewAssignment) {
        member("id", assignment.id)
        member("dueOn", assignment.dueOn)
        member("assignedAt", assignment.assignedAt)
        member("impartialAt", assignment.impartialAt)
    }
}
