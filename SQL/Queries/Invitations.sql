-- name: noteOverdue
-- Bound invitations that were to have gone out by now, and that a received case counts on which is not decided as far
-- as its library knows: each is noted once for the time that the host had named, and told.
INSERT INTO publication_reminders (event_id, publish_by)
SELECT DISTINCT event.id, event.invitation_publish_by
  FROM events AS event
  JOIN application_events AS share ON share.event_id = event.id
  JOIN grant_applications AS application ON application.id = share.application_id
 WHERE event.invitation_state = 'bound' AND event.status <> 'cancelled'
   AND event.invitation_publish_by < clock_timestamp()
   AND (application.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
        OR is_untold(application.id))
ON CONFLICT DO NOTHING
RETURNING event_id, publish_by;

-- name: overdue
-- The same for the region's desk, the longest overdue first: of cases that are not decided.
SELECT application.id AS application_id, application.registry_number, event.id AS event_id, event.title AS event_title,
       event.invitation_publish_by AS publish_by
  FROM events AS event
  JOIN application_events AS share ON share.event_id = event.id
  JOIN grant_applications AS application ON application.id = share.application_id
 WHERE event.invitation_state = 'bound' AND event.status <> 'cancelled'
   AND event.invitation_publish_by < clock_timestamp()
   AND application.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
 ORDER BY event.invitation_publish_by, application.registry_number, event.id
 LIMIT :limit::bigint;
