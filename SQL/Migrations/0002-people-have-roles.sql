-- People, what they may do and where, and how they prove who they are. Only hashes of secrets are kept.

CREATE TABLE people (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email      text NOT NULL,
    name       text NOT NULL,
    library_id uuid REFERENCES libraries,
    region_id  uuid REFERENCES regions,
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    CONSTRAINT email_is_an_address CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    -- In neither works who comes from outside, such as a reviewer.
    CONSTRAINT person_works_in_one_place CHECK (num_nonnulls(library_id, region_id) <= 1)
);
CREATE UNIQUE INDEX one_person_per_email ON people (lower(email));

CREATE TABLE role_assignments (
    person_id  uuid NOT NULL REFERENCES people,
    role       text NOT NULL,
    library_id uuid REFERENCES libraries,
    valid_from date NOT NULL DEFAULT today(),
    valid_to   date,
    CONSTRAINT role_is_known CHECK (role IN (
        'staff', 'host', 'applicant', 'signatory', 'head', 'ambassador',
        'case_officer', 'decision_maker', 'finance', 'developer', 'auditor', 'administrator',
        'reviewer')),
    CONSTRAINT library_roles_name_their_library CHECK (
        (role IN ('staff', 'host', 'applicant', 'signatory', 'head', 'ambassador')) = (library_id IS NOT NULL)),
    CONSTRAINT role_begins_before_it_ends CHECK (valid_to IS NULL OR valid_from < valid_to)
);
CREATE UNIQUE INDEX one_assignment_per_role ON role_assignments (person_id, role, library_id, valid_from)
    NULLS NOT DISTINCT;

CREATE TABLE sessions (
    token_hash   bytea PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES people,
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL
);
CREATE INDEX ON sessions (person_id);

CREATE TABLE access_tokens (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    person_id    uuid NOT NULL REFERENCES people,
    name         text NOT NULL,
    token_hash   bytea NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL
);
CREATE INDEX ON access_tokens (person_id);
