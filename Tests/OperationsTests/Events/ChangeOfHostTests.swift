import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A funded event gets another host (P14): the condition stays, and the rule is asked with the new hosts.
@Suite struct `A funded event that changes hands` {
    /// Klippan's granted event, co-hosted by Lund, which has said yes.
    private func shared(_ scene: Scene) async throws -> Case {
        let made = try await scene.case(.approved)
        let lund = try scene.library(of: scene.lena)
        try await scene.edit(made.event) { $0.coHostLibraryIDs = [lund] }
        _ = try await scene.operations.confirmCoHosting(of: made.event, for: lund, by: scene.lena)
        return made
    }

    private func state(_ scene: Scene, _ made: Case) async throws -> Condition.State? {
        try await scene.grant(of: made.application)?.conditions.first?.state
    }

    @Test func `to a co-host that has said yes keeps its condition while the applicant hosts with it`() async throws {
        try await withScene { scene in
            let made = try await shared(scene)
            let (klippan, lund) = (try scene.library(of: scene.karin), try scene.library(of: scene.lena))
            try await scene.edit(made.event) { ($0.hostLibraryID, $0.coHostLibraryIDs) = (lund, [klippan, lund]) }
            let event = try await scene.event(made.event)
            #expect(event.details.hostLibraryID == lund && event.hosts == [lund, klippan])
            #expect(try await state(scene, made) == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
            // It may step down, but not in silence: the grant is its own.
            let refused = try await refusal { try await scene.edit(made.event) { $0.coHostLibraryIDs = [] } }
            #expect(refused.reasons == [.applicantIsNotAHost])
        }
    }

    @Test func `from the applicant altogether breaks it, and is told`() async throws {
        try await withScene { scene in
            let made = try await shared(scene)
            let lund = try scene.library(of: scene.lena)
            let give: @Sendable (EventDetails) -> EventDetails = { details in
                var details = details
                (details.hostLibraryID, details.coHostLibraryIDs) = (lund, [])
                return details
            }
            let refused = try await refusal {
                _ = try await scene.operations.editEvent(made.event, by: scene.karin, expecting: nil, give)
            }
            #expect(refused.reasons == [.applicantIsNotAHost])
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Lund tar över.", .event(give), by: scene.karin)
            #expect(try await state(scene, made) == .breached)
            #expect(try await scene.event(made.event).hosts == [lund])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `to one that has not said yes is refused`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let (klippan, lund) = (try scene.library(of: scene.karin), try scene.library(of: scene.lena))
            for named in [[], [lund]] {
                try await scene.edit(made.event) { $0.coHostLibraryIDs = named }
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.edit(made.event) { ($0.hostLibraryID, $0.coHostLibraryIDs) = (lund, [klippan]) }
                }
            }
        }
    }

    @Test func `to the only library that it invites would leave nobody invited`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let event = try await scene.boundEvent { $0.coHostLibraryIDs = [lund] }
            try await scene.invite(event, .list, .bound, [lund])
            let made = try await scene.case(
                .approved, in: scene.openCall(rule: CallRule(invite: .atLeast(1))), for: event)
            let refused = try await refusal {
                _ = try await scene.operations.confirmCoHosting(of: event, for: lund, by: scene.lena)
            }
            #expect(refused.reasons == [.onlyTheHostsOwnUnitsAreInvited, .nobodyIsInvited])
            #expect(try await state(scene, made) == .held)
        }
    }
}
