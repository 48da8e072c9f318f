-- Grant applications, what they ask for, and the case that follows. The states are those of docs/rules.md.

CREATE TABLE grant_applications (
    id               uuid PRIMARY KEY,
    call_id          uuid NOT NULL REFERENCES calls,
    library_id       uuid NOT NULL REFERENCES libraries,
    title            text NOT NULL,
    purpose          text NOT NULL DEFAULT '',
    requested_amount bigint NOT NULL DEFAULT 0,
    status           text NOT NULL DEFAULT 'draft',
    registry_number  text UNIQUE,
    submitted_by     uuid REFERENCES people,
    submitted_at     timestamptz,
    case_officer_id  uuid REFERENCES people,
    closing_note     text,
    version          bigint NOT NULL DEFAULT 1,
    created_by       uuid REFERENCES people,
    created_at       timestamptz NOT NULL DEFAULT now(),
    changed_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT application_has_a_title CHECK (title ~ '[^[:space:]]' AND char_length(title) <= 200),
    CONSTRAINT requested_amount_is_not_negative CHECK (requested_amount >= 0),
    CONSTRAINT application_status_is_known CHECK (status IN ('draft', 'submitted', 'in-review', 'completion-requested',
        'ready-for-decision', 'approved', 'approved-partially', 'rejected', 'dismissed', 'withdrawn', 'lapsed')),
    CONSTRAINT received_application_is_registered CHECK (
        (status IN ('draft', 'lapsed')) = (registry_number IS NULL)
        AND (registry_number IS NULL) = (submitted_at IS NULL)
        AND (registry_number IS NULL) = (submitted_by IS NULL)),
    CONSTRAINT reviewed_application_has_a_case_officer CHECK (
        status NOT IN ('in-review', 'completion-requested', 'ready-for-decision', 'approved', 'approved-partially',
            'rejected') OR case_officer_id IS NOT NULL)
);
CREATE INDEX ON grant_applications (call_id);
CREATE INDEX ON grant_applications (library_id);
CREATE INDEX grant_applications_by_status ON grant_applications (status, submitted_at);

CREATE TABLE application_events (
    application_id uuid NOT NULL REFERENCES grant_applications,
    event_id       uuid NOT NULL REFERENCES events,
    cost_share     bigint NOT NULL,
    -- When a completion added it; NULL: it came with the submission.
    claimed_at     timestamptz,
    PRIMARY KEY (application_id, event_id),
    CONSTRAINT cost_share_is_not_negative CHECK (cost_share >= 0)
);
CREATE INDEX ON application_events (event_id);

CREATE FUNCTION note_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.claimed_at := CASE WHEN EXISTS (
        SELECT FROM grant_applications WHERE id = NEW.application_id AND submitted_at IS NOT NULL)
        THEN clock_timestamp() END;
    RETURN NEW;
END
$$;
CREATE TRIGGER line_knows_when_it_was_claimed BEFORE INSERT ON application_events
    FOR EACH ROW EXECUTE FUNCTION note_claim();

CREATE TABLE budget_lines (
    application_id uuid NOT NULL REFERENCES grant_applications,
    position       integer NOT NULL,
    kind           text NOT NULL,
    amount         bigint NOT NULL,
    PRIMARY KEY (application_id, position),
    CONSTRAINT budget_kind_is_known CHECK (kind IN
        ('fee', 'travel', 'premises', 'catering', 'material', 'technology', 'communication')),
    CONSTRAINT budget_line_is_not_negative CHECK (amount >= 0)
);

-- Registry numbers without gaps: the series is locked in the transaction that submits.
CREATE TABLE registry_series (
    year        integer PRIMARY KEY,
    last_number integer NOT NULL DEFAULT 0
);

