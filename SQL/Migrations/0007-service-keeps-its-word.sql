-- What leaves the service after a commit, what a repeated request is answered with, and what the sweep found.

-- Rows for mail, notices and webhooks, written in the transaction of the change that they tell of.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text NOT NULL,
    subject_id uuid NOT NULL,
    payload    jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at    timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE sent_at IS NULL;

-- A request that was answered, by person, route and key, so that the same request again does nothing twice.
CREATE TABLE answered_requests (
    person_id    uuid NOT NULL REFERENCES people,
    route        text NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    subject_id   uuid NOT NULL,
    answered_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person_id, route, key),
    CONSTRAINT key_is_short CHECK (char_length(key) BETWEEN 1 AND 255)
);
CREATE INDEX ON answered_requests (answered_at);

-- One row. Its version moves in the transaction of every change that the public calendar shows.
CREATE TABLE calendar_stamp (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version    bigint NOT NULL,
    changed_at timestamptz NOT NULL
);
INSERT INTO calendar_stamp (version, changed_at) VALUES (1, now());

CREATE FUNCTION stamp_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE calendar_stamp SET version = version + 1, changed_at = clock_timestamp();
    RETURN NULL;
END
$$;
CREATE TRIGGER calendar_shows_new_events AFTER INSERT ON events
    FOR EACH ROW WHEN (NEW.status <> 'draft') EXECUTE FUNCTION stamp_calendar();
CREATE TRIGGER calendar_shows_changed_events AFTER UPDATE ON events
    FOR EACH ROW WHEN (OLD.status <> 'draft' OR NEW.status <> 'draft') EXECUTE FUNCTION stamp_calendar();

-- What the sweep found to be other than it should be. The region's desk shows the open ones.
CREATE TABLE alarms (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invariant  text NOT NULL,
    subject_id uuid NOT NULL,
    detail     text NOT NULL,
    raised_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at timestamptz
);
CREATE UNIQUE INDEX one_open_alarm_per_subject ON alarms (invariant, subject_id) WHERE settled_at IS NULL;

-- When each of the service's own chores was last done, by whichever instance.
CREATE TABLE chores (
    name        text PRIMARY KEY,
    finished_at timestamptz NOT NULL
);
