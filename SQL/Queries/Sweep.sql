-- name: standStill
-- From here to its end the transaction sees one moment, so that what changes meanwhile is no fault. First of all.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;

-- name: eventsToJudge
-- The events whose mark somebody may rely on: those with a condition, and those that one can still come to.
SELECT event.id
  FROM events AS event
 WHERE event.status = 'published' AND event.ends_at > now()
    OR EXISTS (SELECT FROM conditions AS condition WHERE condition.event_id = event.id)
 ORDER BY event.id;

-- name: faultsOfEvents
-- The invariants of some events, each event asked once. The rule is dear, so that no statement asks it of all of them.
WITH judged AS MATERIALIZED (
    SELECT event.id, event.invites_region, event_faults(event) AS faults
      FROM events AS event
     WHERE event.id = ANY (:events::uuid[])
)
SELECT 'held_condition_has_an_inviting_event' AS invariant, condition.id AS subject_id,
       'event ' || judged.id || ': ' || array_to_string(judged.faults, ', ') AS detail
  FROM judged
  JOIN conditions AS condition ON condition.event_id = judged.id
 WHERE condition.state IN ('held', 'cured') AND judged.faults <> '{}'
UNION ALL
SELECT 'held_condition_has_an_inviting_event', condition.id,
       'event ' || event.id || ': ' || string_agg(broken.fault, ', ' ORDER BY broken.fault)
  FROM conditions AS condition
  JOIN events AS event ON event.id = condition.event_id
 CROSS JOIN LATERAL unforgiven_faults(condition, event) AS broken (fault)
 WHERE condition.event_id = ANY (:events::uuid[]) AND condition.waived_version IS NOT NULL
 GROUP BY condition.id, event.id
UNION ALL
SELECT 'event_says_whether_it_invites_region', judged.id, 'stored ' || judged.invites_region
    || ' is not what the row says'
  FROM judged
 WHERE judged.invites_region <> (judged.faults = '{}')
 ORDER BY 1, 2;

-- name: findings
-- Every invariant of docs/rules.md that is broken right now, but for those of events, each with what it is about.
-- Guards off or on, rows changed by hand or not: this looks at the rows alone.
SELECT 'approved_application_has_a_grant' AS invariant, application.id AS subject_id,
       'status ' || application.status AS detail
  FROM grant_applications AS application
 WHERE (application.status IN ('approved', 'approved-partially'))
    <> EXISTS (SELECT FROM grants
                 LEFT JOIN decisions AS decision ON decision.id = grants.decision_id
                WHERE grants.application_id = application.id AND decision.superseded_at IS NULL)
UNION ALL
SELECT 'superseded_decision_was_reopened', decision.id, 'superseded ' || decision.superseded_at
  FROM decisions AS decision
 WHERE (decision.superseded_at IS NOT NULL) <> EXISTS (
           SELECT FROM reopenings WHERE reopenings.decision_id = decision.id)
    OR decision.superseded_at IS NOT NULL AND EXISTS (
           SELECT FROM grants WHERE grants.decision_id = decision.id AND grants.state <> 'ended')
UNION ALL
SELECT 'decision_has_its_letter', decision.id, 'number ' || decision.number
  FROM decisions AS decision
  JOIN decision_documents AS letter ON letter.decision_id = decision.id
  LEFT JOIN document_prints AS print ON print.document_id = letter.id
 WHERE letter.content_hash <> sha256(convert_to(letter.content, 'UTF8'))
    OR print.pdf_hash <> sha256(print.pdf)
UNION ALL
SELECT 'registry_numbers_have_no_gaps', md5('registry_series ' || series.year)::uuid,
       series.year || ': ' || series.last_number || ' given, ' || count(received.id) || ' kept'
  FROM registry_series AS series
  LEFT JOIN grant_applications AS received ON received.registry_number LIKE 'SAM ' || series.year || '/%'
 GROUP BY series.year, series.last_number
HAVING count(received.id) <> series.last_number
UNION ALL
SELECT 'decision_numbers_have_no_gaps', md5('decision_series ' || series.year)::uuid,
       series.year || ': ' || series.last_number || ' given, ' || count(given.number) || ' kept'
  FROM decision_series AS series
  LEFT JOIN (SELECT number FROM decisions UNION SELECT number FROM decision_documents) AS given
    ON given.number LIKE 'BES ' || series.year || '/%'
 GROUP BY series.year, series.last_number
