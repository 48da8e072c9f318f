import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The money of the demo region` {
    @Test func `shows a newcomer each thing that the region has to do, and leaves the sweep nothing to say`()
        async throws
    {
        try await withScene(.everything) { scene in
            let database = scene.database
            let today = Stockholm.day(try await database.now())
            let grants = try await database.grants(for: .region, limit: 100).grants
            let shown = Set(grants.flatMap(\.payments).map(\.state))
            #expect(shown == Set(Payment.State.allCases).subtracting([.cancelled]))
            #expect(Set(grants.map(\.state)).isSuperset(of: [.awarded, .active, .changeRequested, .reported, .closed]))
            let breaches = try await database.openBreaches(limit: 9)
            #expect(breaches.count == 1 && breaches.allSatisfy { $0.repliedAt != nil })
            #expect(try await database.waitingChanges(limit: 9).count == 1)
            #expect(try await database.reportsOnDesk(on: today, limit: 9).contains { $0.state == .reported })
            let due = grants.flatMap(\.claims).filter { $0.state == .due }
            #expect(due.contains { $0.dueOn > today } && due.contains { $0.dueOn < today })
            #expect(grants.flatMap(\.conditions).contains { !$0.settlements.isEmpty })
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
