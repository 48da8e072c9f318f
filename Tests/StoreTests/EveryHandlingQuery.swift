import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    /// What happens in a case between its receipt and its decision.
    func handleCases() async throws {
        let made = try await scene.case(.handled, in: scene.callWithRubric())
        try await scene.askForCompletion(made, of: [.purpose, .events, .budget])
        let other = try await scene.boundEvent()
        try await scene.write(made) { request in
            request.purpose = "Mer."
            request.events = [.init(eventID: other, amount: .kronor(30_000))]
            request.budget = [.init(kind: .travel, amount: .kronor(30_000))]
        }
        try await scene.client.transaction { reader in
            let asked = try #require(try await reader.completionRequests(of: made.application).first)
            #expect(try await reader.completionDraft(of: asked.id)?.request.budget.first?.kind == .travel)
            #expect(try await reader.completionDraft(of: asked.id)?.request.events.map(\.eventID) == [other])
        }
        try await scene.complete(made)
        try await scene.review(made, by: scene.elias)
        let assignment = try await scene.assign(made)
        try await scene.client.transaction { reader in
            #expect(try await reader.reviewAssignment(assignment)?.letsRead == true)
            let own = try await reader.reviewAssignments(of: scene.rut.id, limit: 5, offset: 0)
            // One is of the demo region.
            #expect(own.total == 2 && own.assignments.allSatisfy { !$0.isReviewed })
        }
        _ = try await scene.operations.withdrawReviewer(assignment, in: made.application, by: scene.amira)
        let conflict = try await scene.declareConflict(made, by: scene.dag, of: scene.amira)
        _ = try await scene.operations.liftConflict(
            conflict, in: made.application, because: "Avlägset.", by: scene.disa)
        let message = try await scene.operations.writeMessage(
            "Hej.", to: .parties, in: made.application, by: scene.karin)
        try await scene.client.transaction { reader in
            #expect(try await reader.message(message)?.text == "Hej.")
            #expect(try await reader.messages(in: made.application, withNotes: true, limit: 5, offset: 0).total == 1)
            #expect(try await reader.declaredConflicts(in: made.application).first?.isOpen == false)
            let application = try #require(try await reader.grantApplication(made.application))
            #expect(try await reader.reviews(of: application).fresh.first?.scores.count == 2)
            #expect(try await reader.rubric(of: made.call).criteria.count == 2)
        }
        try await letTimePass()
    }

    private func letTimePass() async throws {
        let overdue = try await scene.case(.handled)
        try await scene.askForCompletion(overdue, of: [.attachments])
        _ = try await scene.operations.addAttachment(
            FileSamples.pdf, named: "b.pdf", to: overdue.application, by: scene.karin)
        try await scene.client.transaction { reader in
            let asked = try #require(try await reader.completionRequests(of: overdue.application).first)
            #expect(try await reader.attachments(waitingIn: asked.id).count == 1)
        }
        try await scene.letCompletionBeOverdue()
        let closed = try await scene.case(.drafted)
        let closing = try await scene.case(.drafted)
        try await scene.database.run(
            "UPDATE calls SET closes_at = clock_timestamp() WHERE id = '\(closed.call)'",
            "UPDATE calls SET closes_at = clock_timestamp() + interval '5 days' WHERE id = '\(closing.call)'",
            "UPDATE grant_applications SET created_at = now() - interval '9 days'")
        try await letPublicationBeOverdue(of: scene.case(.submitted))
        try await letReviewBeOverdue()
        try await scene.client.transaction { reader in
            let overdue = try await reader.overdueInvitations(limit: 5)
            #expect(overdue.count == 1)
            let reviews = try await reader.overdueReviews(limit: 5)
            #expect(reviews.map(\.reviewerName) == [scene.rut.name])
        }
        let met = try await scene.operations.meetDeadlinesIfDue(after: .zero)
        #expect(met?.endedCompletions == 1 && met?.lapsedDrafts == 1 && met?.reminders == 1)
        #expect(met?.overdueInvitations == 1 && met?.reviewReminders == 1)
    }

    /// Its reviewer from outside was to have answered yesterday.
    private func letReviewBeOverdue() async throws {
        _ = try await scene.assign(scene.case(.handled, in: scene.callWithRubric()))
        try await scene.letReviewsBeDue(days: -1)
    }

    /// Its invitation, which the decision sends, was to have gone out a minute ago.
    private func letPublicationBeOverdue(of made: Case) async throws {
        try await scene.database.run(
            "UPDATE events SET invitation_publish_by = now() - interval '1 minute' WHERE id = '\(made.event)'")
    }
}
