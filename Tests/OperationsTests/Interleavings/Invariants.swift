import Postgres

/// What must be so after every commit, asked of the rows alone and of nothing that a guard keeps.
enum Invariants {
    /// How often each is broken now; those that hold are not named.
    static func broken(_ database: some Querying) async throws -> [String: Int] {
        let rows = try await database.rows(Query(name: "Invariants.broken", text: text))
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["name"], try $0["times"]) })
    }

    /// How many transactions of this database wait for a lock. Asked of the locks: `pg_stat_activity` tells of one who
    /// was given it as waiting until they run again.
    static func waitingForLocks(_ database: some Querying) async throws -> Int {
        try await database.value(
            Query(
                name: "Invariants.waiting",
                text: """
                    SELECT count(DISTINCT held.pid) AS waiting
                      FROM pg_locks AS held
                      JOIN pg_stat_activity AS activity ON activity.pid = held.pid
                     WHERE NOT held.granted AND activity.datname = current_database()
                    """), column: "waiting") ?? 0
    }

    private static let text: StaticString = """
        SELECT name, count(*) AS times FROM (
            SELECT 'funded_event_invites_region' AS name
              FROM conditions AS condition
              JOIN events AS event ON event.id = condition.event_id
             WHERE condition.state IN ('held', 'cured')
               AND (event.invitation_scope = 'own' OR event.status <> 'published'
                    OR event.seats_others + event.seats_any < 5 OR event.price_others > event.price_own
                    OR event.invitation_state <> 'published'
                    OR event.invitation_scope = 'list' AND cardinality(event.invited_library_ids) < 32)
            UNION ALL
            SELECT 'approved_application_has_a_grant'
              FROM grant_applications AS application
             WHERE (status IN ('approved', 'approved-partially'))
                   <> EXISTS (SELECT FROM grants AS award WHERE award.application_id = application.id)
            UNION ALL
            SELECT 'one_decision_per_application'
              FROM grant_applications AS application
             WHERE (status IN ('approved', 'approved-partially', 'rejected', 'dismissed'))
                   <> EXISTS (SELECT FROM decisions AS decision WHERE decision.application_id = application.id)
            UNION ALL
            SELECT 'grants_stay_within_call_budget'
              FROM calls AS call
             WHERE (SELECT coalesce(sum(amount - released), 0) FROM grants AS award
                     WHERE award.call_id = call.id AND award.state <> 'ended') <> call.committed
                OR call.committed > call.budget
            UNION ALL
            SELECT 'breached_condition_has_its_breach'
              FROM conditions AS condition
             WHERE condition.state = 'breached'
               AND NOT EXISTS (SELECT FROM payment_holds AS hold
                                WHERE hold.grant_id = condition.grant_id AND hold.released_at IS NULL)
            UNION ALL
            SELECT 'grants_stay_within_track_budget'
              FROM call_tracks AS track
             WHERE track.committed > track.budget
            UNION ALL
            SELECT 'one_grant_per_event'
              FROM (SELECT condition.event_id
                      FROM conditions AS condition
                      JOIN grants AS award ON award.id = condition.grant_id AND award.state <> 'ended'
                     WHERE condition.state NOT IN ('frustrated', 'not-applicable')
                     GROUP BY condition.event_id
                    HAVING count(*) > 1) AS twice
            UNION ALL
            SELECT 'event_is_in_one_case'
              FROM (SELECT share.event_id
                      FROM application_events AS share
                      JOIN grant_applications AS application ON application.id = share.application_id
                     WHERE application.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
                     GROUP BY share.event_id
                    HAVING count(*) > 1) AS twice
            UNION ALL
            SELECT 'case_officer_is_impartial'
              FROM decisions AS decision
              JOIN declared_conflicts AS conflict
                ON conflict.application_id = decision.application_id AND conflict.person_id = decision.decided_by
               AND conflict.declared_at < decision.decided_at
             WHERE conflict.lifted_at IS NULL
        ) AS broken
         GROUP BY name
        """
}
