-- What was decided when the service was installed.

-- name: calendarHost
-- What the UIDs of new events end in.
SELECT calendar_host
  FROM installation;

-- name: decideCalendarHost
-- Decides it, unless it is decided already.
INSERT INTO installation (calendar_host)
VALUES (:calendar_host)
ON CONFLICT DO NOTHING;
