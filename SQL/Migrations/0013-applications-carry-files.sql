-- Files of an application, and the libraries that take part in it.

-- A file that an application carries. Its bytes stand in pieces of their own, so that lists never touch them.
CREATE TABLE application_attachments (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    name           text NOT NULL,
    kind           text NOT NULL,
    description    text NOT NULL DEFAULT '',
    size           bigint NOT NULL,
    content_hash   bytea NOT NULL,
    added_by       uuid NOT NULL REFERENCES people,
    added_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    scan_state     text NOT NULL,
    scanned_at     timestamptz,
    scan_finding   text,
    scan_tried_at  timestamptz,
    -- The request for completion in answer to which it came. Until that is sent in, it is the applicant's own.
    completion_id  uuid REFERENCES completion_requests,
    UNIQUE (id, application_id),
    CONSTRAINT attachment_has_a_plain_name CHECK (char_length(name) BETWEEN 1 AND 120
        AND name !~ '[[:cntrl:]/\\]' AND name !~ U&'[\200B-\200F\202A-\202E\2060-\2069\FEFF]'),
    CONSTRAINT attachment_kind_is_known CHECK (kind IN ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'odt', 'ods', 'text')),
    CONSTRAINT attachment_is_of_a_sensible_size CHECK (size BETWEEN 1 AND 104857600),
    CONSTRAINT attachment_has_its_hash CHECK (octet_length(content_hash) = 32),
    CONSTRAINT attachment_description_is_short CHECK (char_length(description) <= 300),
    CONSTRAINT scan_state_is_known CHECK (scan_state IN ('quarantined', 'clean', 'infected', 'unscanned')),
    CONSTRAINT scanned_attachment_has_its_time CHECK ((scan_state IN ('clean', 'infected')) = (scanned_at IS NOT NULL)
        AND (scan_state = 'infected') = (scan_finding IS NOT NULL))
);
CREATE UNIQUE INDEX one_attachment_per_name ON application_attachments (application_id, lower(name));
CREATE INDEX attachments_to_scan ON application_attachments (scan_tried_at NULLS FIRST, id)
    WHERE scan_state IN ('quarantined', 'unscanned');

CREATE TABLE attachment_pieces (
    attachment_id  uuid NOT NULL,
    application_id uuid NOT NULL,
    position       integer NOT NULL,
    bytes          bytea NOT NULL,
    PRIMARY KEY (attachment_id, position),
    FOREIGN KEY (attachment_id, application_id) REFERENCES application_attachments (id, application_id)
);
-- What is compressed already is not compressed again.
ALTER TABLE attachment_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What was received stays as it was received, its files too. A completion that asks for files adds some, and may drop
-- only what it has added itself and not sent in. What the scanner says of them comes later.
CREATE FUNCTION keep_received_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    received timestamptz;
    completion uuid;
BEGIN
    SELECT submitted_at INTO received FROM grant_applications WHERE id = changed.application_id FOR SHARE;
    IF TG_TABLE_NAME = 'application_attachments' THEN
        completion := to_jsonb(changed) ->> 'completion_id';
    ELSE
        SELECT completion_id INTO completion FROM application_attachments
         WHERE id = (to_jsonb(changed) ->> 'attachment_id')::uuid;
    END IF;
    IF received IS NULL AND completion IS NULL
       AND (TG_OP <> 'UPDATE' OR OLD.application_id = NEW.application_id)
       OR TG_OP = 'INSERT' AND 'attachments' = ANY (unlocked_fields(changed.application_id))
          AND EXISTS (SELECT FROM completion_requests AS request
                       WHERE request.id = completion AND request.application_id = changed.application_id
                         AND request.ended_at IS NULL)
       OR TG_OP = 'DELETE' AND EXISTS (SELECT FROM completion_requests AS request
                                        WHERE request.id = completion
                                           AND request.ending IS DISTINCT FROM 'completed') THEN
        RETURN changed;
    END IF;
    PERFORM refuse_locked_part('attachments');
    RETURN NULL;
END
$$;
CREATE TRIGGER received_application_is_kept
    BEFORE INSERT OR DELETE OR UPDATE OF id, application_id, name, kind, description, size, content_hash, added_by,
        added_at, completion_id
    ON application_attachments FOR EACH ROW EXECUTE FUNCTION keep_received_file();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON application_attachments
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON attachment_pieces
    FOR EACH ROW EXECUTE FUNCTION keep_received_file();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON attachment_pieces
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();

-- A finding is for ever: who overrules the scanner adds another file.
CREATE TRIGGER infected_attachment_stays_infected BEFORE UPDATE OF scan_state ON application_attachments
    FOR EACH ROW WHEN (OLD.scan_state = 'infected' AND NEW.scan_state <> 'infected')
    EXECUTE FUNCTION keep_row('infected_attachment_stays_infected');

-- The libraries that take part in what an application is for. A co-applicant stands behind it, and says so before it is
-- submitted; a partner is named only.
CREATE TABLE application_partners (
    application_id uuid NOT NULL REFERENCES grant_applications,
    library_id     uuid NOT NULL REFERENCES libraries,
    role           text NOT NULL,
    contribution   text NOT NULL,
    confirmed_at   timestamptz,
    confirmed_by   uuid REFERENCES people,
    PRIMARY KEY (application_id, library_id),
    CONSTRAINT partner_role_is_known CHECK (role IN ('co-applicant', 'partner')),
    CONSTRAINT partner_does_something CHECK (contribution ~ '[^[:space:]]' AND char_length(contribution) <= 1000),
    CONSTRAINT only_co_applicants_confirm CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)
        AND (role = 'co-applicant' OR confirmed_at IS NULL))
);
CREATE INDEX ON application_partners (library_id);
CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON application_partners
    FOR EACH ROW EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON application_partners
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();

-- Nobody is made an applicant without having said yes; and the applicant is not its own partner.
CREATE FUNCTION check_partners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM application_partners AS partner
                WHERE partner.application_id = NEW.id AND partner.role = 'co-applicant'
                  AND partner.confirmed_at IS NULL) THEN
        RAISE EXCEPTION 'a co-applicant has not confirmed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'co_applicants_have_confirmed', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER co_applicants_have_confirmed BEFORE UPDATE OF submitted_at ON grant_applications
    FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION check_partners();

CREATE FUNCTION check_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.role = 'co-applicant' AND NEW.confirmed_at IS NULL AND EXISTS (
            SELECT FROM grant_applications AS application
             WHERE application.id = NEW.application_id AND application.submitted_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a co-applicant has not confirmed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'co_applicants_have_confirmed', TABLE = TG_TABLE_NAME;
    END IF;
    IF EXISTS (SELECT FROM grant_applications AS application
                WHERE application.id = NEW.application_id AND application.library_id = NEW.library_id) THEN
        RAISE EXCEPTION 'the applicant is not its own partner'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'applicant_is_not_its_own_partner', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER applicant_is_not_its_own_partner BEFORE INSERT OR UPDATE ON application_partners
    FOR EACH ROW EXECUTE FUNCTION check_partner();

-- Who last asked the signatories to sign a draft, and when.
CREATE TABLE signature_requests (
    application_id uuid PRIMARY KEY REFERENCES grant_applications,
    asked_by       uuid NOT NULL REFERENCES people,
    asked_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
