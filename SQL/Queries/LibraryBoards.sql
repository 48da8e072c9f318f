-- name: list
-- The joint library boards that there are or have been, by name.
SELECT board.id, board.name,
       -- Those of grants that are not told are not counted: more of the region reads this than knows of them.
       (SELECT count(*)
          FROM breaches AS breach
          JOIN grants AS award ON award.id = breach.grant_id AND NOT is_untold(award.application_id)
         WHERE breach.library_board_id = board.id) AS breaches
  FROM library_boards AS board
 WHERE :id::uuid IS NULL OR board.id = :id
 ORDER BY board.name COLLATE "sv-x-icu", board.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM library_boards;

-- name: members
-- Everybody who is or has been on one of these boards, with who said so.
SELECT member.board_id, member.library_id, library.name AS library_name, member.valid_from, member.reason,
       decider.name AS decider_name, member.decided_at, member.valid_to, member.leaving_reason,
       leaver.name AS leaving_decider_name, member.leaving_decided_at
  FROM board_members AS member
  JOIN libraries AS library ON library.id = member.library_id
  JOIN people AS decider ON decider.id = member.decided_by
  LEFT JOIN people AS leaver ON leaver.id = member.leaving_decided_by
 WHERE member.board_id = ANY (:boards::uuid[])
 ORDER BY member.board_id, member.valid_from, library.name COLLATE "sv-x-icu", member.id;

-- name: insertBoard
INSERT INTO library_boards (id, name)
VALUES (:id, :name);

-- name: lock
-- A board, held until the transaction ends.
SELECT id
  FROM library_boards
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: join
INSERT INTO board_members (id, board_id, library_id, valid_from, reason, decided_by, decided_at, applied_at)
SELECT gen_random_uuid(), :board, member.id, :day, :reason, :decided_by, :decided_at::timestamptz,
       CASE WHEN :day::date <= today() THEN :decided_at::timestamptz END
  FROM unnest(:libraries::uuid[]) AS member (id);

-- name: memberSince
-- From which day a library is on a board that it has not been said to leave.
SELECT valid_from
  FROM board_members
 WHERE board_id = :board AND library_id = :library AND valid_to IS NULL;

-- name: leave
UPDATE board_members
   SET valid_to = :day, leaving_reason = :reason, leaving_decided_by = :decided_by, leaving_decided_at = :decided_at,
       leaving_applied_at = CASE WHEN :day::date <= today() THEN :decided_at::timestamptz END
 WHERE board_id = :board AND library_id = :library AND valid_to IS NULL;

-- name: due
-- Whose day has come to be on a board or to leave it, and of which the conditions of funded events have not been asked
-- yet.
SELECT turn.board_id, turn.day, turn.reason, turn.decided_by
  FROM (SELECT board_id, valid_from AS day, reason, decided_by FROM board_members WHERE applied_at IS NULL
        UNION
        SELECT board_id, valid_to, leaving_reason, leaving_decided_by
          FROM board_members WHERE valid_to IS NOT NULL AND leaving_applied_at IS NULL) AS turn
 WHERE turn.day <= today()
 ORDER BY turn.day, turn.board_id, turn.reason, turn.decided_by;

-- name: apply
-- Notes that a day has come on which a board changes.
UPDATE board_members
   SET applied_at = CASE WHEN valid_from = :day THEN coalesce(applied_at, :at::timestamptz) ELSE applied_at END,
       leaving_applied_at = CASE WHEN valid_to = :day THEN coalesce(leaving_applied_at, :at::timestamptz)
                                 ELSE leaving_applied_at END
 WHERE board_id = :board
   AND (valid_from = :day AND applied_at IS NULL OR valid_to = :day AND leaving_applied_at IS NULL);

-- name: insertChange
INSERT INTO board_changes (id, board_id, act, library_ids, effective_on, reason, registered_by, registered_at)
VALUES (:id, :board_id, :act, :library_ids, :effective_on, :reason, :registered_by, :registered_at);

-- name: confirm
UPDATE board_changes
   SET confirmed_by = :confirmed_by, confirmed_at = :confirmed_at
 WHERE id = :id;

-- name: lockChange
-- What somebody has registered of a board, held until the transaction ends.
SELECT id, board_id, act, library_ids, effective_on, reason, registered_by, registered_at, confirmed_by, confirmed_at
  FROM board_changes
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: openChanges
-- What waits for a second person, of these boards: it can be confirmed until its day is over.
SELECT change.id, change.board_id, change.act, change.library_ids, change.effective_on, change.reason,
       change.registered_by, change.registered_at, change.confirmed_by, change.confirmed_at,
       registrar.name AS registrar_name,
       ARRAY(SELECT library.name FROM libraries AS library WHERE library.id = ANY (change.library_ids)
              ORDER BY library.name COLLATE "sv-x-icu") AS library_names
  FROM board_changes AS change
  JOIN people AS registrar ON registrar.id = change.registered_by
 WHERE change.board_id = ANY (:boards::uuid[]) AND change.confirmed_at IS NULL AND change.effective_on >= today()
 ORDER BY change.board_id, change.effective_on, change.id;
