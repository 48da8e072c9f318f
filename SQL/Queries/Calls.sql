-- columns: call
-- A call with the rule, the questions, the tracks and the rounds that it has now.
call.id, call.title, call.description, call.opens_at, call.closes_at, call.project_starts_on,
call.project_ends_on, call.budget, call.committed, call.maximum_amount, call.payment_mode, call.acceptance_needed,
call.report_days, call.payment_after_appeal, call.published_at, call.version,
call.texts, call.is_rolling, call.question_version,
(SELECT asked.questions FROM call_question_sets AS asked
  WHERE asked.call_id = call.id AND asked.version = call.question_version) AS questions,
(SELECT jsonb_agg(jsonb_build_object('id', track.id, 'name', track.name, 'englishName', track.english_name,
            'budget', track.budget, 'committed', track.committed, 'maximumAmount', track.maximum_amount)
            ORDER BY track.position)
   FROM call_tracks AS track WHERE track.call_id = call.id) AS tracks,
(SELECT jsonb_agg(jsonb_build_object('id', round.id,
            'opensAt', (extract(epoch FROM round.opens_at) * 1000000)::bigint,
            'closesAt', (extract(epoch FROM round.closes_at) * 1000000)::bigint,
            'decisionExpectedOn', round.decision_expected_on) ORDER BY round.opens_at)
   FROM call_rounds AS round WHERE round.call_id = call.id) AS rounds,
call.rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others, rule.maximum_own_share,
rule.others_pay_no_more, rule.calendar_is_channel, rule.one_grant_per_event, rule.days_to_reply,
rule.costs_without_event, call.outcomes_told_at, call.appeal, call.report_due_on,
CASE WHEN call.outcomes_told_at > clock_timestamp() THEN coalesce((
         SELECT sum(given.amount - given.released) FROM grants AS given WHERE given.call_id = call.id
             AND given.state <> 'ended'), 0)
     ELSE 0 END::bigint AS untold

-- name: get
SELECT :call_columns
  FROM calls AS call
  JOIN call_rules AS rule ON rule.call_id = call.id AND rule.version = call.rule_version
 WHERE call.id = :id;

-- name: lock
-- Holds the call, and with it its money, until the transaction ends.
SELECT id
  FROM calls
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: list
-- The calls, those that close last first. Unpublished ones only where :with_drafts.
SELECT :call_columns
  FROM calls AS call
  JOIN call_rules AS rule ON rule.call_id = call.id AND rule.version = call.rule_version
 WHERE :with_drafts::boolean OR call.published_at IS NOT NULL
 ORDER BY call.closes_at DESC, call.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM calls
 WHERE :with_drafts::boolean OR published_at IS NOT NULL;

-- name: insert
INSERT INTO calls (id, region_id, title, description, opens_at, closes_at, project_starts_on, project_ends_on, budget,
                   maximum_amount, payment_mode, acceptance_needed, report_days, payment_after_appeal, texts,
                   is_rolling, rule_version, created_by)
SELECT :id, region.id, :title, :description, :opens_at, :closes_at, :project_starts_on::date, :project_ends_on::date,
       :budget, :maximum_amount::bigint, :payment_mode, :acceptance_needed, :report_days, :payment_after_appeal,
       :texts, :is_rolling, :rule_version, :created_by
  FROM regions AS region
 ORDER BY region.slug
 LIMIT 1;

-- name: update
-- Writes the call and moves its version. Only for one that is locked.
UPDATE calls
   SET title = :title, description = :description, opens_at = :opens_at, closes_at = :closes_at,
       project_starts_on = :project_starts_on, project_ends_on = :project_ends_on, budget = :budget,
       maximum_amount = :maximum_amount, payment_mode = :payment_mode, acceptance_needed = :acceptance_needed,
       report_days = :report_days, payment_after_appeal = :payment_after_appeal, texts = :texts,
       is_rolling = :is_rolling, rule_version = :rule_version, version = version + 1
 WHERE id = :id;