HAVING count(given.number) <> series.last_number
UNION ALL
SELECT 'grant_has_a_condition_per_event', award.id, 'an event has no condition'
  FROM grants AS award
  JOIN application_events AS share ON share.application_id = award.application_id
 WHERE award.state <> 'ended' AND NOT EXISTS (
       SELECT FROM conditions WHERE conditions.grant_id = award.id AND conditions.event_id = share.event_id)
UNION ALL
SELECT 'breached_condition_holds_payment', condition.id, 'no open payment hold'
  FROM conditions AS condition
 WHERE condition.state = 'breached' AND NOT EXISTS (
       SELECT FROM breaches AS breach
         JOIN payment_holds AS hold ON hold.breach_id = breach.id AND hold.released_at IS NULL
        WHERE breach.condition_id = condition.id AND breach.closed_at IS NULL)
UNION ALL
SELECT 'released_condition_has_its_cause', condition.id, 'state ' || condition.state
  FROM conditions AS condition
  JOIN events AS event ON event.id = condition.event_id
 WHERE condition.state NOT IN ('held', 'breached')
   AND NOT EXISTS (SELECT FROM breaches AS breach WHERE breach.condition_id = condition.id)
   AND NOT (condition.state = 'discharged' AND event.ends_at <= now())
   AND NOT (condition.state IN ('enforced', 'not-applicable') AND (is_succeeded(condition) OR EXISTS (
           SELECT FROM grants AS award
            WHERE award.id = condition.grant_id AND award.state IN ('ended', 'repayment-demanded', 'closed'))))
UNION ALL
SELECT 'released_condition_has_its_cause', condition.id, 'waived, and binds on no more'
  FROM conditions AS condition
 WHERE condition.state = 'waived' AND condition.waived_version IS NULL AND binds_on(condition)
   AND EXISTS (SELECT FROM breaches AS breach WHERE breach.condition_id = condition.id)
UNION ALL
SELECT 'ended_grant_has_its_cause', award.id, 'not declined, revoked or decided anew, or its money is out'
  FROM grants AS award
 WHERE award.state = 'ended' AND NOT has_cause_to_end(award)
UNION ALL
SELECT 'granted_amount_adds_up', award.id,
       'decided ' || decided_amount(award) || ', granted ' || award.amount || ', shared ' || sum(condition.cost_share)
  FROM grants AS award
  JOIN conditions AS condition ON condition.grant_id = award.id
 WHERE award.decision_id IS NOT NULL
 GROUP BY award.id
HAVING decided_amount(award) IS DISTINCT FROM award.amount OR award.amount <> sum(condition.cost_share)
UNION ALL
SELECT 'grant_stands_as_decided', award.id, 'state ' || award.state
  FROM grants AS award
 WHERE award.state = 'repayment-demanded' AND NOT EXISTS (
           SELECT FROM grant_decisions AS decided WHERE decided.grant_id = award.id
               AND decided.kind = 'repayment-demand')
    OR award.state <> 'ended' AND EXISTS (
           SELECT FROM grant_decisions AS decided WHERE decided.grant_id = award.id AND decided.kind = 'revocation'
              AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                               WHERE reopened.document_id = decided.document_id))
    OR award.state IN ('awarded', 'active', 'change-requested', 'reported', 'settled')
       AND (award.state = 'change-requested') <> EXISTS (
           SELECT FROM change_requests AS change
             LEFT JOIN change_withdrawals AS withdrawal ON withdrawal.change_id = change.id
            WHERE change.grant_id = award.id AND withdrawal.change_id IS NULL
              AND NOT EXISTS (SELECT FROM deciding(change.id)))
    OR EXISTS (
           SELECT FROM grant_decisions AS decided
             LEFT JOIN settlement_confirmations AS confirmation ON confirmation.document_id = decided.document_id
             LEFT JOIN report_settlements AS settled ON settled.id = confirmation.settlement_id
            WHERE decided.grant_id = award.id
              AND (decided.kind = 'repayment-demand' OR decided.kind = 'report-settlement'
                  AND settled.claimed IS DISTINCT FROM 0)
              AND NOT EXISTS (SELECT FROM claims AS claim WHERE claim.document_id = decided.document_id))
UNION ALL
SELECT 'repayments_cover_the_claim', claim.id,
       'claim of ' || claim.amount || ', ' || claim.state || ', covered ' || coalesce(sum(entry.amount), 0)
  FROM claims AS claim
  LEFT JOIN claim_entries AS entry ON entry.claim_id = claim.id
 GROUP BY claim.id
