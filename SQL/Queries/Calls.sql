-- name: get
SELECT call.id, call.title, call.description, call.opens_at, call.closes_at, call.project_starts_on,
       call.project_ends_on, call.budget, call.committed, call.maximum_amount, call.published_at, call.version,
       call.rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others, rule.maximum_own_share
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
SELECT call.id, call.title, call.description, call.opens_at, call.closes_at, call.project_starts_on,
       call.project_ends_on, call.budget, call.committed, call.maximum_amount, call.published_at, call.version,
       call.rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others, rule.maximum_own_share
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
                   maximum_amount, rule_version, created_by)
SELECT :id, region.id, :title, :description, :opens_at, :closes_at, :project_starts_on::date, :project_ends_on::date,
       :budget, :maximum_amount::bigint, :rule_version, :created_by
  FROM regions AS region
 ORDER BY region.slug
 LIMIT 1;

-- name: update
-- Writes the call and moves its version. Only for one that is locked.
UPDATE calls
   SET title = :title, description = :description, opens_at = :opens_at, closes_at = :closes_at,
       project_starts_on = :project_starts_on, project_ends_on = :project_ends_on, budget = :budget,
       maximum_amount = :maximum_amount, rule_version = :rule_version, version = version + 1
 WHERE id = :id;

-- name: insertRule
INSERT INTO call_rules (call_id, version, invite, notice_days, minimum_seats_for_others, maximum_own_share)
VALUES (:call_id, :version, :invite, :notice_days, :minimum_seats_for_others, :maximum_own_share);

-- name: publish
UPDATE calls
   SET status = 'published', published_at = :published_at, version = version + 1
 WHERE id = :id AND status = 'draft';

-- name: commitMoney
-- Takes the sum out of the call's budget; the constraint grants_stay_within_call_budget refuses what is not there.
UPDATE calls
   SET committed = committed + :amount
 WHERE id = :id;

-- name: rule
-- One version of a call's rule, with the project period as it is now.
SELECT rule.version AS rule_version, rule.invite, rule.notice_days, rule.minimum_seats_for_others,
       rule.maximum_own_share
  FROM call_rules AS rule
 WHERE rule.call_id = :call_id AND rule.version = :version;
