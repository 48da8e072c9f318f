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
-- What somebody is to review and was not taken from them, the latest first, and whether they have reviewed what came in last.
SELECT :assignment_columns, application.title, application.registry_number, EXISTS (
           SELECT FROM reviews AS review
            WHERE review.application_id = application.id AND review.reviewed_by = assignment.reviewer_id
              AND review.application_version = (SELECT max(received.application_version)
                                                  FROM application_snapshots AS received
                                                 WHERE received.application_id = application.id)) AS is_reviewed
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