HAVING coalesce(sum(entry.amount), 0) > claim.amount
    OR claim.state <> 'released' AND (claim.state = 'due') = (coalesce(sum(entry.amount), 0) = claim.amount)
    OR (claim.state = 'released') <> EXISTS (
           SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = claim.document_id)
UNION ALL
SELECT 'withheld_stays_within_share', condition.id,
       'share ' || condition.cost_share || ', withheld ' || withheld_of(condition.id)
  FROM conditions AS condition
 WHERE withheld_of(condition.id) > condition.cost_share
UNION ALL
SELECT 'call_money_adds_up', call.id,
       'committed ' || call.committed || ', bound by grants ' || coalesce(sum(award.amount - award.released), 0)
  FROM calls AS call
  LEFT JOIN grants AS award ON award.call_id = call.id AND award.state <> 'ended'
 GROUP BY call.id
HAVING call.committed <> coalesce(sum(award.amount - award.released), 0)
UNION ALL
SELECT 'call_money_adds_up', award.id, 'released ' || award.released || ', withheld ' || award.amount
    - payable(award.id)
  FROM grants AS award
  LEFT JOIN paid_of_grants AS paid ON paid.grant_id = award.id
 WHERE award.state IN ('awarded', 'active', 'change-requested', 'reported')
   AND award.amount - award.released <> greatest(payable(award.id), paid.amount)
UNION ALL
SELECT 'payments_stay_within_grant', award.id, 'granted ' || award.amount || ', in payments ' || sum(payment.amount)
  FROM grants AS award
  JOIN payments AS payment ON payment.grant_id = award.id AND payment.state <> 'cancelled'
 GROUP BY award.id
HAVING sum(payment.amount) > award.amount + owed_to_library(award.id)
UNION ALL
SELECT 'no_breach_stands', payment.id, 'paid although a breach stood'
  FROM payments AS payment
  LEFT JOIN payment_batch_lines AS line ON line.payment_id = payment.id AND line.attempt = payment.attempt
  LEFT JOIN payment_batches AS batch ON batch.id = line.batch_id
  JOIN payment_holds AS hold ON hold.grant_id = payment.grant_id
 -- It left when it was taken out to the bank, else when it was paid by hand.
 CROSS JOIN LATERAL (SELECT coalesce(batch.made_at, payment.paid_at) AS at) AS departure
 WHERE payment.state IN ('exported', 'paid') AND hold.placed_at <= departure.at
   AND (hold.released_at IS NULL OR hold.released_at > departure.at)
UNION ALL
SELECT 'accepted_grant_is_in_force', award.id, 'state ' || award.state || ', and nobody has accepted it'
  FROM grants AS award
  JOIN calls AS call ON call.id = award.call_id
 WHERE award.state NOT IN ('awarded', 'ended') AND call.acceptance_needed
   AND NOT EXISTS (SELECT FROM grant_acceptances WHERE grant_acceptances.grant_id = award.id)
UNION ALL
SELECT 'track_money_adds_up', track.id,
       'committed ' || track.committed || ', bound by grants ' || coalesce(sum(award.amount - award.released), 0)
  FROM call_tracks AS track
  LEFT JOIN grant_applications AS application ON application.track_id = track.id
  LEFT JOIN grants AS award ON award.application_id = application.id AND award.state <> 'ended'
 GROUP BY track.id
HAVING track.committed <> coalesce(sum(award.amount - award.released), 0)
UNION ALL
SELECT 'conditions_are_settled', award.id, 'closed, and a condition is ' || min(condition.state)
  FROM grants AS award
  JOIN conditions AS condition ON condition.grant_id = award.id
   AND (condition.state IN ('held', 'cured', 'breached', 'frustrated') OR condition.waived_version IS NOT NULL)
 WHERE award.state = 'closed'
 GROUP BY award.id
UNION ALL
SELECT 'nothing_is_owed', award.id, 'closed, and ' || count(*) || ' claims are due'
  FROM grants AS award
  JOIN claims AS claim ON claim.grant_id = award.id AND claim.state = 'due'
 WHERE award.state = 'closed'
 GROUP BY award.id
UNION ALL
SELECT 'discharged_condition_has_its_evidence', condition.id, 'nobody has accepted its evidence'
  FROM conditions AS condition
 WHERE condition.state = 'discharged'
   AND NOT EXISTS (SELECT FROM accepted_evidence AS evidence WHERE evidence.condition_id = condition.id)
