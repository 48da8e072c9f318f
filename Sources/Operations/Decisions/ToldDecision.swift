import Domain
import Postgres
import Store

/// What is posted on the notice board and can be appealed: the decision that stands, or a later one on its grant.
struct ToldDecision {
    let decisionID: Decision.ID
    /// The paper of a later decision; nil: the decision itself.
    let documentID: DecisionDocument.ID?
    let number: String
    let appeal: Appeal
    let decidedOn: Day
    /// Where a board has made it.
    let minutes: BoardMinutes?
}

extension Transaction {
    /// The decision that stands in a locked case, or the later one that a paper of the case is of.
    func toldDecision(_ document: DecisionDocument.ID?, in lock: LockedApplication) async throws -> ToldDecision {
        guard let document else {
            let decision = try await standingDecision(of: lock)
            return ToldDecision(
                decisionID: decision.id, documentID: nil, number: decision.number, appeal: decision.terms.appeal,
                decidedOn: Stockholm.day(decision.decidedAt), minutes: decision.authority.minutes)
        }
        let papers = try await documents(of: lock.application.id)
        guard let paper = papers.first(where: { $0.document.id == document }), let appeal = paper.appeal else {
            throw Refusal.missing
        }
        return ToldDecision(
            decisionID: paper.document.decisionID, documentID: document, number: paper.document.number,
            appeal: appeal, decidedOn: Stockholm.day(paper.document.issuedAt), minutes: paper.minutes)
    }
}
