-- What the region does with a case between its receipt and its decision: it asks for more, has it reviewed by criteria,
-- keeps out whoever has a conflict of interest, and talks with the applicant.

-- What the region asks to have completed, until when (the last day, in Stockholm), and how that ended.
CREATE TABLE completion_requests (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    fields         text[] NOT NULL,
    message        text NOT NULL,
    due_on         date NOT NULL,
    requested_by   uuid NOT NULL REFERENCES people,
    requested_at   timestamptz NOT NULL,
    ending         text,
    ended_at       timestamptz,
    CONSTRAINT completion_names_its_fields CHECK (cardinality(fields) > 0
        AND fields <@ ARRAY['title', 'contact', 'purpose', 'background', 'goals', 'targetGroup', 'areas',
            'priorityGroups',
            'events', 'timePlan', 'expectedEffect', 'spreading', 'digitalParticipation', 'requestedAmount', 'budget',
            'ownWork', 'otherFunding', 'cooperation', 'partners', 'accessibility', 'evaluation', 'answers',
            'attachments']),
    CONSTRAINT completion_says_what_is_needed CHECK (message ~ '[^[:space:]]'),
    CONSTRAINT completion_ending_is_known CHECK (ending IN ('completed', 'overdue', 'withdrawn')),
    CONSTRAINT ended_completion_has_its_time CHECK ((ending IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX one_open_completion_request ON completion_requests (application_id) WHERE ended_at IS NULL;
CREATE INDEX ON completion_requests (application_id);
-- What is asked for stays as it was asked for, and ends once.
CREATE TRIGGER completion_request_is_kept BEFORE UPDATE ON completion_requests
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL
        OR to_jsonb(OLD.*) - '{ending,ended_at}'::text[] <> to_jsonb(NEW.*) - '{ending,ended_at}'::text[])
    EXECUTE FUNCTION keep_row('completion_request_is_kept');
CREATE TRIGGER completion_requests_are_never_deleted BEFORE DELETE OR TRUNCATE ON completion_requests
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('completion_request_is_kept');

-- What the applicant has written in answer and not yet sent in: its own room, as a draft is. An object of the parts
-- that are other than they were received; files stand with the others until then, and name the request.
CREATE TABLE completion_drafts (
    request_id uuid PRIMARY KEY REFERENCES completion_requests,
    content    jsonb NOT NULL,
    saved_by   uuid NOT NULL REFERENCES people,
    saved_at   timestamptz NOT NULL,
    CONSTRAINT completion_draft_is_an_object CHECK (jsonb_typeof(content) = 'object')
);

-- The parts of a received application that its applicant may change now.
CREATE FUNCTION unlocked_fields(application uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT request.fields
          FROM completion_requests AS request
          JOIN grant_applications AS asked ON asked.id = request.application_id
         WHERE request.application_id = application AND request.ended_at IS NULL
           AND asked.status = 'completion-requested'), '{}')
$$;

CREATE FUNCTION refuse_locked_part(part text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the % of a received application is kept as it was received', part
        USING ERRCODE = 'check_violation', CONSTRAINT = 'received_application_is_kept';
END
$$;

-- The part of an application that a row of another table belongs to, as a request for completion names it.
CREATE FUNCTION part_of_row(of_table text, content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE of_table
        WHEN 'application_events' THEN 'events'
        WHEN 'budget_lines' THEN 'budget'
        WHEN 'application_answers' THEN 'answers'
        WHEN 'application_partners' THEN 'partners'
        WHEN 'application_texts' THEN CASE content ->> 'field'
            WHEN 'contact-name' THEN 'contact' WHEN 'contact-role' THEN 'contact' WHEN 'contact-email' THEN 'contact'
            WHEN 'contact-phone' THEN 'contact' WHEN 'target-group' THEN 'targetGroup' WHEN 'time-plan' THEN 'timePlan'
            WHEN 'expected-effect' THEN 'expectedEffect' WHEN 'partners' THEN 'cooperation'
            WHEN 'digital-participation' THEN 'digitalParticipation' WHEN 'other-funding-from' THEN 'otherFunding'
            ELSE content ->> 'field' END
        ELSE of_table END
$$;

-- What was received stays as it was received, but for what the region has asked to have completed. The application is
-- held still meanwhile, so that nobody adds to it while somebody else submits it.
CREATE OR REPLACE FUNCTION keep_received_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parts text[];
    held record;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM refuse_locked_part(TG_TABLE_NAME);
    END IF;
    parts := ARRAY[part_of_row(TG_TABLE_NAME, to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END)),
                   part_of_row(TG_TABLE_NAME, to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END))];
    FOR held IN SELECT id, submitted_at FROM grant_applications
                 WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.application_id END,
                              CASE WHEN TG_OP <> 'DELETE' THEN NEW.application_id END)
                 ORDER BY id FOR SHARE LOOP
        IF held.submitted_at IS NOT NULL AND NOT parts <@ unlocked_fields(held.id) THEN
            PERFORM refuse_locked_part(parts[2]);
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE FUNCTION keep_received_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unlocked text[] := unlocked_fields(OLD.id);
BEGIN
    IF NEW.title <> OLD.title AND 'title' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('title');
    ELSIF NEW.purpose <> OLD.purpose AND 'purpose' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('purpose');
    ELSIF NEW.requested_amount <> OLD.requested_amount AND 'requestedAmount' <> ALL (unlocked) THEN
        PERFORM refuse_locked_part('requestedAmount');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER received_words_are_kept BEFORE UPDATE OF title, purpose, requested_amount ON grant_applications
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION keep_received_words();

