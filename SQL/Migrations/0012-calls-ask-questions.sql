-- What a call says under the headings of every grant page, its rounds, its tracks with their money, and what it asks
-- besides the standard fields. What an application answers is kept with it, and stays as it was received.

ALTER TABLE calls
    ADD COLUMN texts            jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN question_version integer,
    ADD COLUMN is_rolling       boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT call_texts_are_an_object CHECK (jsonb_typeof(texts) = 'object');

-- Every change makes a new version, and each is kept: an application that was received keeps the one that it answered.
CREATE TABLE call_question_sets (
    call_id     uuid NOT NULL REFERENCES calls,
    version     integer NOT NULL,
    questions   jsonb NOT NULL,
    recorded_by uuid NOT NULL REFERENCES people,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (call_id, version),
    CONSTRAINT question_set_is_a_list CHECK (version >= 1 AND jsonb_typeof(questions) = 'array')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON call_question_sets
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE calls ADD CONSTRAINT call_has_its_questions FOREIGN KEY (id, question_version)
    REFERENCES call_question_sets (call_id, version);

-- A part of a call with money of its own.
CREATE TABLE call_tracks (
    id             uuid PRIMARY KEY,
    call_id        uuid NOT NULL REFERENCES calls,
    position       integer NOT NULL,
    name           text NOT NULL,
    english_name   text NOT NULL DEFAULT '',
    budget         bigint NOT NULL,
    committed      bigint NOT NULL DEFAULT 0,
    maximum_amount bigint,
    CONSTRAINT track_is_of_one_call UNIQUE (call_id, id),
    CONSTRAINT track_has_a_name CHECK (name ~ '[^[:space:]]' AND char_length(name) <= 100
        AND char_length(english_name) <= 100),
    CONSTRAINT track_amounts_are_positive CHECK (budget > 0 AND committed >= 0 AND maximum_amount > 0),
    CONSTRAINT grants_stay_within_track_budget CHECK (committed <= budget)
);

-- The times within a call's own in which one may submit. A call without any is one round.
CREATE TABLE call_rounds (
    id                   uuid PRIMARY KEY,
    call_id              uuid NOT NULL REFERENCES calls,
    opens_at             timestamptz NOT NULL,
    closes_at            timestamptz NOT NULL,
    decision_expected_on date,
    CONSTRAINT round_is_of_one_call UNIQUE (call_id, id),
    CONSTRAINT rounds_follow_each_other UNIQUE (call_id, opens_at),
    CONSTRAINT round_opens_before_it_closes CHECK (opens_at < closes_at)
);

CREATE FUNCTION check_track_budgets(call uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(budget) FROM call_tracks WHERE call_id = check_track_budgets.call)
       > (SELECT budget FROM calls WHERE id = check_track_budgets.call) THEN
        RAISE EXCEPTION 'the tracks of call % have more money than the call', call
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tracks_stay_within_call_budget', TABLE = 'call_tracks';
    END IF;
END
$$;
CREATE FUNCTION check_track_budgets_of_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_track_budgets(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_track_budgets_of_track() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_track_budgets(NEW.call_id);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER tracks_stay_within_call_budget AFTER UPDATE OF budget ON calls
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_track_budgets_of_call();
CREATE CONSTRAINT TRIGGER tracks_stay_within_call_budget AFTER INSERT OR UPDATE OF budget, call_id ON call_tracks
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_track_budgets_of_track();

ALTER TABLE grant_applications
    ADD COLUMN question_version integer,
    ADD COLUMN track_id         uuid,
    ADD COLUMN round_id         uuid,
    ADD COLUMN areas            text[] NOT NULL DEFAULT '{}',
    ADD COLUMN priority_groups  text[] NOT NULL DEFAULT '{}',
    ADD COLUMN own_hours        integer,
    ADD COLUMN own_hourly_cost  bigint,
    ADD COLUMN other_funding    bigint,
    ADD CONSTRAINT application_answers_a_question_set FOREIGN KEY (call_id, question_version)
        REFERENCES call_question_sets (call_id, version),
    ADD CONSTRAINT application_chooses_a_track_of_its_call FOREIGN KEY (call_id, track_id)
        REFERENCES call_tracks (call_id, id),
    ADD CONSTRAINT application_is_of_a_round_of_its_call FOREIGN KEY (call_id, round_id)
        REFERENCES call_rounds (call_id, id),
    ADD CONSTRAINT area_is_known CHECK (
        areas <@ ARRAY['democracy', 'digitalisation', 'library-for-all', 'literature-and-reading']),
    ADD CONSTRAINT priority_group_is_known CHECK (
        priority_groups <@ ARRAY['children-and-youth', 'other-mother-tongue', 'national-minorities', 'disability']),
    ADD CONSTRAINT own_contribution_is_not_negative CHECK (own_hours >= 0 AND own_hourly_cost >= 0
        AND other_funding >= 0);
CREATE INDEX ON grant_applications (track_id) WHERE track_id IS NOT NULL;

-- The standard fields of text that an application may fill in.
CREATE TABLE application_texts (
    application_id uuid NOT NULL REFERENCES grant_applications,
    field          text NOT NULL,
    content        text NOT NULL,
    PRIMARY KEY (application_id, field),
    CONSTRAINT application_text_is_known CHECK (field IN ('contact-name', 'contact-role', 'contact-email',
        'contact-phone', 'background', 'goals', 'target-group', 'time-plan', 'expected-effect', 'partners', 'spreading',
        'digital-participation', 'accessibility', 'evaluation', 'other-funding-from')),
    CONSTRAINT application_text_says_something CHECK (char_length(content) BETWEEN 1 AND 20000)
);

-- What is answered to the questions of the call, value by value; those that are hidden now, and those of an earlier
-- version, too.
CREATE TABLE application_answers (
    application_id uuid NOT NULL REFERENCES grant_applications,
    question_id    uuid NOT NULL,
    position       integer NOT NULL,
    content        text NOT NULL,
    PRIMARY KEY (application_id, question_id, position),
    CONSTRAINT answer_says_something CHECK (char_length(content) BETWEEN 1 AND 20000)
);

CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON application_texts
    FOR EACH ROW EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON application_texts
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_kept BEFORE INSERT OR UPDATE OR DELETE ON application_answers
    FOR EACH ROW EXECUTE FUNCTION keep_received_application();
CREATE TRIGGER received_application_is_never_emptied BEFORE TRUNCATE ON application_answers
    FOR EACH STATEMENT EXECUTE FUNCTION keep_received_application();

-- The same of what stands in the application itself.
CREATE FUNCTION keep_received_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unlocked text[] := unlocked_fields(OLD.id);
BEGIN
    IF NEW.areas <> OLD.areas AND 'areas' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('areas');
    ELSIF NEW.priority_groups <> OLD.priority_groups AND 'priorityGroups' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('priorityGroups');
    ELSIF (NEW.own_hours, NEW.own_hourly_cost) IS DISTINCT FROM (OLD.own_hours, OLD.own_hourly_cost)
          AND 'ownWork' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('ownWork');
    ELSIF NEW.other_funding IS DISTINCT FROM OLD.other_funding AND 'otherFunding' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('otherFunding');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER received_plan_is_kept
    BEFORE UPDATE OF areas, priority_groups, own_hours, own_hourly_cost, other_funding ON grant_applications
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_received_plan();

-- An application that was received stays under its questions, and in its track and round.
CREATE TRIGGER received_application_keeps_its_questions BEFORE UPDATE ON grant_applications
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL
        AND (OLD.question_version, OLD.track_id, OLD.round_id)
            IS DISTINCT FROM (NEW.question_version, NEW.track_id, NEW.round_id))
    EXECUTE FUNCTION keep_row('received_application_keeps_its_questions');

-- The money of a track follows its grants: whatever gives or ends one need not know of tracks.
CREATE FUNCTION bind_money_of_track() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    change bigint := CASE WHEN NEW.state = 'ended' THEN 0 ELSE NEW.amount - NEW.released END;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> 'ended' THEN
        change := change - (OLD.amount - OLD.released);
    END IF;
    IF change <> 0 THEN
        UPDATE call_tracks
           SET committed = committed + change
          FROM grant_applications AS application
         WHERE application.id = NEW.application_id AND call_tracks.id = application.track_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER grant_binds_money_of_its_track AFTER INSERT OR UPDATE OF state, released, amount ON grants
    FOR EACH ROW EXECUTE FUNCTION bind_money_of_track();

-- What has been paid of each grant that anything has been paid of, and has not come back.
CREATE VIEW paid_of_grants AS
    SELECT payment.grant_id,
           (sum(payment.amount) - coalesce((
               SELECT sum(entry.amount)
                 FROM claim_entries AS entry
                 JOIN claims AS claim ON claim.id = entry.claim_id
                WHERE claim.grant_id = payment.grant_id AND entry.kind = 'repaid'), 0))::bigint AS amount
      FROM payments AS payment
     WHERE payment.state = 'paid'
     GROUP BY payment.grant_id;
