-- columns: change
change.id, change.library_id, library.name AS library_name, change.successor_id, heir.name AS successor_name,
change.effective_on, change.reason, person.name AS decider_name, change.decided_by, change.decided_at, change.applied_at,
-- Those of grants that are not told are not counted: more of the region reads this than knows of them.
(SELECT count(*)
   FROM breaches AS breach
   JOIN grants AS award ON award.id = breach.grant_id AND NOT is_untold(award.application_id)
  WHERE breach.library_change_id = change.id) AS breaches

-- name: list
-- What has been decided of libraries that close or merge, the latest day first.
SELECT :change_columns
  FROM library_changes AS change
  JOIN libraries AS library ON library.id = change.library_id
  LEFT JOIN libraries AS heir ON heir.id = change.successor_id
  JOIN people AS person ON person.id = change.decided_by
 WHERE :id::uuid IS NULL OR change.id = :id
 ORDER BY change.effective_on DESC, change.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM library_changes;

-- name: due
-- Those whose day has come, and of which the conditions of funded events have not been asked yet.
SELECT :change_columns
  FROM library_changes AS change
  JOIN libraries AS library ON library.id = change.library_id
  LEFT JOIN libraries AS heir ON heir.id = change.successor_id
  JOIN people AS person ON person.id = change.decided_by
 WHERE change.applied_at IS NULL AND change.effective_on <= today()
 ORDER BY change.effective_on, change.id;

-- name: eventsToHold
-- Every event that has not ended at an instant: whoever approves one of them holds it, and so waits or is waited for.
SELECT id
  FROM events
 WHERE ends_at > :instant::timestamptz
 ORDER BY id;

-- name: lockLibraries
-- Libraries with their days, held until the transaction ends.
SELECT id, valid_from, valid_to
  FROM libraries
 WHERE id = ANY (:ids::uuid[])
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: endLibrary
UPDATE libraries
   SET valid_to = :day, successor_id = :successor_id::uuid
 WHERE id = :id;

-- name: insert
INSERT INTO library_changes (id, library_id, successor_id, effective_on, reason, decided_by, decided_at, applied_at)
VALUES (:id, :library_id, :successor_id::uuid, :effective_on, :reason, :decided_by, :decided_at,
        CASE WHEN :effective_on::date <= today() THEN :decided_at::timestamptz END);

-- name: apply
-- Notes that the day of a change has come, once.
UPDATE library_changes
   SET applied_at = :at
 WHERE id = :id AND applied_at IS NULL;

-- name: breach
-- A condition that a change of the libraries or of a joint board has broken, with a payment hold and the time to answer that a deviation gives.
WITH broken AS (
    INSERT INTO breaches (condition_id, grant_id, ground, reasons, found_by, library_change_id, library_board_id,
           breached_at, reply_due_at)
    SELECT condition.id, condition.grant_id, 'org-change', :reasons, :found_by::uuid, :change_id::uuid, :board_id::uuid,
           :breached_at::timestamptz, :breached_at::timestamptz + make_interval(hours => 24 * rule.days_to_reply)
      FROM conditions AS condition
      JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
     WHERE condition.id = :condition_id
    RETURNING id, grant_id, breached_at
)
INSERT INTO payment_holds (breach_id, grant_id, placed_at)
SELECT id, grant_id, breached_at
  FROM broken;

-- name: markAnew
-- What was true of these held events by libraries that have ended since is computed anew. Where a condition binds, the
-- mark stays, since what a condition rests on is never closed in silence.
UPDATE events
   SET invites_region = false
 WHERE id = ANY (:events::uuid[]) AND invites_region AND event_faults(events) <> '{}'
   AND NOT EXISTS (SELECT FROM conditions WHERE conditions.event_id = events.id AND conditions.state IN ('held', 'cured'));