UNION ALL
SELECT 'reported_grant_has_its_report', award.id, 'state ' || award.state || ', and no report stands'
  FROM grants AS award
 WHERE award.state IN ('reported', 'settled') AND NOT EXISTS (
       SELECT FROM grant_reports AS report
        WHERE report.grant_id = award.id AND NOT EXISTS (
              SELECT FROM report_returns AS returned WHERE returned.report_id = report.id))
UNION ALL
SELECT 'event_is_in_one_case', condition.event_id, count(*) || ' grants'
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id AND award.state <> 'ended'
 WHERE condition.state NOT IN ('frustrated', 'not-applicable')
 GROUP BY condition.event_id
HAVING count(*) > 1 AND bool_or(condition.only_grant)
UNION ALL
SELECT 'condition_keeps_its_terms', condition.id, 'its hosts are not those of version ' || condition.event_version
  FROM conditions AS condition
  JOIN event_versions AS history
    ON history.event_id = condition.event_id AND history.version = condition.event_version
 CROSS JOIN LATERAL jsonb_populate_record(NULL::events, history.facts) AS past
 WHERE NOT (event_hosts(past) <@ condition.hosts AND condition.hosts <@ event_hosts(past))
UNION ALL
SELECT 'four_eyes_decide', decision.id, 'the one who decided took part in it, or the one who is named never recommended'
  FROM decisions AS decision
 WHERE decision.decided_by = decision.recommended_by
    OR EXISTS (
       SELECT FROM preparations(decision.application_id) AS made
        WHERE made.person_id = decision.decided_by AND made.made_at <= decision.decided_at)
    OR decision.outcome <> 'dismissed' AND NOT EXISTS (
       SELECT FROM recommendations AS made
        WHERE made.application_id = decision.application_id AND made.recommended_by = decision.recommended_by)
UNION ALL
SELECT 'four_eyes_decide', later.id, later.what || ' by one who had prepared the case'
  FROM (SELECT 'reopened' AS what, reopening.document_id AS id, decision.application_id,
               reopening.reopened_by AS person_id, reopening.reopened_at AS decided_at
          FROM reopenings AS reopening JOIN decisions AS decision ON decision.id = reopening.decision_id
         UNION ALL
        SELECT decided.kind, decided.document_id, award.application_id, decided.decided_by, decided.decided_at
          FROM grant_decisions AS decided JOIN grants AS award ON award.id = decided.grant_id
         UNION ALL
        SELECT 'later decision reopened', reopened.paper_id, paper.application_id, reopened.reopened_by,
               reopened.reopened_at
          FROM later_reopenings AS reopened JOIN decision_documents AS paper ON paper.id = reopened.document_id
         UNION ALL
        SELECT settled.outcome, settled.id, award.application_id, settled.settled_by, settled.settled_at
          FROM settlements AS settled
          JOIN conditions AS condition ON condition.id = settled.condition_id
          JOIN grants AS award ON award.id = condition.grant_id
         WHERE settled.outcome <> 'frustrated'
         UNION ALL
        SELECT 'written off', entry.id, award.application_id, entry.recorded_by, entry.recorded_at
          FROM claim_entries AS entry
          JOIN claims AS claim ON claim.id = entry.claim_id
          JOIN grants AS award ON award.id = claim.grant_id
         WHERE entry.kind = 'written-off') AS later
 WHERE EXISTS (
       SELECT FROM preparations(later.application_id) AS made
        WHERE made.person_id = later.person_id AND made.made_at <= later.decided_at)
UNION ALL
SELECT 'two_persons_pay', payment.id, 'attested and paid, or taken out, by the same person'
  FROM payments AS payment
  LEFT JOIN payment_batch_lines AS line ON line.payment_id = payment.id AND line.attempt = payment.attempt
  LEFT JOIN payment_batches AS batch ON batch.id = line.batch_id
 WHERE payment.attested_by IN (payment.paid_by, batch.made_by)
UNION ALL
SELECT 'two_persons_end_a_library', change.id, 'registered and confirmed by the same person'
  FROM library_changes AS change
 WHERE change.confirmed_by = change.registered_by
UNION ALL
SELECT 'conflict_is_lifted_by_another', conflict.id, 'lifted by the one it is of, or who declared it'
  FROM declared_conflicts AS conflict
 WHERE conflict.lifted_by IN (conflict.person_id, conflict.declared_by)
