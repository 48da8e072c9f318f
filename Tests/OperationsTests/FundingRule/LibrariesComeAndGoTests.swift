import Domain
import Operations
import Store
import TestDatabase
import Testing

/// What happens to a funded event that nobody has closed (docs/rules.md, the rulings on libraries that come and go).
@Suite struct `When libraries come and go` {
    @Test func `a library that ceases is no breach of an event that invites all others`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            try await scene.closeLibrary(of: scene.pontus)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `the host may still edit its event when a library has ceased`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            try await scene.closeLibrary(of: scene.pontus)
            let edited = try await scene.edit(funded.event) { $0.summary = "Nu med lunch." }
            #expect(edited.invitesRegion)
        }
    }

    @Test func `a funded event that invites all others may get a co-host`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let lund = try scene.library(of: scene.lena)
            let edited = try await scene.edit(funded.event) { $0.coHostLibraryIDs = [lund] }
            #expect(edited.details.coHostLibraryIDs == [lund])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    /// Nobody is left whom the event invites, by no deed of its host.
    @Test func `the host may still edit, and tell, when the only invited library has ceased`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            let event = try await scene.boundEvent()
            let lund = try scene.library(of: scene.lena)
            try await scene.invite(event, .list, .bound, [scene.library(of: scene.pontus)])
            let funded = try await scene.case(.approved, in: call, for: event)
            try await scene.closeLibrary(of: scene.pontus)
            try await scene.edit(event) { $0.title = "Rättstavat" }
            let found = Set(try await scene.operations.sweepInvariants().map(\.invariant))
            #expect(found.contains(Rule.fundedEventInvitesRegion.rawValue), "the region is told")
            try await scene.invite(event, .list, .published, [lund])
            #expect(try await scene.event(event).invitesRegion, "another may be invited instead")
            try await scene.closeLibrary(of: scene.lena)
            _ = try await scene.operations.reportDeviation(
                from: event, because: "Ingen är kvar.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            #expect(try await scene.grant(of: funded.application)?.conditions.map(\.state) == [.breached])
        }
    }

    @Test func `a list without the library that ceased is as good as all`() async throws {
        try await withScene { scene in
            let klippan = try scene.library(of: scene.karin)
            let perstorp = try scene.library(of: scene.pontus)
            try await scene.closeLibrary(of: scene.pontus)
            let event = try await scene.boundEvent()
            let others = try await scene.regionalLibraries().filter { $0 != klippan && $0 != perstorp }
            try await scene.invite(event, .list, .bound, others)
            let made = try await scene.case(.approved, for: event)
            #expect(try await scene.event(made.event).invitesRegion)
        }
    }
}

extension Scene {
    /// The library where a person works is of the region no longer, from today on.
    fileprivate func closeLibrary(of person: Person) async throws {
        try await takeOutOfRegion(try library(of: person))
    }
}