-- name: insertRule
INSERT INTO call_rules (call_id, version, invite, notice_days, minimum_seats_for_others, maximum_own_share,
                        others_pay_no_more, calendar_is_channel, one_grant_per_event, days_to_reply,
                        costs_without_event)
VALUES (:call_id, :version, :invite, :notice_days, :minimum_seats_for_others, :maximum_own_share, :others_pay_no_more,
        :calendar_is_channel, :one_grant_per_event, :days_to_reply, :costs_without_event);

-- name: insertTracks
-- The tracks in their order, as arrays of one length.
INSERT INTO call_tracks (id, call_id, position, name, english_name, budget, maximum_amount)
SELECT track.id, :call_id, track.position, track.name, track.english_name, track.budget,
       nullif(track.maximum_amount, 0)
  FROM unnest(:ids::uuid[], :names::text[], :english_names::text[], :budgets::bigint[], :maximum_amounts::bigint[])
       WITH ORDINALITY AS track (id, name, english_name, budget, maximum_amount, position);

-- name: clearTracks
DELETE FROM call_tracks
 WHERE call_id = :call_id;

-- name: insertRound
INSERT INTO call_rounds (id, call_id, opens_at, closes_at, decision_expected_on)
VALUES (:id, :call_id, :opens_at, :closes_at, :decision_expected_on);

-- name: clearRounds
DELETE FROM call_rounds
 WHERE call_id = :call_id;

-- name: insertQuestions
INSERT INTO call_question_sets (call_id, version, questions, recorded_by)
VALUES (:call_id, :version, :questions, :recorded_by);

-- name: latestQuestionVersion
-- The newest version of a call's questions, be it another that it has now; 0 where there is none.
SELECT coalesce(max(version), 0) AS version
  FROM call_question_sets
 WHERE call_id = :call_id;

-- name: askQuestions
-- Only for a call that is locked.
UPDATE calls
   SET question_version = :question_version, version = version + 1
 WHERE id = :id;

-- name: questions
-- One version of a call's questions.
SELECT version, questions
  FROM call_question_sets
 WHERE call_id = :call_id AND version = :version;

-- name: publish
UPDATE calls
   SET status = 'published', published_at = :published_at, version = version + 1
 WHERE id = :id AND status = 'draft';

-- name: commitMoney
-- Takes the sum out of the call's budget, or gives a negative one back; the constraint grants_stay_within_call_budget
-- refuses what is not there.
UPDATE calls
   SET committed = committed + :amount
 WHERE id = :id;

-- name: rule
-- One version of a call's rule, with the project period as it is now.
SELECT rule.version AS rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others,
       rule.maximum_own_share, rule.others_pay_no_more, rule.calendar_is_channel, rule.one_grant_per_event,
       rule.days_to_reply, rule.costs_without_event
  FROM call_rules AS rule
 WHERE rule.call_id = :call_id AND rule.version = :version;

-- name: applications
-- What has been asked for in a call, and what was granted of it; the latest change first.
SELECT application.id, application.registry_number, application.title, application.status,
       application.requested_amount, library.name AS library_name, award.amount AS granted
  FROM grant_applications AS application
  JOIN libraries AS library ON library.id = application.library_id
  LEFT JOIN decisions AS decision ON decision.application_id = application.id AND decision.superseded_at IS NULL
  LEFT JOIN grants AS award ON award.decision_id = decision.id
 WHERE application.call_id = :call_id AND application.submitted_at IS NOT NULL
 ORDER BY application.changed_at DESC, application.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: applicationTotals
-- How many applications that is, and what those ask for whose cases are :open.
SELECT count(*) AS total,
       coalesce(sum(requested_amount) FILTER (WHERE status = ANY (:open::text[])), 0)::bigint AS amount
  FROM grant_applications
 WHERE call_id = :call_id AND submitted_at IS NOT NULL;

