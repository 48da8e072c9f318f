-- name: ofApplication
-- What was said in a case, the first first; the region's notes to itself only :with_notes.
SELECT message.id, message.visibility, message.side, message.text, message.sent_at, person.name AS sender_name
  FROM case_messages AS message
  JOIN people AS person ON person.id = message.sent_by
 WHERE message.application_id = :application_id AND (:with_notes::boolean OR message.visibility = 'parties')
 ORDER BY message.sent_at, message.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM case_messages
 WHERE application_id = :application_id AND (:with_notes::boolean OR visibility = 'parties');

-- name: get
SELECT message.id, message.visibility, message.side, message.text, message.sent_at, person.name AS sender_name
  FROM case_messages AS message
  JOIN people AS person ON person.id = message.sent_by
 WHERE message.id = :id;

-- name: insert
INSERT INTO case_messages (id, application_id, visibility, side, text, sent_by, sent_at)
VALUES (:id, :application_id, :visibility, :side, :text, :sent_by, :sent_at);
