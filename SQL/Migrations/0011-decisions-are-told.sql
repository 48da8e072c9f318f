-- What a decision must hold, how it is told, when it binds, and what is done when it was wrong.

-- When the outcomes of a call may be learnt outside the region (NULL: at once), how its decisions are appealed, and when
-- what was granted is to be reported.
ALTER TABLE calls
    ADD COLUMN outcomes_told_at timestamptz,
    ADD COLUMN appeal text NOT NULL DEFAULT 'legality-review',
    ADD COLUMN report_due_on date,
    ADD CONSTRAINT appeal_is_known CHECK (appeal IN ('legality-review', 'administrative-appeal'));

-- The region's delegation order (KL 6 kap. 37 §, 7 kap. 5 §): who may decide what, up to how much, and when.
CREATE TABLE delegations (
    id             uuid PRIMARY KEY,
    number         text NOT NULL,
    text           text NOT NULL,
    -- NULL: whoever has the role of decision maker.
    person_id      uuid REFERENCES people,
    outcomes       text[] NOT NULL,
    -- NULL: any amount.
    maximum_amount bigint,
    valid_from     date NOT NULL,
    valid_to       date,
    created_by     uuid REFERENCES people,
    CONSTRAINT delegation_has_a_number CHECK (number ~ '[^[:space:]]' AND text ~ '[^[:space:]]'),
    CONSTRAINT delegation_is_of_known_outcomes CHECK (
        outcomes <> '{}' AND outcomes <@ ARRAY['approved', 'approved-partially', 'rejected', 'dismissed']),
    CONSTRAINT delegated_amount_is_positive CHECK (maximum_amount > 0),
    CONSTRAINT delegation_begins_before_it_ends CHECK (valid_to > valid_from)
);
CREATE TRIGGER delegations_are_never_deleted BEFORE DELETE OR TRUNCATE ON delegations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The region's standard texts. A new text is a new row with the day from which it holds; none is ever changed.
CREATE TABLE decision_texts (
    kind       text NOT NULL,
    language   text NOT NULL,
    valid_from date NOT NULL,
    text       text NOT NULL,
    created_by uuid REFERENCES people,
    PRIMARY KEY (kind, language, valid_from),
    CONSTRAINT text_kind_is_known CHECK (kind IN ('funding-rule', 'event-condition', 'report', 'reclaim-reservation',
        'legality-review', 'administrative-appeal', 'announcement')),
    CONSTRAINT text_language_is_known CHECK (language IN ('sv', 'en')),
    CONSTRAINT text_says_something CHECK (text ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_texts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO decision_texts (kind, language, valid_from, text) VALUES
    ('funding-rule', 'sv', '2020-01-01', 'Ett villkor för regional finansiering är att biblioteket också bjuder in personal från andra skånska bibliotek.'),
    ('event-condition', 'sv', '2020-01-01', '{event} ({day}): inbjudan till de andra biblioteken ska stå kvar, gå att anmäla sig till och inte snävas in förrän händelsen är slut. Av bidraget avser {amount} denna händelse.'),
    ('report', 'sv', '2020-01-01', 'Bidraget ska redovisas senast {day}.'),
    ('reclaim-reservation', 'sv', '2020-01-01', 'Återkravsförbehåll: Regionen får helt eller delvis återkalla beslutet och kräva tillbaka bidraget om ett villkor inte följs, om en händelse inte blir av, om bidraget inte används till det som det beviljats för, om det inte redovisas i tid eller om uppgifterna i ansökan var oriktiga. Ändringar ska anmälas genast.'),
    ('legality-review', 'sv', '2020-01-01', 'Så överklagar du (laglighetsprövning, 13 kap. kommunallagen): Den som är medlem i regionen får begära att förvaltningsrätten prövar om beslutet är lagligt. Skriv till förvaltningsrätten vilket beslut det gäller och vad som gör det olagligt. Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då beslutet tillkännagavs på regionens anslagstavla.'),
    ('administrative-appeal', 'sv', '2020-01-01', 'Så överklagar du (förvaltningsbesvär, 40–44 §§ förvaltningslagen): Skriv vilket beslut du överklagar och hur du vill att det ändras. Skriv till förvaltningsrätten men skicka överklagandet till regionen. Det ska ha kommit in till regionen inom tre veckor från den dag då du fick del av beslutet.'),
    ('announcement', 'sv', '2020-01-01', 'Beslut {number} den {day} i ärende {registryNumber}, {call}: {library}. Beslutet har fattats på delegation och anmälts.'),
    ('funding-rule', 'en', '2020-01-01', 'A condition for regional funding is that the library also invites staff of other libraries in Skåne.'),
    ('event-condition', 'en', '2020-01-01', '{event} ({day}): the invitation of the other libraries is to stand, to be open for registration and not to be narrowed until the event has ended. {amount} of the grant is for this event.'),
    ('report', 'en', '2020-01-01', 'The grant is to be reported on by {day}.'),
    ('reclaim-reservation', 'en', '2020-01-01', 'Reclaim reservation: the region may revoke the decision and reclaim the grant in whole or in part if a condition is not kept, an event does not take place, the grant is not used for what it was given for or not reported on in time, or what the application said was wrong. Changes are to be reported at once.'),
    ('legality-review', 'en', '2020-01-01', 'How to appeal (legality review, chapter 13 of the Local Government Act): a member of the region may ask the administrative court whether the decision is lawful. The appeal must reach the court within three weeks of the day on which the decision was announced on the region''s notice board.'),
    ('administrative-appeal', 'en', '2020-01-01', 'How to appeal (sections 40–44 of the Administrative Procedure Act): write to the administrative court which decision you appeal and how you want it changed, and send it to the region. It must reach the region within three weeks of the day on which you received the decision.'),
    ('announcement', 'en', '2020-01-01', 'Decision {number} of {day} in case {registryNumber}, {call}: {library}. It was made by delegation and has been reported.');

-- Numbers of decisions and of what corrects or supersedes them, without gaps: the series is locked in the transaction
-- that decides.
CREATE TABLE decision_series (
    year        integer PRIMARY KEY,
    last_number integer NOT NULL DEFAULT 0
);

ALTER TABLE decisions
    ADD COLUMN number text NOT NULL UNIQUE,
    ADD COLUMN delegation_id uuid NOT NULL REFERENCES delegations,
    ADD COLUMN conditions text NOT NULL DEFAULT '',
    ADD COLUMN reclaim_reservation text,
    ADD COLUMN appeal_kind text NOT NULL,
    ADD COLUMN appeal text NOT NULL,
    -- As the decision found the application: what those see of it who may not learn the outcome yet.
    ADD COLUMN found_status text NOT NULL,
    ADD COLUMN found_version bigint NOT NULL,
    ADD COLUMN found_changed_at timestamptz NOT NULL,
    ADD COLUMN superseded_at timestamptz,
    ADD CONSTRAINT approval_has_conditions CHECK (
        outcome NOT IN ('approved', 'approved-partially') OR conditions ~ '[^[:space:]]'),
    -- Without it a grant that was paid could not be had back (FL 37 §; HFD 2021:12).
    ADD CONSTRAINT approval_reserves_reclaim CHECK (
        CASE WHEN outcome IN ('approved', 'approved-partially')
             THEN coalesce(reclaim_reservation ~ '[^[:space:]]', false) ELSE reclaim_reservation IS NULL END),
    ADD CONSTRAINT decision_tells_how_to_appeal CHECK (
        appeal ~ '[^[:space:]]' AND appeal_kind IN ('legality-review', 'administrative-appeal'));

-- A decision stays as it was issued. Only that it no longer stands is noted, once.
DROP TRIGGER records_are_never_changed ON decisions;
CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
       OR to_jsonb(OLD) - 'superseded_at' <> to_jsonb(NEW) - 'superseded_at' THEN
        RAISE EXCEPTION 'decision % stays as it was issued', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'records_are_never_changed', TABLE = 'decisions';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decision_stays_as_issued BEFORE UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER records_are_never_changed BEFORE DELETE OR TRUNCATE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE decisions DROP CONSTRAINT one_decision_per_application;
CREATE UNIQUE INDEX one_decision_per_application ON decisions (application_id) WHERE superseded_at IS NULL;

-- A grant is of one decision. A new decision after a reopening gives a new one; the old one has ended.
ALTER TABLE grants
    ADD COLUMN decision_id uuid REFERENCES decisions,
    DROP CONSTRAINT grants_application_id_key;
CREATE UNIQUE INDEX one_grant_per_decision ON grants (decision_id);
CREATE INDEX ON grants (application_id);

CREATE FUNCTION name_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.decision_id := coalesce(NEW.decision_id, (
        SELECT id FROM decisions WHERE application_id = NEW.application_id AND superseded_at IS NULL));
    RETURN NEW;
END
$$;
CREATE TRIGGER grant_names_its_decision BEFORE INSERT ON grants FOR EACH ROW EXECUTE FUNCTION name_decision();

DROP TRIGGER grant_keeps_its_terms ON grants;
CREATE CONSTRAINT TRIGGER grant_keeps_its_terms AFTER UPDATE ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.id, OLD.application_id, OLD.call_id, OLD.library_id, OLD.amount, OLD.awarded_at, OLD.decision_id)
          IS DISTINCT FROM
          (NEW.id, NEW.application_id, NEW.call_id, NEW.library_id, NEW.amount, NEW.awarded_at, NEW.decision_id))
    EXECUTE FUNCTION keep_grant();