UNION ALL
SELECT 'four_eyes_decide', confirmation.settlement_id, 'the one who confirmed the settlement took part in the case'
  FROM settlement_confirmations AS confirmation
  JOIN report_settlements AS confirmed ON confirmed.id = confirmation.settlement_id
  JOIN grant_reports AS report ON report.id = confirmed.report_id
  JOIN grants AS award ON award.id = report.grant_id
 WHERE EXISTS (
       SELECT FROM report_settlements AS proposed
         JOIN grant_reports AS other ON other.id = proposed.report_id
        WHERE other.grant_id = award.id AND proposed.proposed_by = confirmation.confirmed_by
          AND proposed.proposed_at <= confirmation.confirmed_at)
    OR EXISTS (
       SELECT FROM preparations(award.application_id) AS made
        WHERE made.person_id = confirmation.confirmed_by AND made.made_at <= confirmation.confirmed_at)
UNION ALL
SELECT 'case_officer_is_impartial', decision.id, 'the one who decided had declared a conflict of interest'
  FROM decisions AS decision
 WHERE EXISTS (
       SELECT FROM declared_conflicts AS conflict
        WHERE conflict.application_id = decision.application_id AND conflict.person_id = decision.decided_by
          AND conflict.declared_at < decision.decided_at
          AND (conflict.lifted_at IS NULL OR conflict.lifted_at > decision.decided_at))
UNION ALL
SELECT 'completion_is_asked_for', application.id, 'status ' || application.status
  FROM grant_applications AS application
 WHERE (application.status = 'completion-requested') <> EXISTS (
       SELECT FROM completion_requests AS request
        WHERE request.application_id = application.id AND request.ended_at IS NULL)
UNION ALL
SELECT 'snapshot_is_what_was_received', application.id, 'the snapshot is missing or its hash is another'
  FROM grant_applications AS application
 WHERE application.submitted_at IS NOT NULL
   AND (SELECT bool_and(snapshot.content_hash = sha256(convert_to(snapshot.content, 'UTF8')))
          FROM application_snapshots AS snapshot
         WHERE snapshot.application_id = application.id) IS NOT TRUE
 ORDER BY 1, 2;

-- name: held
-- The events whose conditions bind, with the rule each was given under: what the sweep asks the domain of again.
SELECT condition.id, condition.grant_id, condition.event_id, condition.state, condition.call_id, condition.rule_version,
       condition.minimum_invited, condition.hosts, condition.event_version, condition.waived, condition.promised_seats,
       award.library_id, award.application_id,
       call.project_starts_on, call.project_ends_on
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
  JOIN calls AS call ON call.id = condition.call_id
 WHERE condition.state IN ('held', 'cured') OR condition.waived_version IS NOT NULL
 ORDER BY condition.event_id, condition.id;

-- name: heldAtInstants
-- Of the conditions that bind, those of events of which an instant has come that the rule knows: when registration
-- opens and closes, its window opens and closes, the event begins and ends, its notice runs out, and mail should have
-- come.
SELECT condition.id, condition.grant_id, condition.event_id, condition.state, condition.call_id, condition.rule_version,
       condition.minimum_invited, condition.hosts, condition.event_version, condition.waived, condition.promised_seats,
       award.library_id, award.application_id,
       call.project_starts_on, call.project_ends_on
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
  JOIN calls AS call ON call.id = condition.call_id
  JOIN events AS event ON event.id = condition.event_id
  JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
 WHERE (condition.state IN ('held', 'cured') OR condition.waived_version IS NOT NULL)
   AND EXISTS (SELECT FROM unnest(ARRAY[
               event.starts_at, event.ends_at, event.registration_opens_at, event.registration_closes_at,
               event.registration_others_close_at, event.invitation_visible_from, event.invitation_visible_until,
               event.starts_at - make_interval(hours => 24 * rule.notice_days),
               first_read(event) + interval '72 hours']) AS own (instant)
                WHERE own.instant > :since::timestamptz AND own.instant <= :until::timestamptz)
 ORDER BY condition.event_id, condition.id;

-- name: windowsTurned
-- The events whose window has opened or closed meanwhile.
SELECT id
  FROM events
 WHERE status = 'published'
   AND (invitation_visible_from > :since::timestamptz AND invitation_visible_from <= :until::timestamptz
        OR invitation_visible_until > :since AND invitation_visible_until <= :until)
 ORDER BY id;

