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
        let library = try library(of: person)
        try await database.run(
            "UPDATE region_members SET valid_to = CURRENT_DATE - 1 WHERE library_id = '\(library)'")
    }
}
