-- What a decision must hold, how it is told, when it binds, and what is done when it was wrong.

-- When the outcomes of a call may be learnt outside the region (NULL: at once), how its decisions are appealed, and
-- when what was granted is to be reported.
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
-- Under what somebody has decided stays as it was; a line ends once.
CREATE TRIGGER delegation_is_kept BEFORE UPDATE ON delegations
    FOR EACH ROW WHEN (OLD.valid_to IS NOT NULL OR to_jsonb(OLD.*) - 'valid_to' <> to_jsonb(NEW.*) - 'valid_to')
    EXECUTE FUNCTION keep_row('delegation_is_kept');
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
    ('funding-rule', 'sv', '2020-01-01', 'Ett villkor för regional finansiering är att biblioteket också bjuder in '
        'personal från andra skånska bibliotek.'),
    ('event-condition', 'sv', '2020-01-01', '{event} ({day}): inbjudan till de andra biblioteken ska stå kvar, gå att '
        'anmäla sig till och inte snävas in förrän händelsen är slut. Av bidraget avser {amount} denna händelse.'),
    ('report', 'sv', '2020-01-01', 'Bidraget ska redovisas senast {day}.'),
    ('reclaim-reservation', 'sv', '2020-01-01', 'Återkravsförbehåll: Regionen får helt eller delvis återkalla '
        'beslutet och kräva tillbaka bidraget om ett villkor inte följs, om en händelse inte blir av, om bidraget '
        'inte används till det som det beviljats för, om det inte redovisas i tid eller om uppgifterna i ansökan var '
        'oriktiga. Ändringar ska anmälas genast.'),
    ('legality-review', 'sv', '2020-01-01', 'Så överklagar du (laglighetsprövning, 13 kap. kommunallagen): Den som är '
        'medlem i regionen får begära att Förvaltningsrätten i Malmö prövar om regionens beslut är lagligt. Skriv '
        'till Förvaltningsrätten i Malmö, Box 4522, 203 20 Malmö, vilket beslut det gäller och vad som gör det '
        'olagligt. Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då beslutet '
        'tillkännagavs på regionens anslagstavla.'),
    ('administrative-appeal', 'sv', '2020-01-01', 'Så överklagar du (förvaltningsbesvär, 40–44 §§ förvaltningslagen): '
        'Skriv vilket beslut du överklagar och hur du vill att det ändras. Skriv till Förvaltningsrätten i Malmö men '
        'skicka överklagandet till regionen. Det ska ha kommit in till regionen inom tre veckor från den dag då du '
        'fick del av beslutet.'),
    ('announcement', 'sv', '2020-01-01', 'Beslut {number} den {day} i ärende {registryNumber}, {call}: {library}. '
        'Beslutet har fattats på delegation.'),
    ('funding-rule', 'en', '2020-01-01', 'A condition for regional funding is that the library also invites staff of '
        'other libraries in Skåne.'),
    ('event-condition', 'en', '2020-01-01', '{event} ({day}): the invitation of the other libraries is to stand, to '
        'be open for registration and not to be narrowed until the event has ended. {amount} of the grant is for this '
        'event.'),
    ('report', 'en', '2020-01-01', 'The grant is to be reported on by {day}.'),
    ('reclaim-reservation', 'en', '2020-01-01', 'Reclaim reservation: the region may revoke the decision and reclaim '
        'the grant in whole or in part if a condition is not kept, an event does not take place, the grant is not '
        'used for what it was given for or not reported on in time, or what the application said was wrong. Changes '
        'are to be reported at once.'),
    ('legality-review', 'en', '2020-01-01', 'How to appeal (legality review, chapter 13 of the Local Government Act): '
        'a member of the region may ask the Administrative Court in Malmö (Förvaltningsrätten i Malmö, Box 4522, 203 '
        '20 Malmö) whether the decision of the region is lawful. The appeal must reach the court within three weeks '
        'of the day on which the decision was announced on the region''s notice board.'),
    ('administrative-appeal', 'en', '2020-01-01', 'How to appeal (sections 40–44 of the Administrative Procedure '
        'Act): write to the Administrative Court in Malmö which decision you appeal and how you want it changed, and '
        'send it to the region. It must reach the region within three weeks of the day on which you received the '
        'decision.'),
    ('announcement', 'en', '2020-01-01', 'Decision {number} of {day} in case {registryNumber}, {call}: {library}. It '
        'was made by delegation.');

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
    ADD CONSTRAINT approval_has_conditions CHECK (
        outcome NOT IN ('approved', 'approved-partially') OR conditions ~ '[^[:space:]]'),
    -- Without it a grant that was paid could not be had back (FL 37 §; HFD 2021:12).
    ADD CONSTRAINT approval_reserves_reclaim CHECK (
        CASE WHEN outcome IN ('approved', 'approved-partially')
             THEN coalesce(reclaim_reservation ~ '[^[:space:]]', false) ELSE reclaim_reservation IS NULL END),
    ADD CONSTRAINT decision_tells_how_to_appeal CHECK (
        appeal ~ '[^[:space:]]' AND appeal_kind IN ('legality-review', 'administrative-appeal'));

