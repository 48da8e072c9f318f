-- columns: person
-- Somebody with the roles of today as role:library. Whoever has one at a library has it at all that answer to the same
-- principal: so what belonged to one that has merged follows to its successor.
person.id, person.name, person.email, principal_on(person.library_id, today()) AS library_id,
ARRAY(SELECT DISTINCT assignment.role || ':' || coalesce(place.id::text, '')
        FROM role_assignments AS assignment
        LEFT JOIN LATERAL of_one_principal(assignment.library_id) AS place (id) ON true
       WHERE assignment.person_id = person.id AND assignment.valid_from <= today()
         AND (assignment.valid_to IS NULL OR assignment.valid_to > today())) AS assignments

-- name: withToken
-- Whom a bearer token speaks for.
SELECT :person_columns
  FROM access_tokens AS token
  JOIN people AS person ON person.id = token.person_id
 WHERE token.token_hash = :token_hash AND token.expires_at > clock_timestamp()
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: withSession
-- Whom a session speaks for: idle for at most twelve hours, and never longer than its end.
SELECT :person_columns
  FROM sessions AS session
  JOIN people AS person ON person.id = session.person_id
 WHERE session.token_hash = :token_hash AND session.expires_at > clock_timestamp()
   AND session.last_seen_at > clock_timestamp() - interval '12 hours'
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: withEmail
SELECT :person_columns
  FROM people AS person
 WHERE lower(person.email) = lower(:email)
   AND (person.ended_at IS NULL OR person.ended_at > clock_timestamp());

-- name: all
-- Everybody who works today, the region first: whom the development login lets one be.
SELECT :person_columns
  FROM people AS person
 WHERE person.ended_at IS NULL OR person.ended_at > clock_timestamp()
 ORDER BY person.library_id IS NOT NULL, person.email;

-- name: names
-- The names of these people.
SELECT id, name
  FROM people
 WHERE id = ANY (:ids::uuid[]);

-- name: contact
-- Whom to ask of a case.
SELECT name, email
  FROM people
 WHERE id = :id;

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

-- columns: register
-- What the register has beside the person of today: every role with its days as role:library:from:to.
(SELECT library.name FROM libraries AS library WHERE library.id = person.library_id) AS library_name,
CASE WHEN person.ended_at <= clock_timestamp() THEN person.ended_at END AS left_at,
ARRAY(SELECT concat_ws(':', tenure.role, coalesce(tenure.library_id::text, ''),
    to_char(tenure.valid_from, 'YYYY-MM-DD'),
                       coalesce(to_char(tenure.valid_to, 'YYYY-MM-DD'), ''))
        FROM role_assignments AS tenure
       WHERE tenure.person_id = person.id
       ORDER BY tenure.valid_from, tenure.role, tenure.library_id) AS tenures

-- name: register
-- The people whom a reader may see (Domain's PeopleInSight says whom), by name. Words are looked for in the names, and
-- in those addresses that the reader sees.
SELECT :person_columns, :register_columns
  FROM people AS person
 WHERE (:everybody::boolean OR (
        (person.ended_at IS NULL OR person.ended_at > clock_timestamp()) AND person.library_id IS NOT NULL
        AND (:of_libraries::boolean OR person.library_id = ANY (:colleagues_at::uuid[]))))
   AND (:id::uuid IS NULL OR person.id = :id)
   AND (:library_id::uuid IS NULL OR person.library_id = :library_id)
   AND (:words::text IS NULL
        OR strpos(lower(person.name COLLATE "sv-x-icu"), lower(:words COLLATE "sv-x-icu")) > 0
        OR ((:everybody OR person.library_id = ANY (:colleagues_at))
            AND strpos(lower(person.email COLLATE "sv-x-icu"), lower(:words COLLATE "sv-x-icu")) > 0))
 ORDER BY person.name COLLATE "sv-x-icu", person.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countRegister
SELECT count(*) AS total
  FROM people AS person
 WHERE (:everybody::boolean OR (
        (person.ended_at IS NULL OR person.ended_at > clock_timestamp()) AND person.library_id IS NOT NULL
        AND (:of_libraries::boolean OR person.library_id = ANY (:colleagues_at::uuid[]))))
   AND (:library_id::uuid IS NULL OR person.library_id = :library_id)
   AND (:words::text IS NULL
        OR strpos(lower(person.name COLLATE "sv-x-icu"), lower(:words COLLATE "sv-x-icu")) > 0
        OR ((:everybody OR person.library_id = ANY (:colleagues_at))
            AND strpos(lower(person.email COLLATE "sv-x-icu"), lower(:words COLLATE "sv-x-icu")) > 0));

-- name: lock
-- Holds the person with this address, and with it their roles, until the transaction ends.
SELECT id
  FROM people
 WHERE lower(email) = lower(:email)
   FOR NO KEY UPDATE;

-- name: insert
-- Somebody new: of a library, of the region, or of neither.
INSERT INTO people (id, name, email, library_id, region_id)
SELECT :id, :name, :email, :library_id::uuid,
       CASE WHEN :of_region::boolean THEN (SELECT region.id FROM regions AS region ORDER BY region.slug LIMIT 1) END;

-- name: insertRole
INSERT INTO role_assignments (person_id, role, library_id, valid_from, valid_to)
VALUES (:person_id, :role, :library_id::uuid, :valid_from, :valid_to::date);

-- name: endRoles
-- Ends one role of a locked person at a place, or all of them where none is named.
UPDATE role_assignments
   SET valid_to = :day
 WHERE person_id = :person_id AND valid_from < :day AND (valid_to IS NULL OR valid_to > :day)
   AND (:role::text IS NULL OR (role = :role AND library_id IS NOT DISTINCT FROM :library_id::uuid));

-- name: forgetRoles
-- Those of the same roles that would only have begun: they never held.
DELETE FROM role_assignments
 WHERE person_id = :person_id AND valid_from >= :day
   AND (:role::text IS NULL OR (role = :role AND library_id IS NOT DISTINCT FROM :library_id::uuid));

-- name: end
-- Somebody leaves now.
UPDATE people
   SET ended_at = clock_timestamp()
 WHERE id = :id AND (ended_at IS NULL OR ended_at > clock_timestamp());

-- name: endSessionsOf
DELETE FROM sessions
 WHERE person_id = :person_id;

-- name: endTokensOf
DELETE FROM access_tokens
 WHERE person_id = :person_id;