-- name: showAnew
-- What is true of these held events by their window alone is computed anew, and the calendar with it.
UPDATE events
   SET invites_region = invites_region
 WHERE id = ANY (:events::uuid[]);

-- name: logged
-- Those of the events whose invitation the calendar's log has as it stands (P9).
SELECT event.id
  FROM events AS event
 WHERE event.id = ANY (:events::uuid[]) AND invitation_is_logged(event);

-- name: pastOfConditions
-- Every state that the events of some conditions have been in since each was given, or was cured, and from when.
SELECT history.condition_id, history.recorded_at, past.id, past.calendar_uid, past.host_library_id,
       past.co_host_library_ids,
       past.confirmed_co_host_ids, past.title, past.kind, past.summary, past.description, past.starts_at, past.ends_at,
       past.all_day, past.attendance, past.venue_name, past.venue_street, past.venue_city,
       past.venue_municipality_code, past.online_url, past.recording_only, past.audience, past.themes, past.capacity,
       past.seats_own,
       past.seats_others, past.seats_any, past.registration_opens_at, past.registration_closes_at,
       past.registration_others_close_at, past.price_own, past.price_others, past.status, past.published_at,
       past.cancelled_at, past.cancellation_reason, past.invitation_scope, past.invitation_state,
       past.invited_library_ids, past.invited_branch_ids, past.invitation_published_at,
       past.invitation_visible_from, past.invitation_visible_until, past.invitation_publish_by,
       past.invites_region,
       past.sequence, past.version, past.created_at, past.changed_at, past.day_said_at
  FROM kept_versions AS history
 CROSS JOIN LATERAL jsonb_populate_record(NULL::events, history.facts) AS past
 WHERE history.condition_id = ANY (:conditions::uuid[])
 ORDER BY history.condition_id, history.version;

-- name: raise
-- One open alarm a subject and invariant, however often it is found.
INSERT INTO alarms (invariant, subject_id, detail)
VALUES (:invariant, :subject_id, :detail)
ON CONFLICT (invariant, subject_id) WHERE settled_at IS NULL DO NOTHING;

-- name: settle
-- Alarms whose fault was not found again.
UPDATE alarms
   SET settled_at = clock_timestamp()
 WHERE settled_at IS NULL AND NOT ((invariant || ' ' || subject_id) = ANY (:still_open::text[]));

-- name: openAlarms
SELECT id, invariant, subject_id, detail, raised_at
  FROM alarms
 WHERE settled_at IS NULL
 ORDER BY raised_at DESC, id
 LIMIT :limit::bigint;

-- name: claimChore
-- Whether this transaction may do a chore now: nobody else is at it, in any instance, until the transaction ends. It
-- may wait for as long as the chore takes in other transactions.
SELECT pg_try_advisory_xact_lock(hashtextextended('chore ' || :name::text, 0)) AS claimed,
       set_config('idle_in_transaction_session_timeout', '0', true) AS patience;

-- name: choreIsDue
-- Whether a chore was last done so many seconds ago, or never. Asked by whoever has claimed it.
SELECT NOT EXISTS (
       SELECT FROM chores
        WHERE name = :name
          AND finished_at > clock_timestamp() - make_interval(secs => :seconds::double precision)) AS is_due;

-- name: finishChore
INSERT INTO chores (name, finished_at)
VALUES (:name, clock_timestamp())
ON CONFLICT (name) DO UPDATE SET finished_at = excluded.finished_at;

-- name: reached
-- How far a chore that is done in parts has come.
SELECT reached
  FROM chores
 WHERE name = :name;

-- name: reach
INSERT INTO chores (name, finished_at, reached)
VALUES (:name, clock_timestamp(), :reached)
ON CONFLICT (name) DO UPDATE SET finished_at = excluded.finished_at, reached = excluded.reached;

-- name: forgetSessions
-- Sessions that ended, or have been idle, for so many days.
DELETE FROM sessions
 WHERE expires_at < clock_timestamp() - make_interval(hours => 24 * :days::integer)
    OR last_seen_at < clock_timestamp() - interval '12 hours' - make_interval(hours => 24 * :days::integer);

-- name: forgetTokens
-- Bearer tokens that ended so many days ago.
DELETE FROM access_tokens
 WHERE expires_at < clock_timestamp() - make_interval(hours => 24 * :days::integer);

-- name: forgetRequests
-- Idempotency keys that were answered so many days ago.
DELETE FROM answered_requests
 WHERE answered_at < clock_timestamp() - make_interval(hours => 24 * :days::integer);
