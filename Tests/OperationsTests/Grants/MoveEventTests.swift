import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A change of time is of an event as it stands, which the library leads itself.
@Suite struct `A change of time` {
    private func ask(
        _ scene: Scene, _ event: Event.ID, of grant: Grant.ID, days: Int = 100
    ) async throws -> ChangeRequest.ID {
        let start = try await scene.event(event).details.startsAt.adding(days: days)
        return try await scene.operations.requestChange(
            of: grant, .time(event, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
            because: "Föreläsaren kan inte.", by: scene.ulf)
    }

    @Test func `cures the breach that the new time mends, in the same commit`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let (id, event) = (accepted.grant.id, accepted.case.event)
            let change = try await ask(scene, event, of: id, days: -20)
            // It is seen no longer than until five days before the event, and would be to the end of the earlier one.
            let until = try await scene.event(event).details.startsAt.adding(days: -5)
            _ = try await scene.operations.reportDeviation(
                from: event, because: "Sidan stängs.",
                .invitation(
                    InvitationForm(scope: .all, state: .published, window: Invitation.Window(visibleUntil: until))),
                by: scene.karin)
            #expect(try await scene.grant(id).conditions.map(\.state) == [.breached])
            try await scene.approve(change, of: id)
            let grant = try await scene.grant(id)
            #expect(grant.conditions.map(\.state) == [.cured] && !grant.paymentHold && grant.state == .active)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    /// One order of locks: an approval holds the calendar when it takes its number, and so whoever waits for the
    /// calendar may hold no number yet.
    @Test func `waits for the calendar before it takes its number`() async throws {
        try await withScene(transactionConnections: 4) { scene in
            let accepted = try await scene.acceptedCase()
            let change = try await ask(scene, accepted.case.event, of: accepted.grant.id)
            let approval = try await scene.database.client.transaction { holder in
                try await holder.run("UPDATE calendar_stamp SET changed_at = changed_at")
                let approval = Task { try await scene.approve(change, of: accepted.grant.id) }
                while try await holder.lines(
                    "SELECT 'waits' FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
                ).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                try await holder.run("SELECT FROM decision_series FOR UPDATE NOWAIT")
                return approval
            }
            try await approval.value
            #expect(try await scene.grant(accepted.grant.id).state == .active)
        }
    }

    @Test func `is refused when the event has been moved since, and overwrites nothing`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let change = try await ask(scene, accepted.case.event, of: accepted.grant.id)
            let moved = try await scene.edit(accepted.case.event) { $0.startsAt = $0.startsAt.adding(hours: 1) }
            await #expect(throws: Refusal.conflict(.eventHasMoved)) {
                try await scene.approve(change, of: accepted.grant.id)
            }
            #expect(try await scene.event(accepted.case.event).details == moved.details)
            _ = try await scene.operations.rejectChange(
                change, of: accepted.grant.id, because: "Redan flyttad.", by: scene.dag)
        }
    }

    @Test func `is neither asked for nor agreed to once the event has begun`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let change = try await ask(scene, accepted.case.event, of: id)
            try await scene.letEventsPass()
            await #expect(throws: Refusal.conflict(.eventHasBegun)) { try await scene.approve(change, of: id) }
            _ = try await scene.operations.rejectChange(change, of: id, because: "För sent.", by: scene.dag)
            await #expect(throws: Refusal.conflict(.eventHasBegun)) {
                _ = try await ask(scene, accepted.case.event, of: id)
            }
        }
    }

    @Test func `is not agreed to when the new time has passed meanwhile`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let change = try await ask(scene, accepted.case.event, of: accepted.grant.id)
            try await scene.database.run(
                "ALTER TABLE change_requests DISABLE TRIGGER USER",
                "UPDATE change_requests SET starts_after = now() - interval '1 second'")
            await #expect(throws: Refusal.conflict(.newTimeHasPassed)) {
                try await scene.approve(change, of: accepted.grant.id)
            }
        }
    }

    @Test func `is not for a library that only co-hosts: the event is another's`() async throws {
        try await withScene { scene in
            let klippan = try scene.library(of: scene.karin)
            let event = try await scene.boundEvent(by: scene.lena) { $0.coHostLibraryIDs = [klippan] }
            _ = try await scene.operations.confirmCoHosting(of: event, for: klippan, by: scene.karin)
            let made = try await scene.case(.approved, for: event)
            let id = try await scene.grantID(of: made)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            await #expect(throws: Refusal.conflict(.eventIsAnothers)) { _ = try await ask(scene, event, of: id) }
        }
    }
}
