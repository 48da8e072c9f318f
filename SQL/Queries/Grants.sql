-- name: insert
INSERT INTO grants (id, application_id, decision_id, call_id, library_id, amount, awarded_at)
VALUES (:id, :application_id, :decision_id, :call_id, :library_id, :amount, :awarded_at);

-- name: insertCondition
INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts, held_since)
VALUES (:grant_id, :event_id, :cost_share, :call_id, :rule_version, :minimum_invited, :hosts, :held_since);

-- name: list
-- The grants, with their payment hold: of one application, of these libraries as far as they may know, or all that the
-- region has given.
SELECT award.id, award.application_id, award.call_id, award.library_id, award.amount, award.released, award.state,
       award.awarded_at,
       (SELECT decision.amount FROM decisions AS decision WHERE decision.id = award.decision_id) AS decided,
       award.version, call.payment_mode, call.acceptance_needed, call.report_days, call.payment_after_appeal,
       EXISTS (SELECT FROM payment_holds AS hold WHERE hold.grant_id = award.id AND hold.released_at IS NULL)
           AS payment_hold,
       report_due_on(award.id) AS report_due_on, report_is_overdue(award.id) AS report_is_overdue,
       award.state IN ('active', 'change-requested') AND EXISTS (
           SELECT FROM grant_reports AS report JOIN report_returns AS returned ON returned.report_id = report.id
            WHERE report.grant_id = award.id) AS report_is_returned,
       decision_is_annulled(award.id) AS decision_is_annulled, has_ended(award.library_id) AS recipient_has_ended,
       award.closed_on, award.keep_until,
       (SELECT rule.decision FROM retention_rules AS rule WHERE rule.id = award.retention_rule_id)
           AS disposal_decision
  FROM grants AS award
  JOIN calls AS call ON call.id = award.call_id
 WHERE (:all::boolean OR award.library_id = ANY (:libraries::uuid[]) AND NOT is_untold(award.application_id))
   AND (:application_id::uuid IS NULL OR award.application_id = :application_id)
   AND (:id::uuid IS NULL OR award.id = :id)
   AND (:event_id::uuid IS NULL
        OR award.id IN (SELECT grant_id FROM conditions WHERE conditions.event_id = :event_id))
 ORDER BY award.awarded_at DESC, award.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM grants AS award
 WHERE (:all::boolean OR award.library_id = ANY (:libraries::uuid[]) AND NOT is_untold(award.application_id))
   AND (:application_id::uuid IS NULL OR award.application_id = :application_id)
   AND (:id::uuid IS NULL OR award.id = :id)
   AND (:event_id::uuid IS NULL
        OR award.id IN (SELECT grant_id FROM conditions WHERE conditions.event_id = :event_id));

-- name: lock
-- Holds a grant with its money until the transaction ends.
SELECT id
  FROM grants
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: setState
-- Its version moves with everything that is done with it. One that was closed and is not any more has no day of that.
UPDATE grants
   SET state = :state, version = version + 1, closed_on = CASE WHEN state <> 'closed' THEN closed_on END,
       keep_until = CASE WHEN state <> 'closed' THEN keep_until END,
       retention_rule_id = CASE WHEN state <> 'closed' THEN retention_rule_id END
 WHERE id = :id;

-- name: endConditions
-- What a grant that gives nothing more has asked for is asked for no longer.
UPDATE conditions
   SET state = 'not-applicable'
 WHERE grant_id = :grant_id
   AND (state IN ('held', 'cured', 'breached', 'frustrated') OR waived_version IS NOT NULL);

-- name: closeBreaches
UPDATE breaches
   SET closed_at = :at
 WHERE grant_id = :grant_id AND closed_at IS NULL;

-- name: releaseHolds
UPDATE payment_holds
   SET released_at = :at
 WHERE grant_id = :grant_id AND released_at IS NULL;

-- name: conditionsOf
SELECT id, grant_id, event_id, state, cost_share, successor_event_id, waived_version IS NOT NULL AS binds_on
  FROM conditions
 WHERE grant_id = ANY (:grants::uuid[])
 ORDER BY grant_id, event_id;