-- What was received, word for word: canonical JSON (RFC 8785) that names its form, and the SHA-256 of its text. The
-- hash is compared in the sweep and not here, so that a row which has been tampered with can be found.
CREATE TABLE application_snapshots (
    application_id      uuid NOT NULL REFERENCES grant_applications,
    application_version bigint NOT NULL,
    taken_at            timestamptz NOT NULL,
    content             text NOT NULL,
    content_hash        bytea NOT NULL,
    content_version     integer GENERATED ALWAYS AS ((content::jsonb ->> 'contentVersion')::integer) STORED,
    PRIMARY KEY (application_id, application_version),
    CONSTRAINT snapshot_names_its_form CHECK (content_version IS NOT NULL AND content_version >= 1)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON application_snapshots
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who did what in the case, in order.
CREATE TABLE case_events (
    application_id uuid NOT NULL REFERENCES grant_applications,
    number         integer NOT NULL,
    happened_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor_id       uuid REFERENCES people,
    kind           text NOT NULL,
    detail         text NOT NULL DEFAULT '',
    PRIMARY KEY (application_id, number)
);
-- Whoever only adds to a case, such as a host who tells of a deviation, does not lock its application: so the number is
-- taken under a lock of its own, the last one that anybody takes before the outbox.
CREATE FUNCTION number_case_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('case_events ' || NEW.application_id, 0));
    IF EXISTS (SELECT FROM case_events WHERE application_id = NEW.application_id AND number = NEW.number) THEN
        NEW.number := (SELECT max(number) + 1 FROM case_events WHERE application_id = NEW.application_id);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_events_follow_each_other BEFORE INSERT ON case_events
    FOR EACH ROW EXECUTE FUNCTION number_case_event();
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the rule said, when, and on which facts.
CREATE TABLE rule_evaluations (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    moment         text NOT NULL,
    evaluated_at   timestamptz NOT NULL,
    rule_version   integer NOT NULL,
    verdict        text NOT NULL,
    findings       jsonb NOT NULL,
    inputs_hash    bytea NOT NULL,
    CONSTRAINT verdict_is_known CHECK (verdict IN ('holds', 'fails', 'unknown'))
);
CREATE INDEX ON rule_evaluations (application_id, evaluated_at);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_evaluations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE recommendations (
    application_id      uuid NOT NULL REFERENCES grant_applications,
    application_version bigint NOT NULL,
    outcome             text NOT NULL,
    amount              bigint,
    reasons             text NOT NULL,
    event_versions      jsonb NOT NULL,
    recommended_by      uuid NOT NULL REFERENCES people,
    recommended_at      timestamptz NOT NULL,
    PRIMARY KEY (application_id, application_version),
    CONSTRAINT recommendation_is_complete CHECK (outcome IN ('approve', 'reject')
        AND (outcome = 'approve') = (amount IS NOT NULL) AND amount > 0 AND reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON recommendations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- By its number, and by when and by whom it came in, a case is known for ever.
CREATE TRIGGER received_application_keeps_its_number BEFORE UPDATE ON grant_applications
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL
        AND (OLD.registry_number, OLD.submitted_by, OLD.submitted_at)
            IS DISTINCT FROM (NEW.registry_number, NEW.submitted_by, NEW.submitted_at))
    EXECUTE FUNCTION keep_row('received_application_keeps_its_number');

-- What was received stays as it was received: its events and its budget. The application is held still meanwhile, so
-- that nobody adds to it while somebody else submits it.
CREATE FUNCTION keep_received_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    received timestamptz;
BEGIN
    IF TG_OP <> 'TRUNCATE' THEN
        SELECT max(locked.submitted_at) INTO received
          FROM (SELECT submitted_at FROM grant_applications
                 WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.application_id END,
                              CASE WHEN TG_OP <> 'DELETE' THEN NEW.application_id END)
                 ORDER BY id FOR SHARE) AS locked;
        IF received IS NULL THEN
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END IF;
    END IF;
    RAISE EXCEPTION 'rows of % are kept as they were received', TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = 'received_application_is_kept', TABLE = TG_TABLE_NAME;
END
$$;
CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON application_events
    FOR EACH ROW EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON application_events
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON budget_lines
    FOR EACH ROW EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON budget_lines
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();
