-- columns: assignment
assignment.id, assignment.application_id, assignment.reviewer_id, assignment.due_on, assignment.assigned_by,
assignment.assigned_at, assignment.impartial_at, assignment.ending, assignment.ended_by, assignment.ended_at

-- name: ofApplication
-- Who from outside was to review an application, the first first.
SELECT :assignment_columns
  FROM review_assignments AS assignment
 WHERE assignment.application_id = :application_id
 ORDER BY assignment.assigned_at, assignment.id;

-- name: ofReviewer
-- What somebody is to review and was not taken from them, the latest first, and whether they have reviewed what came in
-- last.
SELECT :assignment_columns, application.title, application.registry_number,
       has_reviewed(assignment.reviewer_id, application.id) AS is_reviewed
  FROM review_assignments AS assignment
  JOIN grant_applications AS application ON application.id = assignment.application_id
 WHERE assignment.reviewer_id = :reviewer_id AND assignment.ended_at IS NULL
 ORDER BY assignment.assigned_at DESC, assignment.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countOfReviewer
SELECT count(*) AS total
  FROM review_assignments
 WHERE reviewer_id = :reviewer_id AND ended_at IS NULL;

-- name: one
SELECT :assignment_columns
  FROM review_assignments AS assignment
 WHERE assignment.id = :id;

-- name: insert
INSERT INTO review_assignments (id, application_id, reviewer_id, due_on, assigned_by, assigned_at)
VALUES (:id, :application_id, :reviewer_id, :due_on, :assigned_by, :assigned_at);

-- name: confirm
-- Its reviewer has no conflict of interest.
UPDATE review_assignments
   SET impartial_at = :impartial_at
 WHERE id = :id AND impartial_at IS NULL AND ended_at IS NULL;

-- name: finish
UPDATE review_assignments
   SET ending = :ending, ended_by = :ended_by, ended_at = :ended_at
 WHERE id = :id AND ended_at IS NULL;

-- name: remind
-- Notes the reminders of reviews that are due, each once, and answers with what they are of: cases that are in review
-- as far as their reviewers know. What was given later than a reminder was due has none of it.
WITH reminded AS (
    INSERT INTO review_reminders (assignment_id, kind)
    SELECT assignment.id, reminder.kind
      FROM review_assignments AS assignment
      JOIN grant_applications AS application ON application.id = assignment.application_id
      LEFT JOIN LATERAL untold_decision(application.id) AS untold ON true
      JOIN (VALUES ('before', -3, 0), ('after', 1, 10000)) AS reminder (kind, from_day, to_day)
        ON today() - assignment.due_on BETWEEN reminder.from_day AND reminder.to_day
     WHERE assignment.ended_at IS NULL AND coalesce(untold.found_status, application.status) = 'in-review'
       AND (assignment.assigned_at AT TIME ZONE 'Europe/Stockholm')::date < assignment.due_on + reminder.from_day
       AND reviews_from_outside(assignment.reviewer_id) AND NOT has_reviewed(assignment.reviewer_id, application.id)
    ON CONFLICT DO NOTHING
    RETURNING assignment_id, kind)
SELECT :assignment_columns, reminded.kind
  FROM reminded
  JOIN review_assignments AS assignment ON assignment.id = reminded.assignment_id;

-- name: overdue
-- Reviews from outside whose last day has passed, of cases in review, for the region's desk: the longest overdue first.
SELECT application.id AS application_id, application.registry_number, application.title,
       reviewer.name AS reviewer_name, assignment.due_on
  FROM review_assignments AS assignment
  JOIN grant_applications AS application ON application.id = assignment.application_id
  JOIN people AS reviewer ON reviewer.id = assignment.reviewer_id
 WHERE assignment.ended_at IS NULL AND assignment.due_on < today() AND application.status = 'in-review'
   AND NOT has_reviewed(assignment.reviewer_id, application.id)
 ORDER BY assignment.due_on, assignment.id
 LIMIT :limit::bigint;
