import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A library ends while an event that invites it alone is approved.
@Suite struct `A library that ends while its only invitation is approved` {
    @Test func `leaves no condition held that fails`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            var outcomes: Set<String> = []
            for round in 0..<10 {
                let host = round.isMultiple(of: 2)
                let made = try await scene.case(.recommended, in: Self.call(scene), for: Self.event(scene, round))
                async let approved = Self.isDone { try await scene.approve(made.application) }
                async let ended = Self.isDone {
                    if host { try await Task.sleep(for: .milliseconds(round)) }
                    try await scene.end(Self.invited(scene, round))
                }
                let (isApproved, hasEnded) = try await (approved, ended)
                #expect(hasEnded)
                let state = try await scene.grant(of: made.application)?.conditions.first?.state
                #expect(state == (isApproved ? .breached : nil))
                outcomes.insert("\(isApproved)")
            }
            print("a library ends beside an approval: \(outcomes.sorted())")
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    private static func call(_ scene: Scene) async throws -> Call.ID {
        try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
    }

    private static func invited(_ scene: Scene, _ round: Int) async throws -> Library.ID {
        let (klippan, lund) = (try scene.library(of: scene.karin), try scene.library(of: scene.lena))
        let others = try await scene.regionalLibraries().filter { $0 != klippan && $0 != lund }
        return others.sorted()[round]
    }

    private static func event(_ scene: Scene, _ round: Int) async throws -> Event.ID {
        let event = try await scene.boundEvent()
        try await scene.invite(event, .list, .bound, [invited(scene, round)])
        return event
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
