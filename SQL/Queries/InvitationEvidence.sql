-- name: ofEvent
-- What shows that each library was invited, by name.
SELECT library_id, library_name, published_from, published_until, gaps, first_read_at, queued_at, accepted_at,
       bounced_at, channels, registered, refused
  FROM invitation_evidence
 WHERE event_id = :event_id
 ORDER BY library_name, library_id;

-- name: isRead
-- Whether somebody of a library has opened an event before.
SELECT EXISTS (SELECT FROM invitation_readings WHERE event_id = :event_id AND library_id = :library_id) AS is_read;

-- name: read
INSERT INTO invitation_readings (event_id, library_id)
VALUES (:event_id, :library_id)
ON CONFLICT (event_id, library_id) DO NOTHING;

-- name: delivered
-- To which libraries the invitation of these events has been delivered: taken, and not come back since. By the calendar
-- alone it is so only to calls that accept the calendar as a channel.
SELECT event_id, library_id, bool_and(channel = 'calendar') AS by_calendar_alone
  FROM deliveries
 WHERE event_id = ANY (:events::uuid[]) AND is_delivered
 GROUP BY event_id, library_id
 ORDER BY event_id, library_id;
