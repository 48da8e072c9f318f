import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Two persons end a library, and it can be taken back before its day (docs/rules.md, libraries that end).
@Suite struct `That a library ends` {
    private static func register(
        _ scene: Scene, on days: Int = 30, restingOn ground: String? = nil, by person: Person? = nil
    ) async throws -> LibraryChange.ID {
        try await scene.operations.closeLibrary(
            scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: days), because: "Läggs ned.",
            restingOn: ground, by: person ?? scene.amira)
    }

    @Test func `is so once a second person has confirmed it`() async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let change = try await Self.register(scene, on: 0)
            #expect(try await scene.database.library(scene.library(of: scene.pontus))?.validTo == nil)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.held])
            await #expect(throws: Refusal.notAllowed(.twoPersonsEndALibrary)) {
                try await scene.operations.confirmLibraryChange(change, by: scene.amira)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.confirmLibraryChange(change, by: scene.dag)
            }
            await #expect(throws: Refusal.conflict(.libraryEnds)) { try await Self.register(scene) }
            _ = try await scene.operations.confirmLibraryChange(change, by: scene.elias)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.breached])
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.confirmLibraryChange(change, by: scene.elias)
            }
            await #expect(throws: Refusal.conflict(.libraryChangeIsDone)) {
                try await scene.operations.takeBackLibraryChange(change, because: "Ångrat.", by: scene.amira)
            }
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `in the past rests on a decision, and says so in the cases that were decided meanwhile`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            await #expect(throws: Refusal.invalid("restsOn", .isMissing)) { try await Self.register(scene, on: -1) }
            let klippan = try scene.library(of: scene.karin)
            try await scene.end(
                klippan, into: scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: -3),
                restingOn: "KF § 12")
            let log = try await scene.database.caseEvents(of: made.application)
            #expect(log.last { $0.kind == "library-had-ended" }?.detail.contains("KF § 12") == true)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `is not confirmed once its day has passed`() async throws {
        try await withScene { scene in
            let change = try await Self.register(scene, on: 0)
            // A day later, as far as the change is concerned.
            try await scene.database.run(
                "ALTER TABLE library_changes DISABLE TRIGGER USER",
                """
                UPDATE library_changes SET effective_on = effective_on - 1, registered_at = registered_at - interval '1 day'
                """,
                "ALTER TABLE library_changes ENABLE TRIGGER USER")
            await #expect(throws: Refusal.conflict(.libraryChangeIsLate)) {
                try await scene.operations.confirmLibraryChange(change, by: scene.elias)
            }
            _ = try await scene.operations.takeBackLibraryChange(change, because: "För sent.", by: scene.elias)
            #expect(try await scene.database.libraryChange(change)?.change.state == .takenBack)
        }
    }

    @Test func `is said by nobody who belongs to it, to its successor, or has a conflict in its case`() async throws {
        try await withScene { scene in
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let made = try await scene.case(.submitted)
            try await scene.declareConflict(made, by: scene.amira)
            let partial = try await scene.giving("host", to: scene.elias, at: klippan)
            let day = Stockholm.day(scene.now).adding(days: 30)
            for person in [scene.amira, partial] {
                await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                    try await scene.operations.mergeLibrary(
                        perstorp, into: klippan, from: day, because: "Så.", by: person)
                }
            }
            let admin = try scene.database.person("admin@region.example")
            let change = try await scene.operations.mergeLibrary(
                perstorp, into: klippan, from: day, because: "Så.", by: admin)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.confirmLibraryChange(change, by: partial)
            }
            for column in ["confirmed", "taken_back"] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run(
                        "UPDATE library_changes SET \(column)_by = '\(scene.amira.id)', \(column)_at = now()")
                }
                #expect(error.constraint == "case_officer_is_impartial")
            }
        }
    }

    @Test func `is taken back before its day, and what it broke binds again`() async throws {
        try await withScene { scene in
            let made = try await `When a library ends`.listed(scene)
            let change = try await scene.end(
                scene.library(of: scene.pontus), into: scene.library(of: scene.karin),
                from: Stockholm.day(scene.now).adding(days: 5))
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.breached])
            #expect(
                try await refusal {
                    try await scene.operations.takeBackLibraryChange(change, because: " ", by: scene.elias)
                }.fields == ["reason"])
            _ = try await scene.operations.takeBackLibraryChange(change, because: "Ångrat.", by: scene.elias)
            let grant = try #require(try await scene.grant(of: made.application))
            #expect(grant.conditions.map(\.state) == [.cured] && !grant.paymentHold)
            #expect(try await scene.event(made.event).invitesRegion)
            let kept = try #require(try await scene.database.libraryChange(change))
            #expect(kept.change.takenBack?.reason == "Ångrat." && kept.breaches == 1)
            #expect(try await scene.database.library(scene.library(of: scene.pontus))?.validTo == nil)
            #expect(try await scene.operations.sweepInvariants() == [])
            // And it may be said anew.
            try await scene.end(scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: 5))
        }
    }

    /// What was granted because a merger was to come has lost its ground when the merger does not.
    @Test func `is taken back, and breaks what rested on it`() async throws {
        try await withScene { scene in
            let (klippan, perstorp) = (try scene.library(of: scene.karin), try scene.library(of: scene.pontus))
            let change = try await scene.end(klippan, into: perstorp, from: Stockholm.day(scene.now).adding(days: 5))
            let event = try await scene.publishedEvent(by: scene.pontus)
            let made = try await scene.case(.approved, for: event)
            _ = try await scene.operations.takeBackLibraryChange(change, because: "Ångrat.", by: scene.elias)
            let condition = try #require(try await scene.grant(of: made.application)?.conditions.first)
            #expect(condition.state == .breached)
            #expect(condition.openBreaches.map(\.kind) == [.orgChange])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test(arguments: [
        ("confirmed_by = registered_by, confirmed_at = now()", "two_persons_end_a_library"),
        ("effective_on = effective_on - 40", "past_day_rests_on_a_decision"),
        (
            "taken_back_by = registered_by, taken_back_at = now() + interval '60 days', taken_back_because = 'Så.'",
            "library_change_is_taken_back_before_its_day"
        ),
    ])
    func `is held to that by SQL`(_ change: String, _ constraint: String) async throws {
        try await withScene { scene in
            try await scene.end(
                scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: 30))
            try await scene.database.run("ALTER TABLE library_changes DISABLE TRIGGER USER")
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE library_changes SET \(change)")
            }
            #expect(error.constraint == constraint)
        }
    }

    /// Confirmed in the register alone, the library would go on all the same.
    @Test func `is nowhere half so`() async throws {
        try await withScene { scene in
            _ = try await Self.register(scene)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "UPDATE library_changes SET confirmed_by = '\(scene.elias.id)', confirmed_at = now()")
            }
            #expect(error.constraint == "ended_library_has_its_change")
        }
    }
}
