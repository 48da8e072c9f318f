import Domain
import Postgres
import SQL
import Store
import TestDatabase
import Testing

/// Two commands of the service meet, statement by statement, in every order in which each is interrupted at most once
/// (docs/rules.md, Locks; `Meeting.stride`). The race of the funding rule finds what chance finds; this leaves nothing of these orders out.
@Suite struct `Every order of the statements of two commands` {
    @Test(arguments: Meeting.allCases)
    func `keeps every rule at every commit`(_ meeting: Meeting) async throws {
        let found = try await Self.explore(meeting)
        print("interleavings, \(meeting.rawValue): \(found)")
        #expect(found.violating == [])
        #expect(found.faults == [])
        #expect(found.orders > 20)
        if meeting == .approvalAndDeviation {
            #expect(found.bothDone > 0)
        } else {
            #expect(found.bothDone == 0)
            #expect(found.firstRefused > 0)
        }
        #expect(found.secondRefused > 0)
    }

    /// The control: if this finds nothing, the above proves nothing.
    @Test(arguments: [Meeting.approvalAndOwnStaffOnly, .approvalAndNarrowing])
    func `breaks the funding rule in some, without locks and foreign key`(_ meeting: Meeting) async throws {
        let found = try await Self.explore(meeting, withGuards: false)
        print("interleavings without locks and foreign key, \(meeting.rawValue): \(found)")
        #expect(!found.violating.isEmpty)
    }

    private static func explore(_ meeting: Meeting, withGuards: Bool = true) async throws -> Exploration {
        try await withScene(transactionConnections: 3) { scene in
            let cases = try await RaceCases.prepare(2000, in: scene)
            if !withGuards { try await scene.database.run(withoutForeignKey) }
            return try await scene.database.withSecondClient { onlooker in
                var explorer = Explorer(scene: scene, onlooker: onlooker, meeting: meeting, cases: cases.count)
                if !withGuards { explorer.replaced = unlocked }
                return try await explorer.explore()
            }
        }
    }

    private static let withoutForeignKey = "ALTER TABLE conditions DROP CONSTRAINT funded_event_invites_region"

    /// The same statement without its lock.
    private static let unlocked: Interleaving.Replacement = { query in
        guard "\(query.name)" == "Events.lock" else { return query }
        let some = SQL.Events.some(ids: [Event.ID]())
        return Query(name: some.name, text: some.text, parameters: query.parameters)
    }
}
