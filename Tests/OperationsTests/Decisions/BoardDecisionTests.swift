import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A decision of a board` {
    static let minutes = BoardMinutes(
        body: "Kulturnämnden", meetingOn: Day(year: 2026, month: 3, day: 12) ?? Day(daysSince1970: 0),
        paragraph: "§ 14", reference: "KN 2026:3")

    @Test func `is registered with its minutes, needs no delegation, and its letter says so`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.alterDelegations("SET valid_to = today()")
            await #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
                try await scene.approve(made.application)
            }
            _ = try await scene.operations.approveApplication(
                made.application, amount: .kronor(30_000), reasons: "Enligt förslaget.", by: scene.dag,
                registering: Self.minutes)
            let decision = try #require(try await scene.database.decision(on: made.application))
            #expect(decision.authority == .board(Self.minutes) && decision.decidedBy == scene.dag.id)
            #expect(decision.terms.appealText.contains("protokollet har justerats"))
            let paper = try #require(try await scene.database.documents(of: made.application).first)
            let letter = try #require(try await scene.database.content(of: paper.document.id))
            #expect(letter.contains("Kulturnämnden den 12 mars 2026, § 14") && letter.contains("Registrerat av"))
            _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
            let notice = try #require(try await scene.database.announcement(of: decision.id))
            #expect(notice.text.contains("Protokollet från Kulturnämnden den 12 mars 2026 är justerat. § 14"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `can be a rejection and a dismissal, too`() async throws {
        try await withScene { scene in
            let rejected = try await scene.case(.recommended)
            _ = try await scene.operations.rejectApplication(
                rejected.application, reasons: "Nej.", by: scene.dag, registering: Self.minutes)
            let dismissed = try await scene.case(.submitted)
            _ = try await scene.operations.dismissApplication(
                dismissed.application, ground: "Sent.", by: scene.dag, registering: Self.minutes)
            for id in [rejected.application, dismissed.application] {
                #expect(try await scene.database.decision(on: id)?.authority.minutes == Self.minutes)
            }
        }
    }

    @Test func `is never registered by the one who recommended it (R49)`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.database.run(
                "INSERT INTO role_assignments (person_id, role) VALUES ('\(scene.amira.id)', 'decision_maker')")
            let both = Person(
                id: scene.amira.id, name: scene.amira.name, email: scene.amira.email, libraryID: nil,
                roles: scene.amira.roles.union([.init(role: .decisionMaker, libraryID: nil)]))
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.approveApplication(
                    made.application, amount: .kronor(30_000), reasons: "Ja.", by: both, registering: Self.minutes)
            }
        }
    }

    @Test func `needs all that its minutes are found by, and a meeting that has been held`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let wrong = BoardMinutes(
                body: "", meetingOn: Stockholm.day(scene.now).adding(days: 2), paragraph: " ", reference: "")
            #expect(
                try await refusal {
                    try await scene.operations.approveApplication(
                        made.application, amount: .kronor(30_000), reasons: "Ja.", by: scene.dag, registering: wrong)
                }.fields == ["board.body", "board.paragraph", "board.minutes", "board.meetingOn"])
        }
    }

    /// Past the service, too: the row names another recommender, and is registered by one who recommended before.
    /// Without the trigger the row is written.
    @Test func `is refused by the database to whoever has recommended in the case`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.approve(made.application)
            let copy = """
                INSERT INTO decisions (id, number, application_id, outcome, amount, reasons, conditions,
                    reclaim_reservation, appeal_kind, appeal, decided_by_body, meeting_on, minutes_paragraph,
                    minutes_reference, recommended_by, decided_by, decided_at, found_status, found_version,
                    found_changed_at, superseded_at)
                SELECT gen_random_uuid(), 'BES 1/1', application_id, outcome, amount, reasons, conditions,
                    reclaim_reservation, appeal_kind, appeal, 'Nämnden', today(), '§ 1', 'P 1', '\(scene.elias.id)',
                    '\(scene.amira.id)', now(), found_status, found_version, found_changed_at, now()
                  FROM decisions
                """
            let error = await #expect(throws: PostgresError.self) { try await scene.database.run(copy) }
            #expect(error?.constraint == "four_eyes_decide")
            try await scene.database.run(
                "ALTER TABLE decisions DISABLE TRIGGER four_eyes_decide",
                "ALTER TABLE decisions DISABLE TRIGGER superseded_decision_was_reopened", copy)
        }
    }
}
