import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Libraries come to share a board while an event of one that invites the other alone is approved.
@Suite struct `A board that is founded while an invitation within it is approved` {
    @Test func `leaves no condition held that fails`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            let klippan = try scene.library(of: scene.karin)
            let others = try await scene.regionalLibraries().filter { $0 != klippan }.sorted()
            for round in 0..<6 {
                let event = try await scene.boundEvent()
                try await scene.invite(event, .list, .bound, [others[round]])
                let made = try await scene.case(.recommended, in: call, for: event)
                async let approved = Self.isDone { try await scene.approve(made.application) }
                async let founded = Self.isDone {
                    if round.isMultiple(of: 2) { try await Task.sleep(for: .milliseconds(round)) }
                    let board = try await scene.operations.foundBoard(
                        "Nämnd \(round)", of: [klippan, others[round]], from: Stockholm.day(scene.now),
                        because: "Gemensam nämnd.", by: scene.alva)
                    try await scene.confirmChanges(of: board)
                }
                let (isApproved, isFounded) = try await (approved, founded)
                #expect(isFounded)
                let state = try await scene.grant(of: made.application)?.conditions.first?.state
                #expect(state == (isApproved ? .breached : nil))
            }
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    private static func isDone(_ work: () async throws -> some Any) async throws -> Bool {
        do {
            _ = try await work()
            return true
        } catch is Refusal {
            return false
        }
    }
}
