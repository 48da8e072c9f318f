import Domain
import Postgres
import Store
import TestDatabase

/// Many cases that wait for a decision, each with an event of its own, made by SQL since a race needs thousands.
struct RaceCases: Sendable {
    let scene: Scene
    let count: Int

    /// Enough for each race.
    static let forRaces = DatabaseToCopy { try await make(600, in: $0) }
    /// Enough for all orders in which two commands can meet.
    static let forMeetings = DatabaseToCopy { try await make(Closeness.cases(320, atStride: 3), in: $0) }

    /// Copies one case that people have brought so far, in calls enough that approvals do not wait for each other.
    private static func make(_ count: Int, in scene: Scene) async throws -> [Case] {
        let model = try await scene.case(.recommended)
        var calls: [Call.ID] = []
        for _ in 0..<8 {
            calls.append(
                try await scene.openCall {
                    $0.budget = .largest
                    $0.maximumAmount = nil
                })
        }
        // They write the same row once an event, which is slow within one transaction.
        let stamps = "TRIGGER calendar_shows_new_events"
        let freeze = "TRIGGER received_application_is_kept"
        // They came with the submission.
        let claim = "TRIGGER line_knows_when_it_was_claimed"
        try await scene.database.run(
            "ALTER TABLE events DISABLE \(stamps)", events(count, like: model), "ALTER TABLE events ENABLE \(stamps)",
            applications(count, like: model, in: calls), "ALTER TABLE application_events DISABLE \(freeze)",
            "ALTER TABLE application_events DISABLE \(claim)", parts(like: model),
            "ALTER TABLE application_events ENABLE \(freeze)", "ALTER TABLE application_events ENABLE \(claim)",
            snapshots(like: model), recommendations(like: model), "ANALYZE")
        return (1...count).compactMap { number in
            guard let application = application(number), let event = event(number) else { return nil }
            return Case(application: application, call: calls[number % calls.count], event: event)
        }
    }

    /// The application of a case, and the event of it, have the same number.
    static func application(_ number: Int) -> GrantApplication.ID? { .init(text(number)) }
    static func event(_ number: Int) -> Event.ID? { .init(text(number)) }

    private static func text(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
    }

    private static let id = "('00000000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid"
    private static let isCopy = "id::text LIKE '00000000-0000-4000-8000-%'"

    private static func events(_ count: Int, like model: Case) -> String {
        """
        INSERT INTO events (id, calendar_uid, host_library_id, title, kind, starts_at, ends_at, attendance, venue_name,
                            venue_municipality_code, capacity, seats_any, invitation_scope, invitation_state, created_by)
        SELECT \(id), 'race ' || number, host_library_id, title, kind, starts_at, ends_at, attendance, venue_name,
               venue_municipality_code, capacity, seats_any, invitation_scope, invitation_state, created_by
          FROM events, generate_series(1, \(count)) AS number
         WHERE id = '\(model.event)'
        """
    }

    private static func applications(_ count: Int, like model: Case, in calls: [Call.ID]) -> String {
        """
        INSERT INTO grant_applications (id, call_id, library_id, title, purpose, requested_amount, status, version,
                                        registry_number, submitted_by, submitted_at, case_officer_id, created_by)
        SELECT \(id), (ARRAY[\(calls.map { "'\($0)'" }.joined(separator: ", "))]::uuid[])[1 + number % \(calls.count)],
               library_id, title, purpose, requested_amount, status, version, 'RACE ' || number, submitted_by,
               submitted_at, case_officer_id, created_by
          FROM grant_applications, generate_series(1, \(count)) AS number
         WHERE id = '\(model.application)'
        """
    }

    private static func parts(like model: Case) -> String {
        """
        INSERT INTO application_events (application_id, event_id, cost_share)
        SELECT id, id, requested_amount FROM grant_applications WHERE \(isCopy)
        """
    }

    private static func snapshots(like model: Case) -> String {
        """
        INSERT INTO application_snapshots (application_id, application_version, taken_at, content, content_hash)
        SELECT copy.id, snapshot.application_version, snapshot.taken_at, snapshot.content, snapshot.content_hash
          FROM grant_applications AS copy, application_snapshots AS snapshot
         WHERE copy.\(isCopy) AND snapshot.application_id = '\(model.application)'
        """
    }

    private static func recommendations(like model: Case) -> String {
        """
        INSERT INTO recommendations (application_id, application_version, outcome, amount, reasons, event_versions,
                                     recommended_by, recommended_at)
        SELECT copy.id, made.application_version, made.outcome, made.amount, made.reasons,
               jsonb_build_object(copy.id, 1), made.recommended_by,
               made.recommended_at
          FROM grant_applications AS copy, recommendations AS made
         WHERE copy.\(isCopy) AND made.application_id = '\(model.application)'
        """
    }
}
