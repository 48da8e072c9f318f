import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `P15 in the sweep` {
    /// The rule is asked over the versions of the event, not when somebody looks: at both sweeps the event is as it
    /// should be.
    @Test func `a gap between two sweeps is found by the second`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            #expect(try await scene.operations.sweepInvariants() == [])
            for (scope, libraries) in [("list", "'{}'"), ("all", "'{}'")] {
                try await scene.database.run(
                    "ALTER TABLE events DISABLE TRIGGER invites_region_is_kept",
                    """
                    UPDATE events SET invitation_scope = '\(scope)', invited_library_ids = \(libraries), version = version + 1
                     WHERE id = '\(funded.event)'
                    """,
                    "ALTER TABLE events ENABLE TRIGGER invites_region_is_kept")
            }
            #expect(try await scene.event(funded.event).invitation.scope == .all)
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.detail) == ["P15 invitation_had_a_gap"])
            #expect(try await scene.operations.sweepInvariants() == found, "what was broken stays broken")
        }
    }

    @Test func `a change that leaves everybody invited makes no gap`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            #expect(try await scene.operations.sweepInvariants() == [])
            _ = try await scene.edit(funded.event) { $0.title = "Läslust" }
            try await scene.invite(funded.event, .public, .published)
            try await scene.invite(funded.event, .all, .published)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }
}