-- name: board
-- The money of the calls, or of :call_id alone, the last to close first, each before its tracks. All sums are made
-- here, in whole öre: what is committed, paid, applied for by all that were received, and asked for by those whose
-- cases are :open.
WITH shown AS (
    SELECT call.id, call.title, call.closes_at, call.budget, call.committed
      FROM calls AS call
     WHERE :call_id::uuid IS NULL OR call.id = :call_id
     ORDER BY call.closes_at DESC, call.id
     LIMIT :limit::bigint OFFSET :offset::bigint
), parts AS (
    SELECT shown.id AS call_id, NULL::uuid AS track_id, shown.title AS name, '' AS english_name, 0 AS position,
           shown.budget, shown.committed
      FROM shown
     UNION ALL
    SELECT track.call_id, track.id, track.name, track.english_name, track.position, track.budget, track.committed
      FROM call_tracks AS track
      JOIN shown ON shown.id = track.call_id
)
SELECT part.call_id, part.track_id, part.name, part.english_name, part.budget, part.committed,
       part.budget - part.committed AS free, sums.applications, sums.applied_for, sums.asked_for, sums.paid,
       coalesce(round(10000.0 * sums.paid / nullif(part.budget, 0)), 0)::bigint AS spent_share,
       coalesce(round(10000.0 * part.committed / nullif(part.budget, 0)), 0)::bigint AS committed_share
  FROM parts AS part
  JOIN shown ON shown.id = part.call_id
 CROSS JOIN LATERAL (
       SELECT count(*) AS applications, coalesce(sum(application.requested_amount), 0)::bigint AS applied_for,
              coalesce(sum(application.requested_amount) FILTER (WHERE application.status = ANY (:open::text[])),
              0)::bigint
                  AS asked_for,
              coalesce(sum(paid.amount), 0)::bigint AS paid
         FROM grant_applications AS application
         -- One that was decided anew has several grants.
        CROSS JOIN LATERAL (
              SELECT sum(paid.amount) AS amount
                FROM grants AS award
                JOIN paid_of_grants AS paid ON paid.grant_id = award.id
               WHERE award.application_id = application.id) AS paid
        WHERE application.call_id = part.call_id AND application.submitted_at IS NOT NULL
          AND (part.track_id IS NULL OR application.track_id = part.track_id)) AS sums
 ORDER BY shown.closes_at DESC, shown.id, part.position;

-- name: awards
-- Everything that was granted and may be known, the latest first: here, and before this service existed, as the region
-- published it. What a library has declined, and what was revoked, is no award.
SELECT award.year, award.awarded_at, award.scheme, award.grantee, award.purpose, award.amount, award.source
  FROM (SELECT to_char(given.awarded_at AT TIME ZONE 'Europe/Stockholm', 'YYYY') AS year, given.awarded_at,
               call.title AS scheme, library.name AS grantee, application.title AS purpose, given.amount,
               NULL::text AS source, given.id
          FROM grants AS given
          JOIN grant_applications AS application ON application.id = given.application_id
          JOIN libraries AS library ON library.id = given.library_id
          JOIN calls AS call ON call.id = given.call_id
          LEFT JOIN decisions AS decision ON decision.id = given.decision_id
         WHERE decision.superseded_at IS NULL AND given.state <> 'ended' AND NOT is_untold(given.application_id)
         UNION ALL
        SELECT earlier.year, NULL, earlier.scheme, earlier.grantee, earlier.purpose, earlier.amount, earlier.source,
               earlier.id
          FROM earlier_awards AS earlier) AS award
 ORDER BY award.awarded_at DESC NULLS LAST, award.year DESC, award.grantee COLLATE "sv-x-icu", award.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: awardTotals
SELECT count(*) AS total, coalesce(sum(award.amount), 0)::bigint AS amount
  FROM (SELECT given.amount
          FROM grants AS given
          LEFT JOIN decisions AS decision ON decision.id = given.decision_id
         WHERE decision.superseded_at IS NULL AND given.state <> 'ended' AND NOT is_untold(given.application_id)
         UNION ALL
        SELECT earlier.amount FROM earlier_awards AS earlier) AS award;