-- name: bindingConditions
-- The conditions that bind one event, held still, with the rule version that each was given under. The event is locked.
-- One that is broken binds on until the region has settled it: what the host changes further is to be told as well. So
-- does one of which something was waived.
SELECT condition.id, condition.grant_id, condition.event_id, condition.state, condition.call_id, condition.rule_version,
       condition.minimum_invited, condition.hosts, condition.event_version, condition.waived, condition.promised_seats,
       award.library_id, award.application_id,
       call.project_starts_on, call.project_ends_on
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
  JOIN calls AS call ON call.id = condition.call_id
 WHERE condition.event_id = :event_id
   AND (condition.state IN ('held', 'cured', 'breached') OR condition.waived_version IS NOT NULL)
 ORDER BY condition.id
   FOR NO KEY UPDATE OF condition;

-- name: keptBackConditions
-- What a grant would ask of an event in cases that were decided without one, and nobody may know yet: its host is asked
-- the same there, else the question would tell the outcome. With the terms of the day of the decision; once it has
-- deviated, as of one that is broken. The event is locked.
SELECT application.id, application.id AS grant_id, share.event_id,
       CASE WHEN EXISTS (SELECT FROM deviations WHERE deviations.event_id = share.event_id
                            AND deviations.reported_at >= decision.decided_at)
            THEN 'breached' ELSE 'held' END AS state,
       rule.call_id, rule.version AS rule_version,
       greatest(least(rule.invite, others.number), CASE WHEN rule.invite IS NULL THEN others.number ELSE 1 END)
           AS minimum_invited,
       event_hosts(past) AS hosts, past.version AS event_version, NULL::text[] AS waived,
       CASE WHEN past.capacity IS NOT NULL THEN past.seats_others + past.seats_any END AS promised_seats,
       application.library_id, application.id AS application_id, call.project_starts_on, call.project_ends_on
  FROM application_events AS share
  JOIN grant_applications AS application ON application.id = share.application_id
   AND application.status IN ('rejected', 'dismissed')
  JOIN calls AS call ON call.id = application.call_id
  JOIN call_rules AS rule ON rule.call_id = call.id AND rule.version = call.rule_version
 CROSS JOIN LATERAL untold_decision(application.id) AS decision
  JOIN event_versions AS history ON history.event_id = share.event_id
   AND history.version = (SELECT max(earlier.version) FROM event_versions AS earlier
                           WHERE earlier.event_id = share.event_id AND earlier.recorded_at <= decision.decided_at)
 CROSS JOIN LATERAL jsonb_populate_record(NULL::events, history.facts) AS past
 CROSS JOIN LATERAL (SELECT count(*) AS number FROM other_libraries(past, event_hosts(past))) AS others
 WHERE share.event_id = :event_id AND past.status = 'published' AND past.invitation_state = 'published'
 ORDER BY application.id;

-- name: conditionsOfApplication
-- The conditions of the grant that an application has by the decision that stands, in every state, with the rule
-- version that each was given under.
SELECT condition.id, condition.grant_id, condition.event_id, condition.state, condition.call_id, condition.rule_version,
       condition.minimum_invited, condition.hosts, condition.event_version, condition.waived, condition.promised_seats,
       award.library_id, award.application_id,
       call.project_starts_on, call.project_ends_on
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
  JOIN decisions AS decision ON decision.id = award.decision_id AND decision.superseded_at IS NULL
  JOIN calls AS call ON call.id = condition.call_id
 WHERE award.application_id = :application_id
 ORDER BY condition.event_id;

-- name: bindingConditionsOf
-- The same of one grant, by whichever decision.
SELECT condition.id, condition.grant_id, condition.event_id, condition.state, condition.call_id, condition.rule_version,
       condition.minimum_invited, condition.hosts, condition.event_version, condition.waived, condition.promised_seats,
       award.library_id, award.application_id,
       call.project_starts_on, call.project_ends_on
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
  JOIN calls AS call ON call.id = condition.call_id
 WHERE award.id = :grant_id
 ORDER BY condition.event_id;

-- name: setReleased
-- So much of a locked grant is the call's again.
UPDATE grants
   SET released = :released
 WHERE id = :id;

-- name: breachConditions
-- From here the composite foreign key lets the event close itself.
UPDATE conditions
   SET state = 'breached'
 WHERE id = ANY (:ids::uuid[]) AND (state IN ('held', 'cured') OR waived_version IS NOT NULL);

-- name: insertDeviation
INSERT INTO deviations (id, event_id, kind, reason, reported_by, reported_at, findings)
VALUES (:id, :event_id, :kind, :reason, :reported_by, :reported_at, :findings);