-- The decision of an application whose outcome nobody outside the region may learn yet. Time is compared when somebody
-- asks, and nothing is switched over: so nobody has to be there when the day comes. A dismissal is told at once: it says
-- nothing of what was applied for, and whoever was turned away for form's sake can still mend it.
CREATE FUNCTION untold_decision(application uuid) RETURNS SETOF decisions LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT decision.*
      FROM decisions AS decision
      JOIN grant_applications ON grant_applications.id = decision.application_id
      JOIN calls ON calls.id = grant_applications.call_id
     WHERE decision.application_id = application AND decision.superseded_at IS NULL
       AND decision.outcome <> 'dismissed' AND calls.outcomes_told_at > clock_timestamp()
$$;
CREATE FUNCTION is_untold(application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM untold_decision(application))
$$;

-- What is to leave the service no sooner than this, since it says an outcome.
ALTER TABLE outbox ADD COLUMN not_before timestamptz;

-- The events that each case counts on: those of its grant as it stands, else those that were asked for.
CREATE VIEW events_of_cases AS
    SELECT share.application_id, share.event_id, NULL::uuid AS grant_id, share.claimed_at
      FROM application_events AS share
     WHERE NOT EXISTS (SELECT FROM grants AS award
                        WHERE award.application_id = share.application_id AND award.state <> 'ended')
    UNION ALL
    SELECT award.application_id, condition.event_id, award.id, NULL::timestamptz
      FROM grants AS award
      JOIN conditions AS condition ON condition.grant_id = award.id AND condition.state <> 'not-applicable'
     WHERE award.state <> 'ended';

-- The other cases that count on the events of an application (P13): those that came first and are under way, and those
-- with a grant that has not ended. Only where one of the two calls wants an event to be in one case at most. Who came
-- first goes by when the line was claimed: with the submission, or with the completion that added it. An event of a
-- case that was decided, and nobody may know, is still in that case. An event that was swapped out of a grant is free.
-- PL/pgSQL plans it once for a session: it joins too many tables to be planned for every case.
CREATE FUNCTION other_claims(application uuid)
    RETURNS TABLE (event_id uuid, application_id uuid, is_granted boolean) LANGUAGE plpgsql STABLE ROWS 3 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT share.event_id, other.id, share.grant_id IS NOT NULL AND untold.id IS NULL
      FROM application_events AS own
      JOIN grant_applications AS mine ON mine.id = own.application_id
      JOIN calls AS my_call ON my_call.id = mine.call_id
      JOIN call_rules AS my_rule ON my_rule.call_id = my_call.id AND my_rule.version = my_call.rule_version
      JOIN events_of_cases AS share ON share.event_id = own.event_id AND share.application_id <> own.application_id
      JOIN grant_applications AS other ON other.id = share.application_id
      JOIN calls AS their_call ON their_call.id = other.call_id
      JOIN call_rules AS their_rule
        ON their_rule.call_id = their_call.id AND their_rule.version = their_call.rule_version
      LEFT JOIN LATERAL untold_decision(other.id) AS untold ON true
     WHERE own.application_id = application
       AND (my_rule.one_grant_per_event OR their_rule.one_grant_per_event)
       AND (share.grant_id IS NOT NULL
            OR (other.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
                OR untold.id IS NOT NULL)
               AND (mine.submitted_at IS NULL
                    OR (coalesce(share.claimed_at, other.submitted_at), other.id)
                       < (coalesce(own.claimed_at, mine.submitted_at), mine.id)));
