import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension `Funded event invites region` {
    /// Somebody at the database's own prompt, past everything that the service asks.
    @Test(arguments: Closing.allCases, Isolation.allCases)
    func `though somebody comes past the service with SQL`(_ closing: Closing, _ isolation: Isolation) async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let before = try await scene.event(funded.event)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.execute(isolation.query)
                    try await transaction.execute(closing.query(funded.event))
                }
            }
            #expect(error.constraint == "funded_event_invites_region")
            #expect(error.sqlState == "23503")
            #expect(try await scene.event(funded.event) == before)
        }
    }

    /// The one who closes the event looked at it before the approval, and writes after it: write skew, if nothing stops
    /// it.
    @Test(arguments: Isolation.allCases)
    func `though somebody with an old view of the event closes it after the approval`(_ isolation: Isolation)
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            var attempts = 0
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    try await transaction.execute(isolation.query)
                    _ = try await transaction.event(made.event)
                    attempts += 1
                    if attempts == 1 { try await scene.approve(made.application) }
                    try await transaction.execute(Closing.own.query(made.event))
                }
            }
            // The others see the event as it was, are told so (40001), and look again.
            #expect(attempts == (isolation == .readCommitted ? 1 : 2))
            #expect(error.constraint == "funded_event_invites_region")
            #expect(try await scene.event(made.event).invitesRegion)
        }
    }

    /// What the host forgot a little: one library is too few where all had to be invited.
    @Test func `though only one library is left out with SQL`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let all = try await scene.regionalLibraries().map { "'\($0)'" }.dropLast().joined(separator: ", ")
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    UPDATE events SET invitation_scope = 'list', version = version + 1,
                           invited_library_ids = ARRAY[\(all)]::uuid[]
                     WHERE id = '\(funded.event)'
                    """)
            }
            #expect(error.constraint == "funded_event_invites_region")
        }
    }

    @Test func `and is never deleted, with SQL or without`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            for statement in ["DELETE FROM event_versions", "DELETE FROM application_events", "DELETE FROM events"] {
                await #expect(throws: PostgresError.self) {
                    try await scene.database.run(statement, "DELETE FROM events WHERE id = '\(funded.event)'")
                }
            }
            #expect(try await scene.event(funded.event).invitesRegion)
        }
    }

    @Test func `or no condition can be held on it`() async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            let closed = try await scene.draftEvent()
            let second = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts,
                                            held_since)
                    SELECT grant_id, '\(closed)', 0, call_id, rule_version, minimum_invited, hosts, now() FROM conditions
                    """)
            }
            #expect(second.constraint == "funded_event_invites_region")
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE conditions SET event_id = '\(closed)'")
            }
            #expect(error.constraint == "condition_keeps_its_terms")
            #expect(try await scene.grant(of: funded.application)?.conditions.map(\.eventID) == [funded.event])
        }
    }
}