-- name: insertBreaches
-- One breach and one payment hold for each condition that is broken: by a deviation, as the region has found it, or by
-- a change of the libraries or of a joint board. The call's rule says how long the host has to answer; one that
-- deviates again while a breach is open has the time of that one, and gains none by it.
WITH broken AS (
    INSERT INTO breaches (condition_id, grant_id, deviation_id, ground, reasons, found_by, library_change_id,
                          library_board_id, breached_at, reply_due_at)
    SELECT condition.id, condition.grant_id, :deviation_id::uuid, :ground::text, :reasons::text, :found_by::uuid,
           :change_id::uuid, :board_id::uuid, :breached_at::timestamptz,
           least(:breached_at::timestamptz + make_interval(hours => 24 * rule.days_to_reply),
                 (SELECT min(earlier.reply_due_at) FROM breaches AS earlier
                   WHERE earlier.condition_id = condition.id AND earlier.closed_at IS NULL
                     AND :deviation_id::uuid IS NOT NULL))
      FROM conditions AS condition
      JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
     WHERE condition.id = ANY (:conditions::uuid[])
    RETURNING id, grant_id, breached_at
)
INSERT INTO payment_holds (breach_id, grant_id, placed_at)
SELECT id, grant_id, breached_at
  FROM broken;

-- name: deviations
-- The latest deviations: of one event, or of all.
SELECT deviation.id, deviation.event_id, deviation.kind, deviation.reason, deviation.reported_by,
       deviation.reported_at
  FROM deviations AS deviation
 WHERE :event_id::uuid IS NULL OR deviation.event_id = :event_id
 ORDER BY deviation.reported_at DESC, deviation.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countDeviations
SELECT count(*) AS total
  FROM deviations
 WHERE :event_id::uuid IS NULL OR event_id = :event_id;

-- name: openBreaches
-- What the region's desk must look at: every breach that is not closed, with the words that were given.
SELECT breach.id, breach.grant_id, breach.condition_id, breach.breached_at, breach.reply_due_at,
       coalesce(deviation.kind, breach.ground) AS kind, coalesce(deviation.reason, breach.reasons) AS reason,
       event.id AS event_id, event.title AS event_title, library.name AS library_name,
       award.application_id, application.registry_number, person.name AS reporter_name,
       (SELECT max(reply.replied_at)
          FROM breach_replies AS reply
         WHERE reply.condition_id = breach.condition_id AND reply.replied_at >= breach.breached_at) AS replied_at
  FROM breaches AS breach
  LEFT JOIN deviations AS deviation ON deviation.id = breach.deviation_id
  JOIN conditions AS condition ON condition.id = breach.condition_id
  JOIN events AS event ON event.id = condition.event_id
  JOIN grants AS award ON award.id = breach.grant_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
  JOIN people AS person ON person.id = coalesce(deviation.reported_by, breach.found_by)
 WHERE breach.closed_at IS NULL
 ORDER BY breach.breached_at DESC, breach.id
 LIMIT :limit::bigint;

-- name: breachesOf
-- The breaches of these grants' conditions, the oldest first.
SELECT breach.id, breach.grant_id, breach.condition_id, coalesce(deviation.kind, breach.ground) AS kind,
       coalesce(deviation.reason, breach.reasons) AS reason, breach.breached_at, breach.reply_due_at, breach.closed_at
  FROM breaches AS breach
  LEFT JOIN deviations AS deviation ON deviation.id = breach.deviation_id
 WHERE breach.grant_id = ANY (:grants::uuid[])
 ORDER BY breach.breached_at, breach.id;

-- name: repliesOf
-- What hosts have answered to the breaches of these grants' conditions, the oldest first.
SELECT reply.id, reply.condition_id, reply.reply, reply.replied_by, reply.replied_at
  FROM breach_replies AS reply
  JOIN conditions AS condition ON condition.id = reply.condition_id
 WHERE condition.grant_id = ANY (:grants::uuid[])
 ORDER BY reply.replied_at, reply.id;

-- name: insertReply
INSERT INTO breach_replies (id, condition_id, reply, replied_by, replied_at)
VALUES (:id, :condition_id, :reply, :replied_by, :replied_at);

-- name: isLogged
-- Whether the calendar's log has the invitation as it stands (P9).
SELECT invitation_is_logged(event) AS is_logged
  FROM events AS event
 WHERE event.id = :event_id;

-- name: otherClaims
-- The other cases that count on the events of an application (P13).
SELECT event_id, application_id, is_granted
  FROM other_claims(:application_id::uuid)
 ORDER BY event_id, application_id;
