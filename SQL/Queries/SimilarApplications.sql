-- name: likely
-- What the same library applies for, what is applied for with the same events, and what has nearly the same name, in
-- the calls that closed since :since or are still open. Other libraries' drafts are their own room, and are found by
-- nobody. A decision that is not told yet is told to those alone who learn of it at once, and by no order either.
SELECT other.id, other.library_id, other.title, other.registry_number,
       CASE WHEN :learns_at_once::boolean THEN other.status
            ELSE coalesce(untold.found_status, other.status) END AS status,
       other.library_id = mine.library_id AS is_of_same_library,
       EXISTS (SELECT FROM application_events AS share
                 JOIN application_events AS same ON same.event_id = share.event_id
                WHERE share.application_id = mine.id AND same.application_id = other.id) AS is_for_same_event
  FROM grant_applications AS mine
  JOIN grant_applications AS other ON other.id <> mine.id
  JOIN calls AS call ON call.id = other.call_id
  LEFT JOIN LATERAL untold_decision(other.id) AS untold ON true
 WHERE mine.id = :application_id
   AND call.closes_at >= :since::timestamptz
   AND (other.submitted_at IS NOT NULL OR other.library_id = mine.library_id)
   AND other.status NOT IN ('withdrawn', 'lapsed')
 ORDER BY coalesce(other.submitted_at, other.created_at) DESC, other.id
 LIMIT 500;
