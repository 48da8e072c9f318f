-- columns: change
change.id, change.library_id, library.name AS library_name, change.successor_id, heir.name AS successor_name,
change.effective_on, change.reason, change.rests_on, change.registered_by, registrar.name AS registrar_name,
change.registered_at, change.confirmed_by, confirmer.name AS confirmer_name, change.confirmed_at, change.taken_back_by,
taker.name AS taker_name, change.taken_back_at, change.taken_back_because, change.applied_at,
-- Those of grants that are not told are not counted: more of the region reads this than knows of them.
(SELECT count(*)
   FROM breaches AS breach
   JOIN grants AS award ON award.id = breach.grant_id AND NOT is_untold(award.application_id)
  WHERE breach.library_change_id = change.id) AS breaches

-- name: list
-- What has been said of libraries that close or merge, the latest day first; or of it what somebody can still confirm
-- or take back.
SELECT :change_columns
  FROM library_changes AS change
  JOIN libraries AS library ON library.id = change.library_id
  LEFT JOIN libraries AS heir ON heir.id = change.successor_id
  JOIN people AS registrar ON registrar.id = change.registered_by
  LEFT JOIN people AS confirmer ON confirmer.id = change.confirmed_by
  LEFT JOIN people AS taker ON taker.id = change.taken_back_by
 WHERE (:id::uuid IS NULL OR change.id = :id)
   AND (NOT :open::boolean OR change.taken_back_at IS NULL
        AND (change.confirmed_at IS NULL OR change.effective_on > today()))
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
  JOIN people AS registrar ON registrar.id = change.registered_by
  LEFT JOIN people AS confirmer ON confirmer.id = change.confirmed_by
  LEFT JOIN people AS taker ON taker.id = change.taken_back_by
 WHERE change.confirmed_at IS NOT NULL AND change.taken_back_at IS NULL AND change.applied_at IS NULL
   AND change.effective_on <= today()
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

-- name: lock
-- One of them, held until the transaction ends; its library is held before it.
SELECT id
  FROM library_changes
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: endLibrary
-- Or lets it go on, where there is no day.
UPDATE libraries
   SET valid_to = :day::date, successor_id = :successor_id::uuid
 WHERE id = :id;

-- name: insert
INSERT INTO library_changes (id, library_id, successor_id, effective_on, reason, rests_on, registered_by, registered_at)
VALUES (:id, :library_id, :successor_id::uuid, :effective_on, :reason, :rests_on, :registered_by, :registered_at);

-- name: confirm
-- Whose day has come counts as applied.
UPDATE library_changes
   SET confirmed_by = :confirmed_by, confirmed_at = :confirmed_at,
       applied_at = CASE WHEN effective_on <= today() THEN :confirmed_at::timestamptz END
 WHERE id = :id;

-- name: takeBack
UPDATE library_changes
   SET taken_back_by = :taken_back_by, taken_back_at = :taken_back_at, taken_back_because = :because
 WHERE id = :id;

-- name: takingPart
-- Everybody who wrote or signed an application of these libraries.
SELECT created_by AS person_id
  FROM grant_applications
 WHERE library_id = ANY (:libraries::uuid[]) AND created_by IS NOT NULL
UNION
SELECT submitted_by
  FROM grant_applications
 WHERE library_id = ANY (:libraries::uuid[]) AND submitted_by IS NOT NULL;

-- name: conflicts
-- For whom a conflict of interest stands in a case of these libraries.
SELECT DISTINCT ON (conflict.person_id) conflict.person_id, conflict.ground
  FROM declared_conflicts AS conflict
  JOIN grant_applications AS application ON application.id = conflict.application_id
 WHERE application.library_id = ANY (:libraries::uuid[]) AND conflict.lifted_at IS NULL
 ORDER BY conflict.person_id, conflict.declared_at;

-- name: grantedSince
-- The cases of these libraries in which money was granted since an instant: before anybody here knew.
SELECT DISTINCT award.application_id AS id
  FROM grants AS award
 WHERE award.library_id = ANY (:libraries::uuid[]) AND award.awarded_at >= :instant::timestamptz
   AND award.state <> 'ended'
 ORDER BY id;

-- name: hasEnded
SELECT has_ended(:library_id::uuid) AS has_ended;

-- name: brokenBy
-- The events of the conditions that a change of the libraries or of a board has broken and that nobody has settled.
SELECT DISTINCT condition.event_id AS id
  FROM conditions AS condition
  JOIN breaches AS breach ON breach.condition_id = condition.id
 WHERE (breach.library_change_id = :change_id::uuid OR breach.library_board_id = :board_id::uuid)
   AND breach.closed_at IS NULL AND condition.state = 'breached'
 ORDER BY id;

-- name: apply
-- Notes that the day of a change has come, once.
UPDATE library_changes
   SET applied_at = :at
 WHERE id = :id AND applied_at IS NULL;

-- name: markAnew
-- What was true of these held events by libraries that have ended since is computed anew. Where a condition binds, the
-- mark stays, since what a condition rests on is never closed in silence.
UPDATE events
   SET invites_region = false
 WHERE id = ANY (:events::uuid[]) AND invites_region AND event_faults(events) <> '{}'
   AND NOT EXISTS (SELECT FROM conditions WHERE conditions.event_id = events.id
                      AND conditions.state IN ('held', 'cured'));

-- name: markAgain
-- Those that did not invite the region as its libraries were, and may now that one of them goes on after all.
UPDATE events
   SET invites_region = true
 WHERE id = ANY (:events::uuid[]) AND NOT invites_region;
