-- name: ofApplications
-- The libraries that take part in these applications.
SELECT application_id, library_id, role, contribution, confirmed_at, confirmed_by
  FROM application_partners
 WHERE application_id = ANY (:applications::uuid[])
 ORDER BY application_id, library_id;

-- name: clear
DELETE FROM application_partners
 WHERE application_id = :application_id;

-- name: insert
INSERT INTO application_partners (application_id, library_id, role, contribution, confirmed_at, confirmed_by)
VALUES (:application_id, :library_id, :role, :contribution, :confirmed_at::timestamptz, :confirmed_by::uuid);

-- name: touch
-- The application has another version, since a part of it that stands in another table has changed.
UPDATE grant_applications
   SET version = version + 1, changed_at = clock_timestamp()
 WHERE id = :id;
