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
-- Those of which the library has not been told since they began.
SELECT risk.condition_id, risk.grant_id, risk.reason, risk.libraries
  FROM conditions_at_risk AS risk
 WHERE NOT EXISTS (SELECT FROM told_risks AS told
                    WHERE told.condition_id = risk.condition_id AND told.reason = risk.reason)
 ORDER BY risk.condition_id, risk.reason;

-- name: over
-- Those of which the library has been told, and that are none any more.
SELECT told.condition_id, told.reason
  FROM told_risks AS told
 WHERE NOT EXISTS (SELECT FROM conditions_at_risk AS risk
                    WHERE risk.condition_id = told.condition_id AND risk.reason = told.reason)
 ORDER BY told.condition_id, told.reason;

-- name: note
-- Notes that the library is told of a risk that has begun, or that one is over; where nobody was first.
INSERT INTO risk_notices (condition_id, reason, is_over)
SELECT :condition_id::uuid, :reason::text, :is_over::boolean
 WHERE :is_over::boolean = EXISTS (SELECT FROM told_risks
                                    WHERE condition_id = :condition_id AND reason = :reason);

-- name: holdCondition
-- One instance at a time notes what is at risk of a condition.
SELECT id
  FROM conditions
 WHERE id = :condition_id
   FOR NO KEY UPDATE;

-- name: notices
-- When the risks of a condition began and were over, in order.
SELECT reason, is_over, noticed_at
  FROM risk_notices
 WHERE condition_id = :condition_id
 ORDER BY noticed_at;
