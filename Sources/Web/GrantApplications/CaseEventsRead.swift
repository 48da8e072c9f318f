import Domain
import Postgres
import Store

extension Querying {
    /// What `person` may read of a case now.
    func caseEvents(of application: GrantApplication, readBy person: Person) async throws -> [CaseEvent] {
        let events = try await caseEvents(of: application.id).read(by: person, of: application)
        guard !person.learnsOutcomesAtOnce, let decided = try await firstUntoldDecision(in: application.id) else {
            return events
        }
        // Everything since a decision that is not told speaks of it.
        return events.filter { $0.happenedAt < decided }
    }
}

extension [CaseEvent] {
    /// What `person` may read of a case: its own side all but what the region does among its own, the region what
    /// happened since it was received. How a draft came to be is of the applicant's own room.
    func read(by person: Person, of application: GrantApplication) -> [CaseEvent] {
        application.mayBeEdited(by: person) ? filter { !Self.ofTheRegion.contains($0.kind) } : sinceReceipt
    }

    /// What the region does among its own: who reviews, and who has a conflict of interest.
    private static let ofTheRegion: Set<String> = [
        "review", "declare-conflict", "lift-conflict", "assign-reviewer", "confirm-impartiality", "withdraw-reviewer",
    ]

    /// From the submission on, but for the writing of a completion, which is the applicant's own room too.
    var sinceReceipt: [CaseEvent] { drop { $0.kind != "submit" }.filter { $0.kind != "edit-completion" } }
}
