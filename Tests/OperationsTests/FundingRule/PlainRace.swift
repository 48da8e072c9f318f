import Domain
import Postgres
import TestDatabase
import Testing

/// The same two deeds as somebody would write them who does not know the rule's protocol: look, then write. With
/// `locks` the event is locked first, and looked at by a statement of its own.
struct PlainRace {
    let cases: RaceCases
    let locks: Bool

    var race: Race {
        let client = cases.scene.client
        let locks = locks
        return Race(
            cases: cases,
            approve: { number in
                let id = try #require(RaceCases.application(number))
                return try await Self.attempt(client) { try await Self.approve(id, locks: locks, $0) }
            },
            close: { number in
                let id = try #require(RaceCases.event(number))
                return try await Self.attempt(client) { try await Self.close(id, locks: locks, $0) }
            })
    }

    private static func attempt(
        _ client: PostgresClient, _ work: (Transaction) async throws -> RaceOutcome
    ) async throws -> RaceOutcome {
        do {
            return try await client.transaction(work)
        } catch let error as PostgresError where error.constraint == "funded_event_invites_region" {
            return .refused
        }
    }

    private static func approve(
        _ id: GrantApplication.ID, locks: Bool, _ transaction: Transaction
    ) async throws -> RaceOutcome {
        if locks { try await transaction.execute(query("lock", lock, id.postgresValue)) }
        let isOpen: Bool? = try await transaction.value(query("isOpen", isOpen, id.postgresValue), column: "answer")
        guard isOpen == true else { return .refused }
        try await transaction.execute(query("publish", publish, id.postgresValue))
        try await transaction.execute(query("decide", decide, id.postgresValue))
        try await transaction.execute(query("reason", reason, id.postgresValue))
        try await transaction.execute(query("award", award, id.postgresValue))
        try await transaction.execute(query("hold", hold, id.postgresValue))
        return .done
    }

    private static func close(_ id: Event.ID, locks: Bool, _ transaction: Transaction) async throws -> RaceOutcome {
        if locks { try await transaction.execute(query("lock", lock, id.postgresValue)) }
        let isHeld: Bool? = try await transaction.value(query("isHeld", isHeld, id.postgresValue), column: "answer")
        guard isHeld == false else { return .refused }
        try await transaction.execute(query("close", close, id.postgresValue))
        return .done
    }

    private static func query(_ name: StaticString, _ text: StaticString, _ id: PostgresValue) -> Query {
        Query(name: name, text: text, parameters: [id])
    }

    private static let lock: StaticString = "SELECT id FROM events WHERE id = $1 FOR NO KEY UPDATE"
    private static let isOpen: StaticString =
        "SELECT invitation_scope <> 'own' AND status <> 'cancelled' AS answer FROM events WHERE id = $1"
    private static let isHeld: StaticString =
        "SELECT EXISTS (SELECT FROM conditions WHERE event_id = $1 AND state = 'held') AS answer"
    private static let close: StaticString =
        "UPDATE events SET invitation_scope = 'own', version = version + 1 WHERE id = $1"
    private static let publish: StaticString = """
        UPDATE events SET status = 'published', published_at = now(), invitation_state = 'published',
               invitation_published_at = now(), version = version + 1 WHERE id = $1
        """
    private static let decide: StaticString = "UPDATE grant_applications SET status = 'approved' WHERE id = $1"
    private static let reason: StaticString = """
        INSERT INTO decisions (application_id, outcome, amount, reasons, recommended_by, decided_by, decided_at, number,
                               delegation_id, conditions, reclaim_reservation, appeal_kind, appeal, found_status,
                               found_version, found_changed_at)
        SELECT id, 'approved', requested_amount, 'Race', case_officer_id,
               (SELECT id FROM people WHERE email = 'dag@region.example'), now(), id::text,
               (SELECT id FROM delegations LIMIT 1), 'Race', 'Race', 'legality-review', 'Race', status, version, now()
          FROM grant_applications WHERE id = $1
        """
    private static let award: StaticString = """
        INSERT INTO grants (id, application_id, call_id, library_id, amount, awarded_at)
        SELECT id, id, call_id, library_id, requested_amount, now() FROM grant_applications WHERE id = $1
        """
    private static let hold: StaticString = """
        INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts, held_since)
        SELECT id, id, requested_amount, call_id, 1, 32, ARRAY[library_id], now() FROM grant_applications WHERE id = $1
        """
}
