import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    /// What changes of grants after they are accepted, and how the region ends them.
    func changeGrants() async throws {
        let two = try await scene.caseOfTwo()
        let lower = try await scene.operations.requestChange(
            of: two.grant.id, .amount([.init(eventID: two.events[0], amount: .kronor(1))]), because: "Billigt.",
            by: scene.ulf)
        try await scene.approve(lower, of: two.grant.id)
        let back = try await scene.operations.requestChange(
            of: two.grant.id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
        _ = try await scene.operations.withdrawChange(back, of: two.grant.id, by: scene.ulf)
        let accepted = try await scene.acceptedCase()
        let (swap, _) = try await scene.askForSwap(of: accepted)
        try await scene.approve(swap, of: accepted.grant.id)
        let broken = try await scene.brokenCase()
        try await scene.offerNewDate(of: broken.grant)
        _ = try await scene.operations.proposeSuccessor(
            scene.boundEvent(), for: broken.grant.conditions[0].id, of: broken.grant.id, by: scene.karin)
        try await scene.client.transaction { reader in
            try await readChanges(reader, two.grant.id, broken.grant.id, replaced: accepted.case.event)
        }
        _ = try await scene.operations.revokeGrant(broken.grant.id, because: "Så.", by: scene.dag)
        let revocation = try #require(try await scene.database.documents(of: broken.case.application).last)
        _ = try await scene.operations.reopenLaterDecision(
            revocation.document.id, on: broken.case.application,
            Reopening(ground: .court, reference: "Mål 3", reasons: "Upphävt."), by: scene.dag)
        _ = try await scene.operations.revokeGrant(broken.grant.id, because: "Igen.", by: scene.dag)
        try await claimSwapped()
        _ = try await scene.operations.reopenDecision(
            on: accepted.case.application, Reopening(ground: .court, reference: "Mål 1", reasons: "Upphävt."),
            by: scene.dag)
    }

    private func readChanges(
        _ reader: Transaction, _ changed: Grant.ID, _ broken: Grant.ID, replaced: Event.ID
    ) async throws {
        #expect(try await reader.waitingChanges(limit: 5).count == 2)
        try await reader.agree(to: ChangeRequest.ID())
        #expect(try await !reader.unpostedDecisions(limit: 5).isEmpty)
        #expect(try await reader.countUnpostedDecisions() > 0)
        #expect(try await reader.successorOffers(of: broken).count == 1)
        #expect(try await reader.successorProposals(of: broken).count == 1)
        let klippan = try scene.library(of: scene.karin)
        #expect(try await reader.standingOffers(for: [klippan], on: Stockholm.day(scene.now)).count == 1)
        #expect(try await reader.successor(of: replaced) != nil)
        #expect(try await reader.changeRequests(of: changed).count == 2)
    }

    /// Another case counts on the event that is to take the place of one.
    private func claimSwapped() async throws {
        let claimed = try await scene.boundEvent()
        let other = try await scene.acceptedCase()
        let (late, _) = try await scene.askForSwap(of: other, for: claimed)
        _ = try await scene.case(.submitted, for: claimed)
        await #expect(throws: Refusal.self) { try await scene.approve(late, of: other.grant.id) }
        let claims = try await scene.database.claims(
            on: [claimed], besides: other.case.application, onlyGrant: true)
        #expect(claims.count == 1)
    }
}
