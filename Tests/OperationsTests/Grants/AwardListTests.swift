import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The list of what was granted` {
    @Test func `has no grant that was revoked or declined`() async throws {
        try await withScene { scene in
            let revoked = try await scene.brokenCase()
            let declined = try await scene.case(.approved)
            #expect(try await scene.database.awards(limit: 9, offset: 0).total == 2)
            _ = try await scene.operations.revokeGrant(revoked.grant.id, because: "Så.", by: scene.dag)
            _ = try await scene.operations.declineGrant(
                scene.grantID(of: declined), because: "Nej.", by: scene.ulf)
            let left = try await scene.database.awards(limit: 9, offset: 0)
            #expect(left.total == 0 && left.awards.isEmpty && left.amount == .zero)
        }
    }
}
