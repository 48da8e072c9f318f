import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To confirm co-hosting` {
    @Test func `is for an editor of the library that is named, and once is enough`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let perstorp = try scene.library(of: scene.pontus)
            let id = try await scene.draftEvent { $0.coHostLibraryIDs = [lund] }
            #expect(try await scene.event(id).confirmedCoHosts == [])
            #expect(try await scene.event(id).maySee(scene.sven), "they must see it to confirm it")
            for person in [scene.sven, scene.karin, scene.amira] {
                await #expect(throws: (any Error).self) {
                    try await scene.operations.confirmCoHosting(of: id, for: lund, by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.confirmCoHosting(of: id, for: perstorp, by: scene.pontus)
            }
            let confirmed = try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena)
            #expect(confirmed.confirmedCoHosts == [lund])
            #expect(try await scene.event(id) == confirmed)
            #expect(try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena) == confirmed)
        }
    }

    @Test func `comes before any right to edit`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let id = try await scene.draftEvent { $0.coHostLibraryIDs = [lund] }
            let edit = { try await scene.operations.editEvent(id, by: scene.lena, expecting: nil) { $0 } }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await edit() }
            _ = try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena)
            _ = try await edit()
            try await scene.edit(id) { $0.coHostLibraryIDs = [] }
            #expect(try await scene.event(id).hosts == [scene.library(of: scene.karin)])
            try await scene.edit(id) { $0.coHostLibraryIDs = [lund] }
            #expect(try await scene.event(id).confirmedCoHosts == [], "whoever was left out is asked again")
        }
    }

    @Test func `can be answered no, before and after, and then nobody may edit for the library`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            for isConfirmed in [false, true] {
                let id = try await scene.draftEvent { $0.coHostLibraryIDs = [lund] }
                if isConfirmed { _ = try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena) }
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.declineCoHosting(of: id, for: lund, by: scene.karin)
                }
                try await scene.operations.declineCoHosting(of: id, for: lund, by: scene.lena)
                let event = try await scene.event(id)
                #expect(event.details.coHostLibraryIDs == [] && event.confirmedCoHosts == [])
                #expect(!event.maySee(scene.lena))
            }
        }
    }

    /// The grant is the co-host's: to step down breaks P14, and is told, not forbidden.
    @Test func `binds no applicant to the event of another: it steps down as a deviation`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let id = try await scene.boundEvent(by: scene.karin)
            try await scene.edit(id) { $0.coHostLibraryIDs = [lund] }
            _ = try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena)
            let funded = try await scene.case(.approved, of: scene.lund, for: id)
            let refused = try await refusal {
                try await scene.operations.declineCoHosting(of: id, for: lund, by: scene.lena)
            }
            #expect(refused.reasons == [.applicantIsNotAHost])
            _ = try await scene.operations.reportDeviation(
                from: id, because: "Vi hinner inte.",
                .event { details in
                    var details = details
                    details.coHostLibraryIDs = []
                    return details
                }, by: scene.lena)
            #expect(try await scene.event(id).hosts == [scene.library(of: scene.karin)])
            #expect(try await scene.grant(of: funded.application)?.paymentHold == true)
        }
    }

    @Test func `gives nobody the event: only the main host says who hosts`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let klippan = try scene.library(of: scene.karin)
            let id = try await scene.publishedEvent { $0.coHostLibraryIDs = [lund] }
            _ = try await scene.operations.confirmCoHosting(of: id, for: lund, by: scene.lena)
            let takings: [@Sendable (inout EventDetails) -> Void] = [
                { ($0.hostLibraryID, $0.coHostLibraryIDs) = (lund, []) },
                { ($0.hostLibraryID, $0.coHostLibraryIDs) = (lund, [klippan]) },
            ]
            for taking in takings {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.editEvent(id, by: scene.lena, expecting: nil) { details in
                        var details = details
                        taking(&details)
                        return details
                    }
                }
            }
        }
    }

    /// The hole that it closes: 31 co-hosts who know of nothing, and one library invited.
    @Test func `leaves no way to invite fewer by naming co-hosts`() async throws {
        try await withScene { scene in
            let klippan = try scene.library(of: scene.karin)
            let others = try await scene.regionalLibraries().filter { $0 != klippan }
            let event = try await scene.boundEvent { $0.coHostLibraryIDs = Array(others.dropLast()) }
            try await scene.invite(event, .list, .bound, Array(others.suffix(1)))
            let made = try await scene.case(.handled, for: event)
            let refused = try await refusal { try await scene.recommend(made.application) }
            #expect(refused.findings.map(\.libraries) == [others.dropLast().sorted()])
        }
    }

    @Test func `lowers nothing of what was promised, in Domain and in SQL`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let klippan = try scene.library(of: scene.karin)
            let rest = try await scene.regionalLibraries().filter { $0 != klippan && $0 != lund }
            let funded = try await scene.case(.approved)
            try await scene.edit(funded.event) { $0.coHostLibraryIDs = [lund] }
            _ = try await scene.operations.confirmCoHosting(of: funded.event, for: lund, by: scene.lena)
            #expect(try await scene.operations.sweepInvariants() == [], "all others are invited, and Lund stays so")
            let refused = try await refusal { try await scene.invite(funded.event, .list, .published, rest) }
            #expect(refused.findings.first?.libraries == [lund])
            let ids = rest.map { "'\($0)'" }.joined(separator: ", ")
            let error = await #expect(throws: (any Error).self) {
                try await scene.database.run(
                    """
                    UPDATE events SET invitation_scope = 'list', invited_library_ids = ARRAY[\(ids)]::uuid[]
                     WHERE id = '\(funded.event)'
                    """)
            }
            #expect("\(error as Any)".contains(Rule.fundedEventInvitesRegion.rawValue))
        }
    }
}

extension `To confirm co-hosting` {
    @Test func `is done at once by whoever names a library of their own, and by nothing else that they do`()
        async throws
    {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let id = try await scene.draftEvent { $0.coHostLibraryIDs = [lund] }
            let karin = try await scene.giving("host", to: scene.karin, at: lund)
            let rename = { @Sendable (details: EventDetails) in
                var details = details
                details.title = "Ett annat namn"
                return details
            }
            let renamed = try await scene.operations.editEvent(id, by: karin, expecting: nil, rename)
            #expect(renamed.confirmedCoHosts == [])
            try await scene.edit(id) { $0.coHostLibraryIDs = [] }
            let named = try await scene.operations.editEvent(id, by: karin, expecting: nil) { details in
                var details = details
                details.coHostLibraryIDs = [lund]
                return details
            }
            #expect(named.confirmedCoHosts == [lund])
            let details = named.details
            let drafted = try await scene.operations.draftEvent(details, by: karin)
            #expect(try await scene.event(drafted).confirmedCoHosts == [lund])
        }
    }
}
