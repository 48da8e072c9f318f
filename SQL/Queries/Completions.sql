-- name: ofApplication
-- What the region has asked to have completed, the first first.
SELECT id, fields, message, due_on, requested_by, requested_at, ending, ended_at
  FROM completion_requests
 WHERE application_id = :application_id
 ORDER BY requested_at, id;

-- name: insert
INSERT INTO completion_requests (id, application_id, fields, message, due_on, requested_by, requested_at)
VALUES (:id, :application_id, :fields, :message, :due_on, :requested_by, :requested_at);

-- name: finish
-- Ends the open request of an application, if there is one.
UPDATE completion_requests
   SET ending = :ending, ended_at = :ended_at
 WHERE application_id = :application_id AND ended_at IS NULL;

-- name: draft
-- What the applicant has written and not sent in. For the applicant's eyes only.
SELECT content
  FROM completion_drafts
 WHERE request_id = :request_id;

-- name: saveDraft
INSERT INTO completion_drafts (request_id, content, saved_by, saved_at)
VALUES (:request_id, :content::jsonb, :saved_by, :saved_at)
ON CONFLICT (request_id) DO UPDATE
   SET content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at;

-- name: forgetDrafts
-- What was never sent in is nobody's document.
DELETE FROM completion_drafts
 WHERE request_id IN (SELECT id FROM completion_requests WHERE application_id = :application_id);

-- name: touch
-- Moves the version of an application without changing what it says: somebody has written in its completion.
UPDATE grant_applications
   SET version = version + 1
 WHERE id = :id;

-- name: overdue
-- Applications whose time to complete has passed: the last day is over in Stockholm.
SELECT application_id
  FROM completion_requests
 WHERE ended_at IS NULL AND due_on < (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
 ORDER BY application_id;

-- name: lapsing
-- Drafts that can be submitted in no round any more: the last one of their call has closed, or the call, if it has
-- none.
SELECT application.id
  FROM grant_applications AS application
  JOIN calls AS call ON call.id = application.call_id
 WHERE application.status = 'draft'
   AND coalesce((SELECT max(round.closes_at) FROM call_rounds AS round WHERE round.call_id = call.id), call.closes_at)
       <= clock_timestamp()
 ORDER BY application.id;

-- name: remind
-- Notes the reminders that are due, each once, and answers with them: of every round's closing, or of the call's, if it
-- has none. A draft that was begun after the day of a reminder has none of that day.
INSERT INTO draft_reminders (application_id, days_before, closes_at)
SELECT application.id, reminder.days, closing.at
  FROM grant_applications AS application
  JOIN calls AS call ON call.id = application.call_id AND call.published_at IS NOT NULL
 CROSS JOIN LATERAL (
       SELECT round.closes_at AS at FROM call_rounds AS round
        WHERE round.call_id = call.id AND round.opens_at <= clock_timestamp()
       UNION ALL
       SELECT call.closes_at WHERE NOT EXISTS (SELECT FROM call_rounds AS round WHERE round.call_id = call.id)
       ) AS closing
  JOIN (VALUES (7, 1), (1, 0)) AS reminder (days, until)
    ON clock_timestamp() >= closing.at - make_interval(days => reminder.days)
   AND clock_timestamp() < closing.at - make_interval(days => reminder.until)
   AND application.created_at < closing.at - make_interval(days => reminder.days)
 WHERE application.status = 'draft'
ON CONFLICT DO NOTHING
RETURNING application_id, days_before;
