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

-- name: remind
-- Tells of every draft whose call closes within seven days, and again within one: each once, whichever instance asks.
WITH due AS (
    INSERT INTO draft_reminders (application_id, days)
    SELECT application.id, CASE WHEN call.closes_at <= clock_timestamp() + interval '1 day' THEN 1 ELSE 7 END
      FROM grant_applications AS application
      JOIN calls AS call ON call.id = application.call_id
     WHERE application.status = 'draft'
       AND call.closes_at > clock_timestamp() AND call.closes_at <= clock_timestamp() + interval '7 days'
    ON CONFLICT (application_id, days) DO NOTHING
    RETURNING application_id, days
)
INSERT INTO outbox (topic, subject_id, payload)
SELECT :topic::text, due.application_id,
       jsonb_build_object('title', application.title, 'libraryId', application.library_id, 'call', call.title,
           'closesAt', to_char(call.closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'days', due.days)
  FROM due
  JOIN grant_applications AS application ON application.id = due.application_id
  JOIN calls AS call ON call.id = application.call_id;