-- At every commit: what is approved has its decision and that decision's grant, nothing else has a grant, and the grant
-- of a decision that no longer stands has ended.
CREATE OR REPLACE FUNCTION check_approval(id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grant_applications AS application
          LEFT JOIN decisions AS live ON live.application_id = application.id AND live.superseded_at IS NULL
         WHERE application.id = check_approval.id
           AND ((application.status IN ('approved', 'approved-partially'))
                <> EXISTS (SELECT FROM grants WHERE grants.application_id = application.id
                              AND (grants.decision_id IS NULL OR grants.decision_id = live.id))
             OR application.status IN ('approved', 'approved-partially')
                AND live.outcome IS DISTINCT FROM application.status
             OR EXISTS (SELECT FROM grants JOIN decisions AS old ON old.id = grants.decision_id
                         WHERE grants.application_id = application.id AND old.superseded_at IS NOT NULL
                           AND grants.state <> 'ended')))
    THEN
        RAISE EXCEPTION 'application % is approved without a decision and a grant, or has them and is not', id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_application_has_a_grant',
                  TABLE = 'grant_applications';
    END IF;
END
$$;
CREATE FUNCTION check_approval_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_approval(NEW.application_id);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER approved_application_has_a_grant AFTER UPDATE OF superseded_at ON decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_approval_of_decision();

