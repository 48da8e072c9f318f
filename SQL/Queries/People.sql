-- name: withToken
-- Whom a bearer token speaks for, with the roles of today as role:library.
SELECT person.id, person.name, person.email, person.library_id,
       ARRAY(SELECT assignment.role || ':' || coalesce(assignment.library_id::text, '')
               FROM role_assignments AS assignment
              WHERE assignment.person_id = person.id AND assignment.valid_from <= CURRENT_DATE
                AND (assignment.valid_to IS NULL OR assignment.valid_to > CURRENT_DATE)) AS assignments
  FROM access_tokens AS token
  JOIN people AS person ON person.id = token.person_id
 WHERE token.token_hash = :token_hash AND token.expires_at > clock_timestamp()
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: withSession
-- Whom a session speaks for: idle for at most twelve hours, and never longer than its end.
SELECT person.id, person.name, person.email, person.library_id,
       ARRAY(SELECT assignment.role || ':' || coalesce(assignment.library_id::text, '')
               FROM role_assignments AS assignment
              WHERE assignment.person_id = person.id AND assignment.valid_from <= CURRENT_DATE
                AND (assignment.valid_to IS NULL OR assignment.valid_to > CURRENT_DATE)) AS assignments
  FROM sessions AS session
  JOIN people AS person ON person.id = session.person_id
 WHERE session.token_hash = :token_hash AND session.expires_at > clock_timestamp()
   AND session.last_seen_at > clock_timestamp() - interval '12 hours'
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: withEmail
SELECT person.id, person.name, person.email, person.library_id,
       ARRAY(SELECT assignment.role || ':' || coalesce(assignment.library_id::text, '')
               FROM role_assignments AS assignment
              WHERE assignment.person_id = person.id AND assignment.valid_from <= CURRENT_DATE
                AND (assignment.valid_to IS NULL OR assignment.valid_to > CURRENT_DATE)) AS assignments
  FROM people AS person
 WHERE lower(person.email) = lower(:email)
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: all
-- Everybody who works today, the region first: whom the development login lets one be.
SELECT person.id, person.name, person.email, person.library_id,
       ARRAY(SELECT assignment.role || ':' || coalesce(assignment.library_id::text, '')
               FROM role_assignments AS assignment
              WHERE assignment.person_id = person.id AND assignment.valid_from <= CURRENT_DATE
                AND (assignment.valid_to IS NULL OR assignment.valid_to > CURRENT_DATE)) AS assignments
  FROM people AS person
 WHERE person.ended_at IS NULL OR person.ended_at > clock_timestamp()
 ORDER BY person.library_id IS NOT NULL, person.email;

-- name: names
-- The names of these people.
SELECT id, name
  FROM people
 WHERE id = ANY (:ids::uuid[]);

-- name: beginSession
INSERT INTO sessions (token_hash, person_id, expires_at)
VALUES (:token_hash, :person_id, clock_timestamp() + interval '7 days');

-- name: touchSession
-- Notes that the session is used, at most once a minute.
UPDATE sessions
   SET last_seen_at = clock_timestamp()
 WHERE token_hash = :token_hash AND last_seen_at < clock_timestamp() - interval '1 minute';

-- name: endSession
DELETE FROM sessions
 WHERE token_hash = :token_hash;

-- name: insertToken
INSERT INTO access_tokens (person_id, name, token_hash, expires_at)
VALUES (:person_id, :name, :token_hash, clock_timestamp() + interval '90 days');