END
$$;

-- Whatever puts an application under way holds its events still, and looks only then.
CREATE FUNCTION check_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM events
      WHERE id IN (SELECT event_id FROM application_events WHERE application_id = NEW.id)
      ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM other_claims(NEW.id))
       -- A row that is new came last, whatever it says of its time.
       OR TG_OP = 'INSERT' AND EXISTS (
            SELECT FROM application_events AS own
              JOIN application_events AS share
                ON share.event_id = own.event_id AND share.application_id <> own.application_id
              JOIN grant_applications AS other ON other.id = share.application_id
               AND other.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
             CROSS JOIN LATERAL other_claims(other.id) AS claim
             WHERE own.application_id = NEW.id AND claim.application_id = NEW.id) THEN
        RAISE EXCEPTION 'an event of application % is in another case', NEW.id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'event_is_in_one_case', TABLE = 'grant_applications';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER event_is_in_one_case BEFORE UPDATE OF status ON grant_applications
    FOR EACH ROW WHEN (
        NEW.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision')
        AND OLD.status NOT IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision'))
    EXECUTE FUNCTION check_claims();
-- A new row has no events before its statement is done.
CREATE CONSTRAINT TRIGGER event_of_a_new_row_is_in_one_case AFTER INSERT ON grant_applications
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
        NEW.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision'))
    EXECUTE FUNCTION check_claims();
-- A completion that adds an event claims it now. Asked at the commit, as the case is told by its number before.
CREATE FUNCTION check_added_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM events WHERE id = NEW.event_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM grant_applications AS application
                WHERE application.id = NEW.application_id
                  AND application.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision'))
       AND EXISTS (SELECT FROM other_claims(NEW.application_id) AS claim WHERE claim.event_id = NEW.event_id) THEN
        RAISE EXCEPTION 'event % of application % is in another case', NEW.event_id, NEW.application_id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'event_is_in_one_case', TABLE = 'application_events';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER event_is_in_one_case AFTER INSERT ON application_events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.claimed_at IS NOT NULL)
    EXECUTE FUNCTION check_added_claim();

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
    CONSTRAINT document_is_of_one_decision UNIQUE (id, decision_id),
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

