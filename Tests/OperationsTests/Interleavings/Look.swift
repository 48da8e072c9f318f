import Postgres

/// What an onlooker sees after a commit: how often an invariant is broken, how far payments have come, and of which
/// grants a breach or an appeal holds them. One statement asks it all, since it is asked after every commit of every order.
struct Look: Sendable {
    /// How often each invariant is broken; those that hold are not named.
    private(set) var broken: [String: Int] = [:]
    private var held: Set<String> = []
    private var moving: Set<String> = []

    init(_ database: some Querying) async throws {
        for row in try await database.rows(Query(name: "Look.rows", text: Self.text)) {
            let (kind, name, times): (String, String, Int) = (try row["kind"], try row["name"], try row["times"])
            switch kind {
            case "broken": broken[name] = times
            case "hold": held.insert(name)
            default: moving.insert(name)
            }
        }
    }

    /// What is broken more often than it was.
    func broken(since earlier: Look) -> [String] {
        broken.filter { $0.value > earlier.broken[$0.key, default: 0] }.map(\.key)
    }

    /// Whether a payment has moved since, of a grant whose payments were held by then. Compared from commit to
    /// commit, it needs no time that anybody has written down.
    func movesMoneyThatIsHeld(since earlier: Look) -> Bool {
        moving.subtracting(earlier.moving).contains { line in
            earlier.held.contains(String(line.prefix(while: { $0 != " " })))
        }
    }

    private static let text: StaticString = """
        SELECT 'broken' AS kind, name, count(*) AS times FROM (
            SELECT 'funded_event_invites_region' AS name
              FROM conditions AS condition
              JOIN events AS event ON event.id = condition.event_id
             WHERE condition.state IN ('held', 'cured')
               AND (event.invitation_scope = 'own' OR event.status <> 'published'
                    OR event.seats_others + event.seats_any < 5 OR event.price_others > event.price_own
                    OR event.invitation_state <> 'published'
                    OR event.invitation_scope = 'list' AND cardinality(event.invited_library_ids) < condition.minimum_invited)
            UNION ALL
            SELECT 'approved_application_has_a_grant'
              FROM grant_applications AS application
             WHERE (status IN ('approved', 'approved-partially'))
                   <> EXISTS (SELECT FROM grants AS award
                                JOIN decisions AS decision ON decision.id = award.decision_id
                               WHERE award.application_id = application.id AND decision.superseded_at IS NULL)
            UNION ALL
            SELECT 'one_decision_per_application'
              FROM grant_applications AS application
             WHERE (status IN ('approved', 'approved-partially', 'rejected', 'dismissed'))
                   <> EXISTS (SELECT FROM decisions AS decision
                               WHERE decision.application_id = application.id AND decision.superseded_at IS NULL)
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
            UNION ALL
            SELECT 'ended_grant_lets_go_of_its_events'
              FROM conditions AS condition
              JOIN grants AS award ON award.id = condition.grant_id
             WHERE award.state = 'ended' AND condition.state IN ('held', 'cured')
            UNION ALL
            SELECT 'somebody_is_invited'
              FROM conditions AS condition
              JOIN events AS event ON event.id = condition.event_id
             WHERE condition.state IN ('held', 'cured') AND event.invitation_scope = 'list'
               AND NOT EXISTS (SELECT FROM libraries AS library
                                WHERE library.id = ANY (event.invited_library_ids)
                                  AND (library.valid_to IS NULL OR library.valid_to > current_date))
            UNION ALL
            SELECT 'claims_stay_within_what_was_paid'
              FROM grants AS award
             WHERE (SELECT coalesce(sum(amount), 0) FROM claims AS claim WHERE claim.grant_id = award.id)
                   > (SELECT coalesce(sum(amount), 0) FROM payments AS payment
                       WHERE payment.grant_id = award.id AND payment.state = 'paid')
        ) AS broken
         GROUP BY name
        UNION ALL
        SELECT DISTINCT 'hold', hold.grant_id::text, 1
          FROM payment_holds AS hold
         WHERE hold.released_at IS NULL
        UNION ALL
        SELECT DISTINCT 'hold', award.id::text, 1
          FROM grants AS award
          JOIN appeals AS appeal ON appeal.decision_id = award.decision_id
         WHERE appeal.document_id IS NULL AND appeal.ended_on IS NULL AND NOT appeal.is_late
        UNION ALL
        SELECT 'payment', concat_ws(' ', payment.grant_id, payment.id, payment.state), 1
          FROM payments AS payment
         WHERE payment.state IN ('requested', 'attested', 'paid')
        """
}
