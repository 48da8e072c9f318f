import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Libraries that close and merge (docs/rules.md, libraries that end).
@Suite struct `When a library ends` {
    /// A granted case of Klippan whose event invites Perstorp alone.
    static func listed(_ scene: Scene) async throws -> Case {
        let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
        let event = try await scene.boundEvent()
        try await scene.invite(event, .list, .bound, [scene.library(of: scene.pontus)])
        return try await scene.case(.approved, in: call, for: event)
    }

    private func condition(_ scene: Scene, of made: Case) async throws -> Condition {
        try #require(try await scene.grant(of: made.application)?.conditions.first)
    }

    @Test(arguments: [0, 30])
    func `by merging into the host, the event that invited it alone is broken, told, and mended by the host`(
        _ days: Int
    ) async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            let klippan = try scene.library(of: scene.karin)
            let change = try await scene.end(
                scene.library(of: scene.pontus), into: klippan, from: Stockholm.day(scene.now).adding(days: days),
                because: "Kommunerna går ihop.")
            let broken = try await condition(scene, of: made)
            #expect(broken.state == .breached)
            #expect(broken.openBreaches.map(\.kind) == [.orgChange])
            #expect(broken.openBreaches.map(\.reason) == ["Kommunerna går ihop."])
            #expect(try await scene.grant(of: made.application)?.paymentHold == true)
            let told = Set(try await scene.database.outbox(limit: 2).map(\.topic))
            #expect(told == ["breach-found", "libraries-changed"])
            #expect(try await scene.database.openBreaches(limit: 5).map(\.kind) == [.orgChange])
            #expect(try await scene.database.libraryChange(change)?.breaches == 1)
            #expect(try await !scene.event(made.event).invitesRegion)
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.invite(made.event, .all, .published)
            #expect(try await condition(scene, of: made).state == .cured)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `after the event nothing of it is broken`() async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            try await scene.end(
                scene.library(of: scene.pontus), into: scene.library(of: scene.karin),
                from: Stockholm.day(scene.now).adding(days: 90))
            #expect(try await condition(scene, of: made).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `by closing, only the event that invited nobody else is broken`() async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            let open = try await scene.case(.approved)
            try await scene.end(scene.library(of: scene.pontus))
            #expect(try await condition(scene, of: made).state == .breached)
            #expect(try await condition(scene, of: open).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `its invitation follows to the successor`() async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            try await scene.end(scene.library(of: scene.pontus), into: scene.library(of: scene.lena))
            #expect(try await condition(scene, of: made).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `its roles, cases and events follow to the successor, and nothing new is begun for it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            try await scene.end(klippan, into: perstorp)
            let pontus = try #require(try await scene.database.person(withEmail: scene.pontus.email))
            let karin = try #require(try await scene.database.person(withEmail: scene.karin.email))
            #expect(pontus.has(.host, at: klippan) && karin.has(.host, at: perstorp))
            #expect(karin.libraryID == perstorp)
            let grant = try #require(try await scene.grant(of: made.application))
            #expect(grant.maySee(pontus) && grant.libraryID == klippan)
            #expect(grant.conditions.map(\.state) == [.held])
            _ = try await scene.operations.editEvent(made.event, by: pontus, expecting: nil) { details in
                var details = details
                details.hostLibraryID = perstorp
                return details
            }
            #expect(try await condition(scene, of: made).state == .held)
            #expect(try await scene.operations.sweepInvariants() == [])
            await #expect(throws: Refusal.conflict(.libraryHasEnded)) { try await scene.draftEvent(by: scene.karin) }
            let details = try await scene.eventDetails(by: scene.pontus)
            _ = try await scene.operations.draftEvent(details, by: karin)
            let application = try await scene.application(made.application)
            let impartiality = try await scene.operations.impartiality(in: application, events: [])
            #expect(impartiality.libraries.contains(perstorp))
        }
    }

    @Test func `the clock asks again on the day`() async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            try await scene.end(perstorp, into: klippan, from: Stockholm.day(scene.now).adding(days: 90))
            #expect(try await scene.operations.applyLibraryChanges() == 0)
            #expect(try await condition(scene, of: made).state == .held)
            // Ninety days later, as far as the libraries are concerned.
            try await scene.database.run(
                "ALTER TABLE libraries DISABLE TRIGGER USER", "ALTER TABLE library_changes DISABLE TRIGGER USER",
                "UPDATE libraries SET valid_to = today() WHERE id = '\(perstorp)'",
                "UPDATE library_changes SET effective_on = today()")
            #expect(try await scene.operations.applyLibraryChanges() == 1)
            #expect(try await condition(scene, of: made).openBreaches.map(\.kind) == [.orgChange])
            #expect(try await scene.operations.applyLibraryChanges() == 0)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `it does so once, by whoever may say so, and into one that goes on`() async throws {
        try await withScene { scene in
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let lund = try scene.library(of: scene.lena)
            let today = Stockholm.day(scene.now)
            func merge(_ id: Library.ID, _ heir: Library.ID, _ day: Day = today, by person: Person? = nil) async throws
            {
                let made = try await scene.operations.mergeLibrary(
                    id, into: heir, from: day, because: "Går ihop.", by: person ?? scene.amira)
                _ = try await scene.operations.confirmLibraryChange(made, by: scene.elias)
            }
            for person in [scene.ulf, scene.karin, scene.dag, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await merge(perstorp, klippan, by: person)
                }
            }
            await #expect(throws: Refusal.invalid("successorId", .doesNotExist)) { try await merge(klippan, klippan) }
            await #expect(throws: Refusal.invalid("from", .isNotAfter("validFrom"))) {
                _ = try await scene.operations.closeLibrary(
                    perstorp, from: Day(daysSince1970: 0), because: "Läggs ned.", by: scene.amira)
            }
            await #expect(throws: Refusal.missing) { try await merge(Library.ID(), klippan) }
            try await merge(perstorp, klippan)
            await #expect(throws: Refusal.conflict(.libraryEnds)) { try await merge(perstorp, lund) }
            await #expect(throws: Refusal.invalid("successorId", .doesNotExist)) { try await merge(lund, perstorp) }
            await #expect(throws: Refusal.invalid("successorId", .doesNotExist)) { try await merge(klippan, perstorp) }
            try await merge(klippan, lund, today.adding(days: 1))
            let region = try await scene.database.regionFacts()
            #expect(region.principal(of: perstorp, on: today) == klippan)
            #expect(region.principal(of: perstorp, on: today.adding(days: 1)) == lund)
        }
    }

    @Test(arguments: [
        ("UPDATE libraries SET valid_to = today() WHERE slug = 'perstorp'", "ended_library_has_its_change"),
        (
            "UPDATE libraries SET successor_id = id, valid_to = today() WHERE slug = 'perstorp'",
            "library_is_not_its_own_successor"
        ),
        (
            """
            UPDATE libraries SET valid_to = today(), successor_id = (SELECT id FROM libraries WHERE slug = 'klippan')
             WHERE slug = 'perstorp'
            """, "ended_library_has_its_change"
        ),
        (
            """
            UPDATE libraries SET successor_id = (SELECT id FROM libraries WHERE slug = 'klippan')
             WHERE slug = 'perstorp'
            """, "successor_outlives_its_library"
        ),
    ])
    func `SQL alone does not end it`(_ statement: String, _ constraint: String) async throws {
        try await withScene { scene in
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
            #expect(error.constraint == constraint)
        }
    }

    /// With the change that says so, but without the breach that it brings.
    @Test func `SQL does not break a condition in silence`() async throws {
        try await withScene { scene in
            let made = try await Self.listed(scene)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.run(
                        """
                        INSERT INTO library_changes (id, library_id, effective_on, reason, registered_by, registered_at,
                                                     confirmed_by, confirmed_at)
                        SELECT gen_random_uuid(), id, today(), 'Tyst.', '\(scene.amira.id)', now(),
                               '\(scene.elias.id)', now()
                          FROM libraries WHERE slug = 'perstorp'
                        """)
                    try await transaction.run("UPDATE libraries SET valid_to = today() WHERE slug = 'perstorp'")
                }
            }
            #expect(error.constraint == "funded_event_invites_region")
            #expect(try await condition(scene, of: made).state == .held)
            try await scene.end(scene.library(of: scene.lena))
            for statement in ["UPDATE library_changes SET reason = 'Annat.'", "DELETE FROM library_changes"] {
                let kept = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(kept.constraint == "library_change_is_kept")
            }
        }
    }
}