CREATE OR REPLACE FUNCTION check_amounts(application uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grants AS award
          JOIN decisions AS decision ON decision.id = award.decision_id
         WHERE award.application_id = check_amounts.application
           AND (decision.amount IS DISTINCT FROM award.amount
             OR award.amount IS DISTINCT FROM (SELECT sum(cost_share) FROM conditions WHERE grant_id = award.id)))
    THEN
        RAISE EXCEPTION 'application % is granted another amount than was decided, or than its conditions share',
            application
            USING ERRCODE = 'check_violation', CONSTRAINT = 'granted_amount_adds_up', TABLE = 'grants';
    END IF;
END
$$;

-- The decision of an application whose outcome nobody outside the region may learn yet. Time is compared when somebody
-- asks, and nothing is switched over: so nobody has to be there when the day comes.
CREATE FUNCTION untold_decision(application uuid) RETURNS SETOF decisions LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT decision.*
      FROM decisions AS decision
      JOIN grant_applications ON grant_applications.id = decision.application_id
      JOIN calls ON calls.id = grant_applications.call_id
     WHERE decision.application_id = application AND decision.superseded_at IS NULL
       AND calls.outcomes_told_at > clock_timestamp()
$$;
CREATE FUNCTION is_untold(application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM untold_decision(application))
$$;

