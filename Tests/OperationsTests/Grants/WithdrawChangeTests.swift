import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `A change that nobody approves` {
    private func asked(_ scene: Scene) async throws -> (grant: Grant.ID, change: ChangeRequest.ID) {
        let id = try await scene.acceptedCase().grant.id
        let change = try await scene.operations.requestChange(
            of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
        return (id, change)
    }

    @Test func `is withdrawn by the library, is decided no more, and another can be asked for`() async throws {
        try await withScene { scene in
            let (id, change) = try await asked(scene)
            _ = try await scene.operations.withdrawChange(change, of: id, by: scene.ulf)
            #expect(try await scene.grant(id).state == .active)
            #expect(try await scene.database.changeRequests(of: id).map(\.isOpen) == [false])
            #expect(try await scene.database.waitingChanges(limit: 5).isEmpty)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.approve(change, of: id) }
            let other = try await scene.operations.requestChange(
                of: id, .scope("Ett läger."), because: "Behovet.", by: scene.ulf)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.approve(change, of: id) }
            await #expect(throws: Refusal.conflict(.wrongState)) {
                _ = try await scene.operations.withdrawChange(change, of: id, by: scene.ulf)
            }
            try await scene.approve(other, of: id)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is withdrawn by a signatory alone, and where it is asked for`() async throws {
        try await withScene { scene in
            let (id, change) = try await asked(scene)
            let before = try await scene.grant(id)
            for person in [scene.karin, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    _ = try await scene.operations.withdrawChange(change, of: id, by: person)
                }
            }
            let other = try await scene.acceptedCase().grant.id
            await #expect(throws: Refusal.missing) {
                _ = try await scene.operations.withdrawChange(change, of: other, by: scene.ulf)
            }
            #expect(try await scene.grant(id) == before)
        }
    }

    @Test func `can be rejected under any line, though the grant is above it, and by nobody who has none`() async throws
    {
        try await withScene { scene in
            let (id, change) = try await asked(scene)
            let other = try await asked(scene)
            func reject() async throws {
                _ = try await scene.operations.rejectChange(change, of: id, because: "Nej.", by: scene.dag)
            }
            try await scene.alterDelegations("SET maximum_amount = 100")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.approve(change, of: id)
            }
            try await reject()
            #expect(try await scene.grant(id).state == .active)
            try await scene.alterDelegations("SET valid_to = valid_from + 1")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                _ = try await scene.operations.rejectChange(
                    other.change, of: other.grant, because: "Nej.", by: scene.dag)
            }
        }
    }
}
