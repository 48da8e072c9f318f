-- name: signatories
-- Those who may sign for a library today.
SELECT DISTINCT person.id, person.name
  FROM role_assignments AS assignment
  JOIN people AS person ON person.id = assignment.person_id
 WHERE assignment.role = 'signatory' AND assignment.library_id = :library_id::uuid
   AND assignment.valid_from <= today() AND (assignment.valid_to IS NULL OR assignment.valid_to > today())
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp())
 ORDER BY person.name, person.id;

-- name: ask
INSERT INTO signature_requests (application_id, asked_by)
VALUES (:application_id, :asked_by)
ON CONFLICT (application_id) DO UPDATE SET asked_by = excluded.asked_by, asked_at = clock_timestamp();

-- name: asked
-- Which of these applications somebody has asked to be signed.
SELECT request.application_id, request.asked_at, person.name AS asked_by
  FROM signature_requests AS request
  JOIN people AS person ON person.id = request.asked_by
 WHERE request.application_id = ANY (:applications::uuid[]);