-- What is to leave the service no sooner than this, since it says an outcome.
ALTER TABLE outbox ADD COLUMN not_before timestamptz;

-- A condition that begins to bind asks its event again, and writes in it only if the answer is another: that a version
-- has moved would tell its host of a decision.
CREATE OR REPLACE FUNCTION ask_event_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM events WHERE id = NEW.event_id FOR NO KEY UPDATE;
    UPDATE events SET invites_region = false
     WHERE id = NEW.event_id AND (NOT invites_region OR event_faults(events) <> '{}');
    RETURN NULL;
END
$$;

-- An event of a case that was decided, and nobody may know, is still in that case (P13). Whoever completes an application
-- asks as whoever submits one does: a case that came later may have counted on an event that is new to this one.
CREATE OR REPLACE FUNCTION other_claims(application uuid)
    RETURNS TABLE (event_id uuid, application_id uuid, is_granted boolean) LANGUAGE sql STABLE AS $$
    SELECT share.event_id, other.id, award.id IS NOT NULL AND untold.id IS NULL
      FROM application_events AS own
      JOIN grant_applications AS mine ON mine.id = own.application_id
      JOIN calls AS my_call ON my_call.id = mine.call_id
      JOIN call_rules AS my_rule ON my_rule.call_id = my_call.id AND my_rule.version = my_call.rule_version
      JOIN application_events AS share ON share.event_id = own.event_id AND share.application_id <> own.application_id
      JOIN grant_applications AS other ON other.id = share.application_id
      JOIN calls AS their_call ON their_call.id = other.call_id
      JOIN call_rules AS their_rule
        ON their_rule.call_id = their_call.id AND their_rule.version = their_call.rule_version
      LEFT JOIN grants AS award ON award.application_id = other.id AND award.state <> 'ended'
      LEFT JOIN LATERAL untold_decision(other.id) AS untold ON true
     WHERE own.application_id = application
       AND (my_rule.one_grant_per_event OR their_rule.one_grant_per_event)
       AND (award.id IS NOT NULL
            OR (other.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
                OR untold.id IS NOT NULL)
               AND (mine.submitted_at IS NULL OR mine.status = 'completion-requested'
                    OR (other.submitted_at, other.id) < (mine.submitted_at, mine.id)))
$$;