-- What came in, each version as a readable record in the words of its day, and the same as PDF/A. What it says is the
-- snapshot's.
CREATE TABLE received_papers (
    id                  uuid PRIMARY KEY,
    application_id      uuid NOT NULL,
    application_version bigint NOT NULL,
    content             text NOT NULL,
    content_hash        bytea NOT NULL,
    CONSTRAINT one_paper_per_received_version UNIQUE (application_id, application_version),
    CONSTRAINT paper_is_of_a_received_version FOREIGN KEY (application_id, application_version)
        REFERENCES application_snapshots (application_id, application_version),
    CONSTRAINT received_paper_is_what_was_hashed CHECK (content_hash = sha256(convert_to(content, 'UTF8')))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON received_papers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TABLE received_prints (
    paper_id   uuid PRIMARY KEY REFERENCES received_papers,
    pdf        bytea NOT NULL,
    pdf_hash   bytea NOT NULL,
    printed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT received_print_is_what_was_hashed CHECK (pdf_hash = sha256(pdf))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON received_prints
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is to be printed, and when to try next: a paper of the region, or one that came in. A job is gone when its print
-- is there.
CREATE TABLE print_jobs (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id uuid UNIQUE REFERENCES decision_documents,
    received_id uuid UNIQUE REFERENCES received_papers,
    attempts    integer NOT NULL DEFAULT 0,
    try_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    fault       text,
    CONSTRAINT print_job_is_of_one_paper CHECK (num_nonnulls(document_id, received_id) = 1)
);

-- A clerical error that was put right (as FL 36 §). Amount and outcome stay; the words are in the document.
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
    -- The line of the delegation order, or the minutes of the board whose decision somebody registers.
    delegation_id     uuid REFERENCES delegations,
    decided_by_body   text,
    meeting_on        date,
    minutes_paragraph text,
    minutes_reference text,
    reopened_by uuid NOT NULL REFERENCES people,
    reopened_at timestamptz NOT NULL,
    CONSTRAINT later_decision_has_one_authority CHECK ((delegation_id IS NULL) = (decided_by_body IS NOT NULL)),
    CONSTRAINT later_board_decision_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    CONSTRAINT board_has_met_before CHECK (meeting_on <= (reopened_at AT TIME ZONE 'Europe/Stockholm')::date),
    CONSTRAINT reopening_ground_is_known CHECK (ground IN ('court', 'reservation', 'incorrect-information',
        'plainly-wrong', 'better-for-applicant')),
    CONSTRAINT reopening_says_why CHECK (reference ~ '[^[:space:]]' AND reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON reopenings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON corrections
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('corrected_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON reopenings
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('reopened_by');

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
    decision_id  uuid NOT NULL REFERENCES decisions,
    -- Which of the later decisions on its grant; NULL: the decision itself.
    document_id  uuid,
    text         text NOT NULL,
    posted_at    timestamptz NOT NULL,
    posted_on    date NOT NULL GENERATED ALWAYS AS ((posted_at AT TIME ZONE 'Europe/Stockholm')::date) STORED,
    -- The last day to appeal, and the first on which it may be taken down; both as the domain counts them.
    appeal_ends_on date NOT NULL,
    taken_down_on  date NOT NULL,
    posted_by    uuid NOT NULL REFERENCES people,
    CONSTRAINT announcement_is_of_its_decision FOREIGN KEY (document_id, decision_id)
        REFERENCES decision_documents (id, decision_id),
    CONSTRAINT announcement_says_something CHECK (text ~ '[^[:space:]]'),
    CONSTRAINT announcement_stands_three_weeks CHECK (
        appeal_ends_on >= (posted_at AT TIME ZONE 'Europe/Stockholm')::date + 21 AND taken_down_on > appeal_ends_on)
);
CREATE INDEX announcements_by_day ON announcements (taken_down_on);
-- Once each: the time to appeal begins once.
CREATE UNIQUE INDEX decision_is_announced_once ON announcements (decision_id) WHERE document_id IS NULL;
CREATE UNIQUE INDEX later_decision_is_announced_once ON announcements (document_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON announcements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether money of a grant is out: paid and not come back, or taken out to the bank, which has not answered. What is
-- only attested is cancelled with its grant. The same answer as `Grant.hasComeBack`.
CREATE FUNCTION money_is_out(award uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM payments WHERE grant_id = award AND state = 'exported')
        OR (SELECT coalesce(sum(amount), 0) FROM payments WHERE grant_id = award AND state = 'paid')
           > (SELECT coalesce(sum(entry.amount), 0)
                FROM claims AS claim
                JOIN claim_entries AS entry ON entry.claim_id = claim.id AND entry.kind = 'repaid'
               WHERE claim.grant_id = award)
$$;
