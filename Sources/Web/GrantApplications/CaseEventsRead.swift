import Domain
import Postgres
import Store

extension Querying {
    /// What `person` may read of a case for `events` now.
    func caseEvents(
        of application: GrantApplication, for events: [Event], readBy person: Person
    ) async throws -> [CaseEvent] {
        let isOfRegion = application.showsNotes(to: person, hosts: events.flatMap(\.details.hosts))
        let seen = try await caseEvents(of: application.id).read(by: person, of: application, asRegion: isOfRegion)
        guard !person.learnsOutcomesAtOnce, let decided = try await firstUntoldDecision(in: application.id) else {
            return seen
        }
        // Everything since a decision that is not told speaks of it.
        return seen.filter { $0.happenedAt < decided }
    }
}

extension [CaseEvent] {
    /// What `person` may read of a case: the region what happened since it was received, everybody else nothing of what
    /// the region does among its own. How a draft came to be is of the room of those who write it.
    fileprivate func read(by person: Person, of application: GrantApplication, asRegion: Bool) -> [CaseEvent] {
        let seen = application.mayBeEdited(by: person) ? self : sinceReceipt
        return asRegion ? seen : seen.filter { !Self.ofTheRegion.contains($0.kind) }
    }

    /// What the region does among its own: who reviews, and who has a conflict of interest.
    private static let ofTheRegion: Set<String> = [
        "review", "declare-conflict", "lift-conflict", "assign-reviewer", "confirm-impartiality", "withdraw-reviewer",
        "strike-review",
    ]

    /// From the submission on, but for the writing of a completion, which is the applicant's own room too.
    private var sinceReceipt: [CaseEvent] { drop { $0.kind != "submit" }.filter { $0.kind != "edit-completion" } }
}