-- The documents of a case as they were issued: the record is the HTML, under the SHA-256 of its UTF-8.
CREATE TABLE decision_documents (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    decision_id    uuid NOT NULL REFERENCES decisions,
    kind           text NOT NULL,
    number         text NOT NULL UNIQUE,
    content        text NOT NULL,
    content_hash   bytea NOT NULL,
    -- The same in English, for whoever reads that. It is no record.
    translation    text NOT NULL,
    issued_by      uuid NOT NULL REFERENCES people,
    issued_at      timestamptz NOT NULL,
    CONSTRAINT document_kind_is_known CHECK (kind IN ('decision', 'correction', 'reopening')),
    CONSTRAINT document_is_what_was_hashed CHECK (content_hash = sha256(convert_to(content, 'UTF8')))
);
CREATE INDEX ON decision_documents (application_id);
CREATE UNIQUE INDEX one_letter_per_decision ON decision_documents (decision_id) WHERE kind = 'decision';
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_documents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The same as PDF/A, made outside of any request.
CREATE TABLE document_prints (
    document_id uuid PRIMARY KEY REFERENCES decision_documents,
    pdf         bytea NOT NULL,
    pdf_hash    bytea NOT NULL,
    printed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT print_is_what_was_hashed CHECK (pdf_hash = sha256(pdf))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON document_prints
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is to be printed, and when to try next. A job is gone when its print is there.
CREATE TABLE print_jobs (
    document_id uuid PRIMARY KEY REFERENCES decision_documents,
    attempts    integer NOT NULL DEFAULT 0,
    try_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    fault       text
);

-- A clerical error that was put right (FL 36 §). Amount and outcome stay; the words are in the document.
CREATE TABLE corrections (
    document_id  uuid PRIMARY KEY REFERENCES decision_documents,
    decision_id  uuid NOT NULL REFERENCES decisions,
    text         text NOT NULL,
    corrected_by uuid NOT NULL REFERENCES people,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT correction_says_something CHECK (text ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON corrections
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A decision that no longer stands: on what ground, and by what it was.
CREATE TABLE reopenings (
    decision_id uuid PRIMARY KEY REFERENCES decisions,
    document_id uuid NOT NULL UNIQUE REFERENCES decision_documents,
    ground      text NOT NULL,
    reference   text NOT NULL,
    reasons     text NOT NULL,
    reopened_by uuid NOT NULL REFERENCES people,
    reopened_at timestamptz NOT NULL,
    CONSTRAINT reopening_ground_is_known CHECK (ground IN ('court', 'reservation', 'incorrect-information',
        'plainly-wrong', 'better-for-applicant')),
    CONSTRAINT reopening_says_why CHECK (reference ~ '[^[:space:]]' AND reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON reopenings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At every commit: a decision that no longer stands was reopened, and one that was reopened stands no longer.
CREATE FUNCTION check_reopening(decision uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM decisions WHERE id = check_reopening.decision AND (superseded_at IS NOT NULL)
                   <> EXISTS (SELECT FROM reopenings WHERE decision_id = decisions.id)) THEN
        RAISE EXCEPTION 'decision % was superseded without a reopening, or reopened and not superseded', decision
            USING ERRCODE = 'check_violation', CONSTRAINT = 'superseded_decision_was_reopened', TABLE = 'decisions';
    END IF;
END
$$;
CREATE FUNCTION check_reopening_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_reopening(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_reopening_of_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_reopening(NEW.decision_id);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER superseded_decision_was_reopened AFTER INSERT OR UPDATE OF superseded_at ON decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_reopening_of_decision();
CREATE CONSTRAINT TRIGGER superseded_decision_was_reopened AFTER INSERT ON reopenings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_reopening_of_reopening();

-- What stands, or stood, on the region's notice board. The time to appeal is counted from the day it was posted.
CREATE TABLE announcements (
    decision_id  uuid PRIMARY KEY REFERENCES decisions,
    text         text NOT NULL,
    posted_at    timestamptz NOT NULL,
    posted_on    date NOT NULL GENERATED ALWAYS AS ((posted_at AT TIME ZONE 'Europe/Stockholm')::date) STORED,
    -- The last day to appeal, and the first on which it may be taken down; both as the domain counts them.
    appeal_ends_on date NOT NULL,
    taken_down_on  date NOT NULL,
    posted_by    uuid NOT NULL REFERENCES people,
    CONSTRAINT announcement_says_something CHECK (text ~ '[^[:space:]]'),
    CONSTRAINT announcement_stands_three_weeks CHECK (
        appeal_ends_on >= (posted_at AT TIME ZONE 'Europe/Stockholm')::date + 21 AND taken_down_on > appeal_ends_on)
);
CREATE INDEX announcements_by_day ON announcements (taken_down_on);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON announcements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether money of a grant has left, or is on its way out: what is attested has been handed to the payments.
CREATE FUNCTION something_is_paid(award uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM payments WHERE grant_id = award AND state IN ('attested', 'paid'))
$$;
