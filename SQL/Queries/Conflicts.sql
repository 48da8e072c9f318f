-- name: ofApplication
-- Every conflict of interest that was declared in a case, the first first.
SELECT id, person_id, ground, explanation, declared_by, declared_at, lifted_by, lifted_at, lifting_reason
  FROM declared_conflicts
 WHERE application_id = :application_id
 ORDER BY declared_at, id;

-- name: insert
INSERT INTO declared_conflicts (id, application_id, person_id, ground, explanation, declared_by, declared_at)
VALUES (:id, :application_id, :person_id, :ground, :explanation, :declared_by, :declared_at);

-- name: lift
UPDATE declared_conflicts
   SET lifted_by = :lifted_by, lifted_at = :lifted_at, lifting_reason = :lifting_reason
 WHERE id = :id AND lifted_at IS NULL;