/// What a grant rests on, past the service.
@Suite struct `Kept by direct SQL` {
    @Test(arguments: [
        ("UPDATE conditions SET cost_share = cost_share - 1", "condition_keeps_its_terms"),
        ("UPDATE grants SET amount = amount - 1", "grant_keeps_its_terms"),
        ("UPDATE grants SET call_id = gen_random_uuid()", "grants_call_id_fkey"),
        ("UPDATE grants SET awarded_at = now()", "grant_keeps_its_terms"),
        (
            "UPDATE grants SET library_id = (SELECT id FROM libraries WHERE slug = 'perstorp')",
            "grant_keeps_its_terms"
        ),
    ])
    func `are the terms of a grant`(_ statement: String, _ constraint: String) async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
            #expect(error.constraint == constraint)
        }
    }

    @Test(arguments: [
        "UPDATE payment_holds SET released_at = now()", "DELETE FROM payment_holds",
        "UPDATE breaches SET closed_at = now()",
    ])
    func `is the hold of a condition that is breached now`(_ statement: String) async throws {
        try await withScene { scene in
            let funded = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: funded.event, because: "Brand.", .cancellation, by: scene.karin)
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
            #expect(error.constraint == "breached_condition_has_its_breach")
            try await scene.client.transaction { transaction in
                try await transaction.run(statement)
                try await transaction.run(
                    """
                    INSERT INTO settlements (id, condition_id, outcome, reasons, settled_by, settled_at)
                    SELECT gen_random_uuid(), id, 'frustrated', 'X', '\(scene.dag.id)', now() FROM conditions
                    """)
                try await transaction.run("UPDATE conditions SET state = 'frustrated'")
            }
        }
    }

    @Test(arguments: ["cured", "frustrated", "waived", "enforced", "discharged", "not-applicable"])
    func `lets no condition go but by what ends it`(_ state: String) async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE conditions SET state = '\(state)'")
            }
            #expect(error.constraint == "released_condition_has_its_cause")
        }
    }

    @Test func `gives no event a condition that has begun`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.letEventsPass()
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts,
                                            held_since)
                    SELECT gen_random_uuid(), event_id, 1, call_id, rule_version, 1, hosts, now() FROM conditions
                    """)
            }
            #expect(error.constraint == "funded_event_invites_region")
            _ = made
        }
    }

    /// By each way in which an application comes to be under way.
    @Test(arguments: ["submitted", "in-review", "ready-for-decision"], [true, false])
    func `is the one case of an event`(_ status: String, _ isNew: Bool) async throws {
        try await withScene { scene in
            let first = try await scene.case(.submitted)
            let second = try await scene.case(.drafted, in: first.call, for: first.event)
            let registered = "'SAM 1', '\(scene.ulf.id)', now() - interval '1 day', '\(scene.amira.id)'"
            let columns = "registry_number, submitted_by, submitted_at, case_officer_id"
            let error = try await #require(throws: PostgresError.self) {
                try await scene.client.transaction { transaction in
                    guard isNew else {
                        return try await transaction.run(
                            """
                            UPDATE grant_applications SET status = '\(status)', (\(columns)) = (\(registered))
                             WHERE id = '\(second.application)'
                            """)
                    }
                    try await transaction.run("ALTER TABLE application_events DISABLE TRIGGER USER")
                    try await transaction.run(
                        """
                        INSERT INTO grant_applications (id, call_id, library_id, title, status, \(columns))
                        SELECT '\(first.event)', call_id, library_id, title, '\(status)', \(registered)
                          FROM grant_applications WHERE id = '\(first.application)'
                        """)
                    try await transaction.run(
                        "INSERT INTO application_events VALUES ('\(first.event)', '\(first.event)', 0)")
                }
            }
            #expect(error.constraint == "event_is_in_one_case")
        }
    }

    @Test func `is that the amounts of decision, grant and conditions are one`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.database.run(
                "CREATE FUNCTION halve() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.cost_share := NEW.cost_share / 2; RETURN NEW; END'",
                "CREATE TRIGGER halve BEFORE INSERT ON conditions FOR EACH ROW EXECUTE FUNCTION halve()")
            let error = try await #require(throws: PostgresError.self) { try await scene.approve(made.application) }
            #expect(error.constraint == "granted_amount_adds_up")
            try await scene.database.run("DROP TRIGGER halve ON conditions")
            try await scene.approve(made.application)
        }
    }
}

/// How a funded event is closed with SQL.
enum Closing: String, CaseIterable, Sendable {
    case own, withdrawn, cancelled, publicOnly, noSeats, othersCloseFirst, nowhere, claimed
    case dearer, ended, curtailed, opensLate, fewSeats, shortNotice, notHosted

    func query(_ event: Event.ID) -> Query {
        Query(name: "Closing", text: text, parameters: [event.postgresValue])
    }

    private var text: StaticString {
        switch self {
        case .own: "UPDATE events SET version = version + 1, invitation_scope = 'own' WHERE id = $1"
        case .withdrawn: "UPDATE events SET version = version + 1, invitation_state = 'withdrawn' WHERE id = $1"
        case .cancelled:
            "UPDATE events SET version = version + 1, status = 'cancelled', cancelled_at = now(), cancellation_reason = 'X' WHERE id = $1"
        case .publicOnly: "UPDATE events SET version = version + 1, audience = '{public}' WHERE id = $1"
        case .noSeats:
            "UPDATE events SET version = version + 1, seats_own = capacity, seats_others = 0, seats_any = 0 WHERE id = $1"
        case .othersCloseFirst:
            "UPDATE events SET version = version + 1, registration_others_close_at = starts_at - interval '1 day' WHERE id = $1"
        case .nowhere: "UPDATE events SET version = version + 1, venue_municipality_code = NULL WHERE id = $1"
        case .dearer: "UPDATE events SET price_others = 100 WHERE id = $1"
        case .ended: "UPDATE events SET registration_closes_at = now() - interval '1 minute' WHERE id = $1"
        case .curtailed: "UPDATE events SET registration_closes_at = now() + interval '2 days' WHERE id = $1"
        case .opensLate: "UPDATE events SET registration_opens_at = starts_at - interval '1 day' WHERE id = $1"
        case .fewSeats: "UPDATE events SET capacity = 4, seats_any = 4 WHERE id = $1"
        case .shortNotice: "UPDATE events SET starts_at = now() + interval '13 days' WHERE id = $1"
        case .notHosted:
            "UPDATE events SET host_library_id = (SELECT id FROM libraries WHERE municipality_code = '1281' AND kind = 'public') WHERE id = $1"
        case .claimed:
            "UPDATE events SET version = version + 1, invites_region = true, invitation_scope = 'own' WHERE id = $1"
        }
    }
}

/// PostgreSQL's isolation levels.
enum Isolation: String, CaseIterable, Sendable {
    case readCommitted, repeatableRead, serializable

    var query: Query {
        let text: StaticString =
            switch self {
            case .readCommitted: "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"
            case .repeatableRead: "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
            case .serializable: "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"
            }
        return Query(name: "Isolation", text: text)
    }
}