CREATE FUNCTION keep_to_what_is_asked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked text[];
BEGIN
    SELECT request.fields INTO asked
      FROM completion_requests AS request WHERE request.id = NEW.request_id AND request.ended_at IS NULL;
    IF NOT ARRAY(SELECT jsonb_object_keys(NEW.content)) <@ coalesce(asked, '{}') THEN
        PERFORM refuse_locked_part('rest');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER completion_keeps_to_what_is_asked BEFORE INSERT OR UPDATE ON completion_drafts
    FOR EACH ROW EXECUTE FUNCTION keep_to_what_is_asked();

-- At every commit: an application waits for completion if, and only if, a request for it is open.
CREATE FUNCTION check_completion(application uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grant_applications AS asked WHERE asked.id = check_completion.application
           AND (asked.status = 'completion-requested') <> EXISTS (
                   SELECT FROM completion_requests AS request
                    WHERE request.application_id = asked.id AND request.ended_at IS NULL)) THEN
        RAISE EXCEPTION 'application % waits for a completion that nobody asks for, or does not wait', application
            USING ERRCODE = 'check_violation', CONSTRAINT = 'completion_is_asked_for', TABLE = 'completion_requests';
    END IF;
END
$$;
CREATE FUNCTION check_completion_of_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_completion(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_completion_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_completion(CASE WHEN TG_OP = 'DELETE' THEN OLD.application_id ELSE NEW.application_id END);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER completion_is_asked_for AFTER INSERT OR UPDATE OF status ON grant_applications
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_completion_of_application();
CREATE CONSTRAINT TRIGGER completion_is_asked_for AFTER INSERT OR UPDATE OR DELETE ON completion_requests
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_completion_of_request();

-- Which reminders of a closing call a draft has had: each once for each closing time.
CREATE TABLE draft_reminders (
    application_id uuid NOT NULL REFERENCES grant_applications,
    days_before    integer NOT NULL,
    closes_at      timestamptz NOT NULL,
    PRIMARY KEY (application_id, days_before, closes_at)
);

-- Of which bound invitations, that were to have gone out by now, the host and the region have been told: once for each
-- time that the host had named.
CREATE TABLE publication_reminders (
    event_id   uuid NOT NULL REFERENCES events,
    publish_by timestamptz NOT NULL,
    PRIMARY KEY (event_id, publish_by)
);

-- By what applications to a call are reviewed, kept version by version as the call's rule is. Whoever has no row asks
-- for no reviews.
CREATE TABLE call_rubrics (
    call_id          uuid NOT NULL REFERENCES calls,
    version          integer NOT NULL,
    required_reviews integer NOT NULL,
    recorded_by      uuid NOT NULL REFERENCES people,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (call_id, version),
    CONSTRAINT rubric_asks_for_some_reviews CHECK (required_reviews BETWEEN 0 AND 10)
);
CREATE TABLE call_criteria (
    call_id        uuid NOT NULL,
    rubric_version integer NOT NULL,
    position       integer NOT NULL,
    name_sv        text NOT NULL,
    name_en        text NOT NULL,
    weight         integer NOT NULL,
    guidance       text NOT NULL DEFAULT '',
    PRIMARY KEY (call_id, rubric_version, position),
    CONSTRAINT criterion_is_of_a_rubric FOREIGN KEY (call_id, rubric_version)
        REFERENCES call_rubrics (call_id, version),
    CONSTRAINT criterion_has_its_names CHECK (name_sv ~ '[^[:space:]]' AND name_en ~ '[^[:space:]]'),
    CONSTRAINT criterion_weighs_something CHECK (weight BETWEEN 1 AND 100)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON call_rubrics
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON call_criteria
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION weigh_criteria(call uuid, rubric integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT coalesce(sum(weight), 0) FROM call_criteria WHERE call_id = call AND rubric_version = rubric)
       <> (SELECT CASE WHEN required_reviews = 0 AND NOT EXISTS (
                       SELECT FROM call_criteria WHERE call_id = call AND rubric_version = rubric) THEN 0 ELSE 100 END
             FROM call_rubrics WHERE call_id = call AND version = rubric) THEN
        RAISE EXCEPTION 'the criteria of call % do not weigh a hundred per cent', call
            USING ERRCODE = 'check_violation', CONSTRAINT = 'criteria_weigh_a_hundred', TABLE = 'call_criteria';
    END IF;
END
$$;
CREATE FUNCTION weigh_criteria_of_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM weigh_criteria(NEW.call_id, NEW.version);
    RETURN NULL;
END
$$;
CREATE FUNCTION weigh_criteria_of_criterion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM weigh_criteria(NEW.call_id, NEW.rubric_version);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER criteria_weigh_a_hundred AFTER INSERT ON call_rubrics
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION weigh_criteria_of_rubric();
CREATE CONSTRAINT TRIGGER criteria_weigh_a_hundred AFTER INSERT ON call_criteria
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION weigh_criteria_of_criterion();

-- What one person thinks of one version of an application as it was received. It is stale once another version is
-- there, which nobody has to note: the versions say so.
CREATE TABLE reviews (
    id                  uuid PRIMARY KEY,
    application_id      uuid NOT NULL REFERENCES grant_applications,
    application_version bigint NOT NULL,
    call_id             uuid NOT NULL,
    rubric_version      integer NOT NULL,
    reviewed_by         uuid NOT NULL REFERENCES people,
    reviewed_at         timestamptz NOT NULL,
    CONSTRAINT one_review_per_reviewer_and_version UNIQUE (application_id, application_version, reviewed_by),
    CONSTRAINT review_is_of_a_received_version FOREIGN KEY (application_id, application_version)
        REFERENCES application_snapshots (application_id, application_version),
    CONSTRAINT review_is_by_a_rubric FOREIGN KEY (call_id, rubric_version) REFERENCES call_rubrics (call_id, version)
);
CREATE TABLE review_scores (
    review_id uuid NOT NULL REFERENCES reviews,
    position  integer NOT NULL,
    score     integer NOT NULL,
    comment   text NOT NULL,
    PRIMARY KEY (review_id, position),
    CONSTRAINT score_is_on_the_scale CHECK (score BETWEEN 0 AND 5),
    CONSTRAINT score_has_its_reason CHECK (comment ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON reviews
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON review_scores
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ARRAY(SELECT position FROM review_scores WHERE review_id = NEW.id ORDER BY position)
       <> ARRAY(SELECT position FROM call_criteria
                 WHERE call_id = NEW.call_id AND rubric_version = NEW.rubric_version ORDER BY position) THEN
        RAISE EXCEPTION 'review % does not score every criterion', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'review_scores_every_criterion', TABLE = 'reviews';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER review_scores_every_criterion AFTER INSERT ON reviews
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_review();

-- Conflicts of interest that somebody has declared, with the ground (KL 6 kap. 28 §, FL 16 §). Lifting one is another's decision.
CREATE TABLE declared_conflicts (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    person_id      uuid NOT NULL REFERENCES people,
    ground         text NOT NULL,
    explanation    text NOT NULL,
    declared_by    uuid NOT NULL REFERENCES people,
    declared_at    timestamptz NOT NULL,
    lifted_by      uuid REFERENCES people,
    lifted_at      timestamptz,
    lifting_reason text,
    CONSTRAINT conflict_ground_is_known CHECK (ground IN
        ('own-interest', 'close-relation', 'representative', 'earlier-instance', 'other-circumstance')),
    CONSTRAINT conflict_is_explained CHECK (explanation ~ '[^[:space:]]'),
    CONSTRAINT lifted_conflict_has_its_reason CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)
        AND (lifted_by IS NULL) = (lifting_reason IS NULL) AND lifting_reason ~ '[^[:space:]]'),
    CONSTRAINT conflict_is_lifted_by_another CHECK (lifted_by <> person_id AND lifted_by <> declared_by)
);
CREATE UNIQUE INDEX one_open_conflict_per_person ON declared_conflicts (application_id, person_id)
    WHERE lifted_at IS NULL;

-- The application whose grant a report is of.
CREATE FUNCTION case_of_report(report uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT award.application_id FROM grants AS award JOIN grant_reports ON grant_reports.grant_id = award.id
             WHERE grant_reports.id = report);
END
$$;

-- The application that a row is of, also of what is written of its grant or its decision.
CREATE FUNCTION case_of(kind text, written jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE kind
        WHEN 'settlements' THEN (
            SELECT award.application_id FROM grants AS award JOIN conditions ON conditions.grant_id = award.id
             WHERE conditions.id = (written ->> 'condition_id')::uuid)
        WHEN 'successor_offers' THEN (
            SELECT award.application_id FROM grants AS award JOIN conditions ON conditions.grant_id = award.id
             WHERE conditions.id = (written ->> 'condition_id')::uuid)
        WHEN 'grant_applications' THEN (written ->> 'id')::uuid
        WHEN 'breaches' THEN (SELECT application_id FROM grants WHERE id = (written ->> 'grant_id')::uuid)
        WHEN 'payments' THEN (SELECT application_id FROM grants WHERE id = (written ->> 'grant_id')::uuid)
        WHEN 'claims' THEN (SELECT application_id FROM grants WHERE id = (written ->> 'grant_id')::uuid)
        WHEN 'grant_decisions' THEN (SELECT application_id FROM grants WHERE id = (written ->> 'grant_id')::uuid)
        WHEN 'report_returns' THEN case_of_report((written ->> 'report_id')::uuid)
        WHEN 'report_settlements' THEN case_of_report((written ->> 'report_id')::uuid)
        WHEN 'settlement_returns' THEN (
            SELECT case_of_report(report_id) FROM report_settlements WHERE id = (written ->> 'settlement_id')::uuid)
        WHEN 'settlement_confirmations' THEN (
            SELECT case_of_report(report_id) FROM report_settlements WHERE id = (written ->> 'settlement_id')::uuid)
        WHEN 'claim_entries' THEN (
            SELECT award.application_id FROM grants AS award JOIN claims ON claims.grant_id = award.id
             WHERE claims.id = (written ->> 'claim_id')::uuid)
        WHEN 'later_reopenings' THEN (
            SELECT application_id FROM decision_documents WHERE id = (written ->> 'document_id')::uuid)
        WHEN 'corrections' THEN (SELECT application_id FROM decisions WHERE id = (written ->> 'decision_id')::uuid)
        WHEN 'announcements' THEN (SELECT application_id FROM decisions WHERE id = (written ->> 'decision_id')::uuid)
        WHEN 'appeals' THEN (SELECT application_id FROM decisions WHERE id = (written ->> 'decision_id')::uuid)
        WHEN 'decision_services' THEN (SELECT application_id FROM decisions
            WHERE id = (written ->> 'decision_id')::uuid)
        WHEN 'reopenings' THEN (SELECT application_id FROM decisions WHERE id = (written ->> 'decision_id')::uuid)
        ELSE (written ->> 'application_id')::uuid END;
END
$$;

-- The roles that somebody holds today.
CREATE FUNCTION roles_today(person uuid) RETURNS SETOF role_assignments LANGUAGE sql STABLE AS $$
    SELECT held.*
      FROM role_assignments AS held
     WHERE held.person_id = person AND held.valid_from <= today() AND (held.valid_to IS NULL OR held.valid_to > today())
$$;

-- Whether somebody works for a library of the case, or has a role there today: the applicant, those who apply with it,
-- and the hosts of its events.
CREATE FUNCTION works_for_case(person uuid, application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    own uuid[] := ARRAY(
        SELECT of_one_principal(party.id)
          FROM (SELECT library_id AS id FROM grant_applications WHERE id = works_for_case.application
                UNION
                SELECT library_id FROM application_partners
                 WHERE application_id = works_for_case.application AND role = 'co-applicant'
                UNION
                SELECT unnest(event.host_library_id || event.co_host_library_ids)
                  FROM events_of_cases AS counted
                  JOIN events AS event ON event.id = counted.event_id
                 WHERE counted.application_id = works_for_case.application) AS party);
BEGIN
    RETURN EXISTS (SELECT FROM people WHERE id = person AND library_id = ANY (own))
        OR EXISTS (SELECT FROM roles_today(person) AS held WHERE held.library_id = ANY (own));
END
$$;

-- Whoever has an open conflict of interest writes nothing for the region in the case. The application is held still, so
-- that nobody decides while they declare a conflict: whoever comes second sees what the first has done.
CREATE FUNCTION refuse_partial() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actors uuid[] := ARRAY(SELECT (to_jsonb(NEW) ->> name)::uuid FROM unnest(TG_ARGV) AS name);
    application uuid := case_of(TG_TABLE_NAME, to_jsonb(NEW));
BEGIN
    PERFORM FROM grant_applications WHERE id = application FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM declared_conflicts AS conflict
         WHERE conflict.application_id = application AND conflict.person_id = ANY (actors)
           AND conflict.lifted_at IS NULL)
       OR EXISTS (SELECT FROM unnest(actors) AS actor WHERE works_for_case(actor, application)) THEN
        RAISE EXCEPTION 'somebody with a conflict of interest acts in application %', application
            USING ERRCODE = 'check_violation', CONSTRAINT = 'case_officer_is_impartial', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON recommendations
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('recommended_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON reviews
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('reviewed_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON completion_requests
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('requested_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON decisions
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('decided_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON breaches
    FOR EACH ROW WHEN (NEW.found_by IS NOT NULL) EXECUTE FUNCTION refuse_partial('found_by');
CREATE TRIGGER case_officer_is_impartial BEFORE UPDATE OF case_officer_id ON grant_applications
    FOR EACH ROW WHEN (NEW.case_officer_id IS NOT NULL AND OLD.case_officer_id IS DISTINCT FROM NEW.case_officer_id)
    EXECUTE FUNCTION refuse_partial('case_officer_id');
CREATE TRIGGER conflict_is_lifted_by_the_impartial BEFORE UPDATE OF lifted_by ON declared_conflicts
    FOR EACH ROW WHEN (NEW.lifted_by IS NOT NULL) EXECUTE FUNCTION refuse_partial('lifted_by');
-- A decision on the matter rests on the recommendation of somebody impartial, too.
CREATE TRIGGER recommendation_is_impartial BEFORE INSERT ON decisions
    FOR EACH ROW WHEN (NEW.outcome <> 'dismissed') EXECUTE FUNCTION refuse_partial('recommended_by');

-- Who from outside the region is to review which application, and by which day. They read it once they have said that
-- they have no conflict of interest. It is kept; how it ended is said once.
CREATE TABLE review_assignments (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    reviewer_id    uuid NOT NULL REFERENCES people,
    due_on         date NOT NULL,
    assigned_by    uuid NOT NULL REFERENCES people,
    assigned_at    timestamptz NOT NULL,
    impartial_at   timestamptz,
    ending         text,
    ended_by       uuid REFERENCES people,
    ended_at       timestamptz,
    CONSTRAINT assignment_ending_is_known CHECK (ending IN ('conflict', 'withdrawn')),
    CONSTRAINT ended_assignment_has_its_time CHECK (num_nonnulls(ending, ended_by, ended_at) IN (0, 3))
);
CREATE UNIQUE INDEX one_open_assignment_per_reviewer ON review_assignments (application_id, reviewer_id)
    WHERE ended_at IS NULL;
CREATE INDEX ON review_assignments (reviewer_id);
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON review_assignments
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('assigned_by', 'reviewer_id');
CREATE TRIGGER assignment_is_kept BEFORE UPDATE ON review_assignments
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL
        OR (OLD.id, OLD.application_id, OLD.reviewer_id, OLD.due_on, OLD.assigned_by, OLD.assigned_at)
           <> (NEW.id, NEW.application_id, NEW.reviewer_id, NEW.due_on, NEW.assigned_by, NEW.assigned_at)
        OR OLD.impartial_at IS NOT NULL AND OLD.impartial_at IS DISTINCT FROM NEW.impartial_at)
    EXECUTE FUNCTION keep_row('assignment_is_kept');
CREATE TRIGGER assignments_are_never_deleted BEFORE DELETE OR TRUNCATE ON review_assignments
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('assignment_is_kept');

-- Whom a case can be given to from outside, and who reviews it: a reviewer of today who has no role of the region
-- today.
CREATE FUNCTION reviews_from_outside(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_and(held.library_id IS NOT NULL OR held.role = 'reviewer') AND bool_or(held.role = 'reviewer'),
                    false)
      FROM roles_today(person) AS held
$$;
CREATE FUNCTION check_outside_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT reviews_from_outside(NEW.reviewer_id) THEN
        RAISE EXCEPTION 'person % reviews nothing from outside', NEW.reviewer_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reviewer_is_from_outside', TABLE = 'review_assignments';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reviewer_is_from_outside BEFORE INSERT ON review_assignments
    FOR EACH ROW EXECUTE FUNCTION check_outside_reviewer();

-- Whether somebody has reviewed what was received last of an application.
CREATE FUNCTION has_reviewed(person uuid, application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM reviews AS review
         WHERE review.application_id = has_reviewed.application AND review.reviewed_by = has_reviewed.person
           AND review.application_version = (SELECT max(received.application_version)
                                               FROM application_snapshots AS received
                                              WHERE received.application_id = has_reviewed.application))
$$;

-- Of which last day a reviewer has been reminded: some days before it, and once it had passed.
CREATE TABLE review_reminders (
    assignment_id uuid NOT NULL REFERENCES review_assignments,
    kind          text NOT NULL,
    PRIMARY KEY (assignment_id, kind),
    CONSTRAINT review_reminder_is_known CHECK (kind IN ('before', 'after'))
);

-- Whoever is no case officer today reviews, from outside, what they were given, once they have said that they are
-- impartial.
CREATE FUNCTION check_assigned_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM roles_today(NEW.reviewed_by) AS held WHERE held.role = 'case_officer')
       AND NOT (reviews_from_outside(NEW.reviewed_by)
                AND EXISTS (SELECT FROM review_assignments AS given
                             WHERE given.application_id = NEW.application_id AND given.reviewer_id = NEW.reviewed_by
                               AND given.impartial_at IS NOT NULL AND given.ended_at IS NULL)) THEN
        RAISE EXCEPTION 'application % was not given to its reviewer', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reviewer_says_that_they_are_impartial', TABLE = 'reviews';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reviewer_says_that_they_are_impartial BEFORE INSERT ON reviews
    FOR EACH ROW EXECUTE FUNCTION check_assigned_review();

-- A recommendation rests on as many fresh reviews as the call asks for, none of them by who recommends or handles the
-- case.
CREATE FUNCTION check_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    application grant_applications;
BEGIN
    SELECT * INTO application FROM grant_applications WHERE id = NEW.application_id;
    IF (SELECT required_reviews FROM call_rubrics WHERE call_id = application.call_id ORDER BY version DESC LIMIT 1)
       > (SELECT count(*)
            FROM reviews AS review
           WHERE review.application_id = application.id
             AND review.application_version = (SELECT max(application_version) FROM application_snapshots
                                                WHERE application_id = application.id)
             AND review.reviewed_by NOT IN (NEW.recommended_by, application.case_officer_id)
             AND NOT EXISTS (SELECT FROM declared_conflicts AS conflict
                              WHERE conflict.application_id = application.id
                                AND conflict.person_id = review.reviewed_by AND conflict.lifted_at IS NULL)) THEN
        RAISE EXCEPTION 'the reviews of application % are not done', NEW.application_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reviews_are_done', TABLE = 'recommendations';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reviews_are_done BEFORE INSERT ON recommendations
    FOR EACH ROW EXECUTE FUNCTION check_reviews();

-- What was declared stays as it was declared; a conflict is lifted once.
CREATE TRIGGER declaration_is_kept BEFORE UPDATE ON declared_conflicts
    FOR EACH ROW WHEN (OLD.lifted_at IS NOT NULL
        OR (OLD.id, OLD.application_id, OLD.person_id, OLD.ground, OLD.explanation, OLD.declared_by, OLD.declared_at)
           <> (NEW.id, NEW.application_id, NEW.person_id, NEW.ground, NEW.explanation, NEW.declared_by,
           NEW.declared_at))
    EXECUTE FUNCTION keep_row('declaration_is_kept');
CREATE TRIGGER declarations_are_never_deleted BEFORE DELETE OR TRUNCATE ON declared_conflicts
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('declaration_is_kept');

-- Everybody who has been the officer of a case, each time that they came to be: who was replaced has prepared it, too.
CREATE TABLE case_officers (
    application_id uuid NOT NULL REFERENCES grant_applications,
    person_id      uuid NOT NULL REFERENCES people,
    assigned_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (application_id, person_id, assigned_at)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_officers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_case_officer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.case_officer_id IS NOT NULL
       AND (TG_OP = 'INSERT' OR to_jsonb(OLD) ->> 'case_officer_id' IS DISTINCT FROM NEW.case_officer_id::text) THEN
        INSERT INTO case_officers (application_id, person_id) VALUES (NEW.id, NEW.case_officer_id);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER case_officers_are_kept AFTER INSERT OR UPDATE OF case_officer_id ON grant_applications
    FOR EACH ROW EXECUTE FUNCTION keep_case_officer();

-- What the two sides say to each other in a case, and what the region notes for itself. Notes are read by the region
-- alone, and so they stand in no log and count in no sequence that the applicant sees.
CREATE TABLE case_messages (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    visibility     text NOT NULL,
    side           text NOT NULL,
    text           text NOT NULL,
    sent_by        uuid NOT NULL REFERENCES people,
    sent_at        timestamptz NOT NULL,
    CONSTRAINT message_visibility_is_known CHECK (visibility IN ('parties', 'region')),
    CONSTRAINT message_side_is_known CHECK (side IN ('applicant', 'region')),
    CONSTRAINT only_the_region_writes_notes CHECK (visibility = 'parties' OR side = 'region'),
    CONSTRAINT message_says_something CHECK (text ~ '[^[:space:]]')
);
CREATE INDEX ON case_messages (application_id, sent_at);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_messages
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
