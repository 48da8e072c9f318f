-- name: now
-- The clock of the database, read after the locks.
SELECT clock_timestamp() AS now;

-- name: appliedMigrations
-- How many steps the migrator has taken in this database.
SELECT count(*) AS applied
  FROM schema_migrations;

-- name: enqueue
-- What is to leave the service once the transaction has committed, and no sooner than :not_before.
INSERT INTO outbox (topic, subject_id, payload, not_before)
VALUES (:topic, :subject_id, :payload, :not_before::timestamptz);

-- name: enqueueOfGrant
-- The same about a grant for its library, which may know of it no sooner than of the outcome.
INSERT INTO outbox (topic, subject_id, payload, not_before)
SELECT :topic, award.id, :payload, CASE WHEN is_untold(award.application_id) THEN call.outcomes_told_at END
  FROM grants AS award
  JOIN calls AS call ON call.id = award.call_id
 WHERE award.id = :grant_id;

-- name: claimRequest
-- Waits while the same request runs in another transaction, as long as one waits for a lock.
SELECT pg_advisory_xact_lock(hashtextextended(:person_id::uuid::text || ' ' || :route::text || ' ' || :key::text, 0))
       IS NOT NULL AS claimed;

-- name: answeredRequest
SELECT request_hash, subject_id
  FROM answered_requests
 WHERE person_id = :person_id AND route = :route AND key = :key
   AND answered_at > clock_timestamp() - interval '7 days';

-- name: recordRequest
INSERT INTO answered_requests (person_id, route, key, request_hash, subject_id)
VALUES (:person_id, :route, :key, :request_hash, :subject_id)
ON CONFLICT (person_id, route, key) DO UPDATE
   SET request_hash = excluded.request_hash, subject_id = excluded.subject_id, answered_at = clock_timestamp();

-- name: calendarStamp
-- Where the calendar stands, and the clock that says which day it is.
SELECT version, changed_at, clock_timestamp() AS read_at
  FROM calendar_stamp;

-- name: outbox
-- The latest rows of the outbox, for the page that shows in development what would have gone out.
SELECT id, topic, subject_id, payload, created_at
  FROM outbox
 WHERE not_before IS NULL OR not_before <= clock_timestamp()
 ORDER BY id DESC
 LIMIT :limit::bigint;
