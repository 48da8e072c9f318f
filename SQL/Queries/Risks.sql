-- name: ofGrants
-- What puts the conditions of these grants at risk.
SELECT condition_id, reason, libraries
  FROM conditions_at_risk
 WHERE grant_id = ANY (:grants::uuid[])
 ORDER BY condition_id, reason;

-- name: onDesk
-- Every condition that is at risk, for the region's desk.
SELECT risk.condition_id, risk.grant_id, risk.reason, risk.libraries, event.title AS event_title,
       application.registry_number, library.name AS library_name
  FROM conditions_at_risk AS risk
  JOIN events AS event ON event.id = risk.event_id
  JOIN grants AS award ON award.id = risk.grant_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 ORDER BY event.starts_at, risk.condition_id, risk.reason
 LIMIT :limit::bigint;

-- name: untold
-- Those of which the library has not been told.
SELECT risk.condition_id, risk.grant_id, risk.reason, risk.libraries
  FROM conditions_at_risk AS risk
 WHERE NOT EXISTS (SELECT FROM risk_notices AS notice
                    WHERE notice.condition_id = risk.condition_id AND notice.reason = risk.reason)
 ORDER BY risk.condition_id, risk.reason;

-- name: note
-- Notes that the library is told of a risk; of the first time only.
INSERT INTO risk_notices (condition_id, reason)
VALUES (:condition_id, :reason)
ON CONFLICT (condition_id, reason) DO NOTHING;
