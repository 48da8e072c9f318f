-- columns: call
-- A call with the rule that it has now.
call.id, call.title, call.description, call.opens_at, call.closes_at, call.project_starts_on,
call.project_ends_on, call.budget, call.committed, call.maximum_amount, call.payment_mode, call.acceptance_needed,
call.report_days, call.payment_after_appeal, call.published_at, call.version,
call.rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others, rule.maximum_own_share,
rule.others_pay_no_more, rule.calendar_is_channel, rule.one_grant_per_event, rule.days_to_reply,
call.outcomes_told_at, call.appeal, call.report_due_on,
CASE WHEN call.outcomes_told_at > clock_timestamp() THEN coalesce((
         SELECT sum(given.amount) FROM grants AS given WHERE given.call_id = call.id AND given.state <> 'ended'), 0)
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
                   maximum_amount, payment_mode, acceptance_needed, report_days, payment_after_appeal, rule_version,
                   created_by)
SELECT :id, region.id, :title, :description, :opens_at, :closes_at, :project_starts_on::date, :project_ends_on::date,
       :budget, :maximum_amount::bigint, :payment_mode, :acceptance_needed, :report_days, :payment_after_appeal,
       :rule_version, :created_by
  FROM regions AS region
 ORDER BY region.slug
 LIMIT 1;

-- name: update
-- Writes the call and moves its version. Only for one that is locked.
UPDATE calls
   SET title = :title, description = :description, opens_at = :opens_at, closes_at = :closes_at,
       project_starts_on = :project_starts_on, project_ends_on = :project_ends_on, budget = :budget,
       maximum_amount = :maximum_amount, payment_mode = :payment_mode, acceptance_needed = :acceptance_needed,
       report_days = :report_days, payment_after_appeal = :payment_after_appeal, rule_version = :rule_version,
       version = version + 1
 WHERE id = :id;

-- name: insertRule
INSERT INTO call_rules (call_id, version, invite, notice_days, minimum_seats_for_others, maximum_own_share,
                        others_pay_no_more, calendar_is_channel, one_grant_per_event, days_to_reply)
VALUES (:call_id, :version, :invite, :notice_days, :minimum_seats_for_others, :maximum_own_share, :others_pay_no_more,
        :calendar_is_channel, :one_grant_per_event, :days_to_reply);

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
       rule.days_to_reply
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

-- name: awards
-- Everything that was granted and may be known, the latest first: here, and before this service existed, as the region
-- published it.
SELECT award.year, award.awarded_at, award.scheme, award.grantee, award.purpose, award.amount, award.source
  FROM (SELECT to_char(given.awarded_at AT TIME ZONE 'Europe/Stockholm', 'YYYY') AS year, given.awarded_at,
               call.title AS scheme, library.name AS grantee, application.title AS purpose, given.amount,
               NULL::text AS source, given.id
          FROM grants AS given
          JOIN grant_applications AS application ON application.id = given.application_id
          JOIN libraries AS library ON library.id = given.library_id
          JOIN calls AS call ON call.id = given.call_id
          LEFT JOIN decisions AS decision ON decision.id = given.decision_id
         WHERE decision.superseded_at IS NULL AND NOT is_untold(given.application_id)
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
         WHERE decision.superseded_at IS NULL AND NOT is_untold(given.application_id)
         UNION ALL
        SELECT earlier.amount FROM earlier_awards AS earlier) AS award;
