-- A library tells what became of its grant, the region settles that, and the clock closes the case.

-- How long a case is kept once it is closed, and by which disposal decision (arkivlagen 10 §: nothing is destroyed
-- without one). No years, or no rule: it is kept for ever.
CREATE TABLE retention_rules (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    years      integer,
    decision   text NOT NULL,
    valid_from date NOT NULL,
    CONSTRAINT one_retention_rule_per_day UNIQUE (valid_from),
    CONSTRAINT retention_years_are_positive CHECK (years > 0),
    CONSTRAINT retention_rule_names_its_decision CHECK (decision ~ '[^[:space:]]')
);

-- When a grant was closed, and how long its case is kept.
ALTER TABLE grants
    ADD COLUMN closed_on         date,
    ADD COLUMN keep_until        date,
    ADD COLUMN retention_rule_id uuid REFERENCES retention_rules,
    ADD CONSTRAINT closed_grant_has_its_day CHECK (CASE state
        WHEN 'closed' THEN closed_on IS NOT NULL
        WHEN 'ended' THEN true
        ELSE closed_on IS NULL END),
    -- The state that it was closed in: there it is again where money proves to be owed all the same.
    ADD COLUMN closed_from       text,
    ADD CONSTRAINT kept_grant_has_its_rule CHECK (keep_until IS NULL OR retention_rule_id IS NOT NULL
        AND keep_until > closed_on);

CREATE FUNCTION note_closed_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.closed_from := CASE WHEN NEW.state <> 'closed' THEN NULL
                            WHEN OLD.state = 'closed' THEN OLD.closed_from ELSE OLD.state END;
    RETURN NEW;
END
$$;
CREATE TRIGGER closed_grant_knows_from_where BEFORE UPDATE ON grants
    FOR EACH ROW EXECUTE FUNCTION note_closed_from();

-- What a library has written of its report and not sent: its own room.
CREATE TABLE report_drafts (
    grant_id uuid PRIMARY KEY REFERENCES grants,
    content  jsonb NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    saved_by uuid NOT NULL REFERENCES people,
    saved_at timestamptz NOT NULL
);

-- P16: of every event that was carried out a report says who was invited, how many registered and attended, and how
-- many of the others were refused a seat.
CREATE FUNCTION shows_outcome(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM jsonb_array_elements(content -> 'events') AS event
         WHERE (event ->> 'carriedOut')::boolean
           AND (NOT event ? 'refused' OR jsonb_array_length(event -> 'facts' -> 'invited') = 0
                OR NOT EXISTS (SELECT FROM jsonb_array_elements(event -> 'guests') AS guests
                    WHERE guests ? 'registered')
                OR NOT EXISTS (SELECT FROM jsonb_array_elements(event -> 'guests') AS guests
                    WHERE guests ? 'attended')))
$$;

CREATE FUNCTION sum_of_outcome(content jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(sum((line ->> 'ore')::numeric), 0) FROM jsonb_array_elements(content -> 'outcome') AS line
$$;

-- A count beyond what any library has staff, or seats refused, is a slip.
CREATE FUNCTION counts_are_sensible(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
               SELECT FROM jsonb_array_elements(content -> 'events') AS event
                WHERE NOT coalesce((event ->> 'refused')::numeric, 0) BETWEEN 0 AND 10000)
       AND NOT EXISTS (
               SELECT FROM jsonb_array_elements(content -> 'events') AS event
                CROSS JOIN LATERAL jsonb_array_elements(event -> 'guests') AS guests
                WHERE NOT coalesce((guests ->> 'registered')::numeric, 0) BETWEEN 0 AND 1000
                   OR NOT coalesce((guests ->> 'attended')::numeric, 0) BETWEEN 0 AND 1000)
$$;

-- Every report that was sent, as it was sent.
CREATE TABLE grant_reports (
    id           uuid PRIMARY KEY,
    grant_id     uuid NOT NULL REFERENCES grants,
    number       integer NOT NULL,
    content      text NOT NULL,
    content_hash bytea NOT NULL,
    sent_by      uuid NOT NULL REFERENCES people,
    sent_at      timestamptz NOT NULL,
    CONSTRAINT report_has_its_number UNIQUE (grant_id, number),
    CONSTRAINT report_matches_its_hash CHECK (content_hash = sha256(convert_to(content, 'UTF8'))),
    CONSTRAINT report_counts_are_sensible CHECK (counts_are_sensible(content::jsonb)),
    CONSTRAINT report_shows_outcome CHECK (shows_outcome(content::jsonb)),
    CONSTRAINT report_balances CHECK ((content::jsonb ->> 'total')::numeric = sum_of_outcome(content::jsonb))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_reports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Why the region sent a report back, and until when it wants another.
CREATE TABLE report_returns (
    report_id   uuid PRIMARY KEY REFERENCES grant_reports,
    reasons     text NOT NULL,
    due_on      date NOT NULL,
    returned_by uuid NOT NULL REFERENCES people,
    returned_at timestamptz NOT NULL,
    CONSTRAINT return_has_reasons CHECK (reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON report_returns
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a case officer finds of a report: what the grant comes to, what is to come back of what was paid, and why.
CREATE TABLE report_settlements (
    id          uuid PRIMARY KEY,
    report_id   uuid NOT NULL REFERENCES grant_reports,
    -- What the grant gave before the report was settled.
    payable     bigint NOT NULL,
    entitled    bigint NOT NULL,
    claimed     bigint NOT NULL,
    due_on      date,
    reasons     text NOT NULL,
    proposed_by uuid NOT NULL REFERENCES people,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT report_settlement_has_reasons CHECK (reasons ~ '[^[:space:]]'),
    CONSTRAINT settled_sums_are_not_negative CHECK (entitled >= 0 AND claimed >= 0),
    CONSTRAINT report_gives_no_more_than_the_grant CHECK (entitled <= payable),
    CONSTRAINT what_is_claimed_is_due CHECK ((claimed > 0) = (due_on IS NOT NULL))
);
CREATE INDEX ON report_settlements (report_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON report_settlements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The evidence that was accepted of each event: of the invitation, and of who came.
CREATE TABLE accepted_evidence (
    settlement_id uuid NOT NULL REFERENCES report_settlements,
    condition_id  uuid NOT NULL REFERENCES conditions,
    note          text NOT NULL,
    PRIMARY KEY (settlement_id, condition_id)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON accepted_evidence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where the grant comes to less than was granted, or money goes back, a decision maker has decided it.
CREATE TABLE settlement_confirmations (
    settlement_id uuid PRIMARY KEY REFERENCES report_settlements,
    confirmed_by  uuid NOT NULL REFERENCES people,
    confirmed_at  timestamptz NOT NULL
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement_confirmations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Or has sent what was proposed back to the case officer, and why.
CREATE TABLE settlement_returns (
    settlement_id uuid PRIMARY KEY REFERENCES report_settlements,
    reasons       text NOT NULL,
    returned_by   uuid NOT NULL REFERENCES people,
    returned_at   timestamptz NOT NULL,
    CONSTRAINT settlement_return_has_reasons CHECK (reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement_returns
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was proposed is decided or sent back, never both. Whoever does either holds the grant.
CREATE FUNCTION check_settlement_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM grants WHERE id = (SELECT report.grant_id FROM report_settlements AS settlement
                                      JOIN grant_reports AS report ON report.id = settlement.report_id
                                     WHERE settlement.id = NEW.settlement_id) FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM settlement_returns AS returned
                 JOIN settlement_confirmations AS confirmation USING (settlement_id)
                WHERE returned.settlement_id = NEW.settlement_id) THEN
        RAISE EXCEPTION 'settlement % was sent back and is decided', NEW.settlement_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_ends_once', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER settlement_ends_once AFTER INSERT ON settlement_confirmations
    FOR EACH ROW EXECUTE FUNCTION check_settlement_ends_once();
CREATE TRIGGER settlement_ends_once AFTER INSERT ON settlement_returns
    FOR EACH ROW EXECUTE FUNCTION check_settlement_ends_once();

-- Whoever has a conflict of interest returns no report, settles none and confirms or returns no settlement.
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON report_returns
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('returned_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON report_settlements
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('proposed_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON settlement_confirmations
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('confirmed_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON settlement_returns
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('returned_by');

-- Who confirms has neither proposed this or another settlement of the grant nor prepared its case.
CREATE FUNCTION check_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own grants;
BEGIN
    SELECT award.* INTO own
      FROM report_settlements AS settlement
      JOIN grant_reports AS report ON report.id = settlement.report_id
      JOIN grants AS award ON award.id = report.grant_id
     WHERE settlement.id = NEW.settlement_id;
    IF has_prepared(own.application_id, NEW.confirmed_by) OR EXISTS (
            SELECT FROM report_settlements AS settlement
              JOIN grant_reports AS report ON report.id = settlement.report_id
             WHERE report.grant_id = own.id AND settlement.proposed_by = NEW.confirmed_by) THEN
        RAISE EXCEPTION 'settlement % is confirmed by somebody who has proposed it or prepared the case',
            NEW.settlement_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes_settle', TABLE = 'settlement_confirmations';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER four_eyes_settle BEFORE INSERT ON settlement_confirmations
    FOR EACH ROW EXECUTE FUNCTION check_confirmation();

-- The reminders of a report that were given, each once for each day on which it was due.
CREATE TABLE report_reminders (
    grant_id    uuid NOT NULL REFERENCES grants,
    kind        text NOT NULL,
    due_on      date NOT NULL,
    reminded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (grant_id, kind, due_on),
    CONSTRAINT report_reminder_is_known CHECK (kind IN ('before', 'due', 'after'))
);

-- The last day on which a report is in time: the day that a returned report was given; else the call's day, but never
-- before the last event has ended; else so many days after that event as the call says.
CREATE FUNCTION report_due_on(grant_id uuid) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT coalesce(
               (SELECT returned.due_on
                  FROM grant_reports AS report
                  JOIN report_returns AS returned ON returned.report_id = report.id
                 WHERE report.grant_id = award.id
                 ORDER BY report.number DESC
                 LIMIT 1),
               CASE WHEN call.report_due_on IS NOT NULL THEN greatest(call.report_due_on, last.day) END,
               last.day + call.report_days)
      FROM grants AS award
      JOIN calls AS call ON call.id = award.call_id
     CROSS JOIN LATERAL (
           SELECT (max(event.ends_at) AT TIME ZONE 'Europe/Stockholm')::date AS day
             FROM conditions AS condition
             JOIN events AS event ON event.id = condition.event_id
            WHERE condition.grant_id = award.id AND condition.state <> 'not-applicable') AS last
     WHERE award.id = report_due_on.grant_id
$$;

-- The day that a call names is in the letters of its grants, and stands with the first of them.
CREATE FUNCTION check_report_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM grants WHERE call_id = NEW.id) THEN
        RAISE EXCEPTION 'the grants of call % are to be reported on by the day that their letters say', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_call_keeps_its_terms', TABLE = 'calls';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER granted_report_day_is_kept BEFORE UPDATE ON calls
    FOR EACH ROW WHEN (OLD.report_due_on IS DISTINCT FROM NEW.report_due_on) EXECUTE FUNCTION check_report_day();

-- Whether breaches have taken all of a grant, so that nothing of its amount is given any more: then there is nothing to
-- report. Of an enforced share a part may have been accepted.
CREATE FUNCTION grant_is_taken_back(grant_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT payable(grant_is_taken_back.grant_id) = 0
       AND NOT EXISTS (SELECT FROM conditions AS condition
                        WHERE condition.grant_id = grant_is_taken_back.grant_id
                          AND condition.state NOT IN ('enforced', 'not-applicable'))
$$;

-- A grant whose report is overdue is suspended (G14).
CREATE FUNCTION report_is_overdue(grant_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(award.state IN ('active', 'change-requested') AND NOT grant_is_taken_back(award.id)
               AND report_due_on(award.id) < (clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date, false)
      FROM grants AS award
     WHERE award.id = report_is_overdue.grant_id
$$;

CREATE FUNCTION check_report_of_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What is with the bank is stopped by nobody here.
    IF TG_OP = 'UPDATE' AND OLD.state = 'exported' THEN
        RETURN NEW;
    END IF;
    PERFORM FROM grants WHERE id = NEW.grant_id FOR NO KEY UPDATE;
    IF report_is_overdue(NEW.grant_id) THEN
        RAISE EXCEPTION 'the report of grant % is overdue', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'report_is_in_time', TABLE = 'payments';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER report_is_in_time BEFORE INSERT OR UPDATE OF state ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported', 'paid')) EXECUTE FUNCTION check_report_of_payment();

-- At every commit: a grant that is reported has a report that stands, and one that is settled has its settlement,
-- decided by another where it is less than was granted or money goes back.
CREATE FUNCTION check_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    report uuid := (SELECT report.id FROM grant_reports AS report
                     WHERE report.grant_id = NEW.id AND NOT EXISTS (
                           SELECT FROM report_returns AS returned WHERE returned.report_id = report.id)
                     ORDER BY report.number DESC LIMIT 1);
BEGIN
    IF report IS NULL THEN
        RAISE EXCEPTION 'grant % has no report', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reported_grant_has_its_report', TABLE = 'grants';
    END IF;
    IF NEW.state = 'settled' AND NOT EXISTS (
           SELECT FROM report_settlements AS settlement
            WHERE settlement.report_id = report
              AND (settlement.claimed = 0 AND settlement.entitled = settlement.payable
                   AND settlement.payable = payable(NEW.id)
                   OR EXISTS (SELECT FROM settlement_confirmations AS confirmation
                               WHERE confirmation.settlement_id = settlement.id AND NOT EXISTS (
                                     SELECT FROM later_reopenings AS reopened
                                      WHERE reopened.document_id = confirmation.document_id)))) THEN
        RAISE EXCEPTION 'the report of grant % is not settled', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'settled_grant_has_its_settlement', TABLE = 'grants';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER reported_grant_has_its_report AFTER UPDATE OF state ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state IN ('reported', 'settled') AND OLD.state <> NEW.state) EXECUTE FUNCTION check_report();

-- Whether a condition of which something is waived binds on: not where its event was cancelled or has ended, nor where
-- nothing of its share is given any more.
CREATE FUNCTION binds_on(condition conditions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM events AS event
                    WHERE event.id = condition.event_id AND event.status <> 'cancelled'
                      AND event.ends_at > clock_timestamp())
       AND condition.cost_share > (
           SELECT coalesce(sum(settlement.withheld), 0)
             FROM settlements AS settlement
            WHERE settlement.condition_id = condition.id AND NOT EXISTS (
                  SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = settlement.document_id));
END
$$;

-- At every commit: a condition comes to each of its ends by what ends it, which is kept and stands: what settled an
-- earlier breach settles no later one. What is waived binds on where it can. SQL alone lets none go.
CREATE FUNCTION check_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM conditions AS condition
          JOIN grants AS award ON award.id = condition.grant_id
         CROSS JOIN LATERAL (
               SELECT coalesce(max(breached_at), '-infinity') AS breach
                 FROM breaches WHERE breaches.condition_id = condition.id) AS latest
         WHERE condition.id = NEW.id AND CASE
               WHEN condition.state IN ('cured', 'frustrated', 'waived', 'enforced') THEN NOT EXISTS (
                   SELECT FROM settlements AS settlement
                    WHERE settlement.condition_id = condition.id AND settlement.outcome = condition.state
                      AND settlement.settled_at >= latest.breach
                      AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                                       WHERE reopened.document_id = settlement.document_id))
                   OR condition.state = 'waived' AND condition.waived IS NULL
                  AND OLD.state IN ('breached', 'frustrated') AND binds_on(condition)
               WHEN condition.state = 'discharged' THEN NOT EXISTS (
                   SELECT FROM accepted_evidence
                     JOIN report_settlements AS settlement ON settlement.id = accepted_evidence.settlement_id
                    WHERE accepted_evidence.condition_id = condition.id AND settlement.proposed_at >= latest.breach)
               WHEN condition.state = 'not-applicable' THEN NOT is_succeeded(condition)
                   AND award.state NOT IN ('ended', 'repayment-demanded', 'closed')
               ELSE false END) THEN
        RAISE EXCEPTION 'condition % is let go, and nothing has ended it', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'released_condition_has_its_cause', TABLE = 'conditions';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER released_condition_has_its_cause AFTER UPDATE OF state ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_release();

-- A closed grant owes nothing, and the region has nothing more to say of its conditions.
CREATE FUNCTION check_closing(grant_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM grants WHERE id = check_closing.grant_id AND state = 'closed') THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM claims WHERE claims.grant_id = check_closing.grant_id AND state = 'due') THEN
        RAISE EXCEPTION 'grant % is closed, and something is owed', grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_is_owed', TABLE = 'grants';
    END IF;
    IF EXISTS (SELECT FROM conditions WHERE conditions.grant_id = check_closing.grant_id
                AND (state IN ('held', 'cured', 'breached', 'frustrated') OR waived_version IS NOT NULL)) THEN
        RAISE EXCEPTION 'grant % is closed, and a condition stands', grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'conditions_are_settled', TABLE = 'grants';
    END IF;
END
$$;
CREATE FUNCTION check_closing_of_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_closing(NEW.id);
    -- Without a report, and without a demand of all of it, it ends only where breaches have taken everything.
    IF OLD.state NOT IN ('settled', 'repayment-demanded', 'closed')
       AND (NOT grant_is_taken_back(NEW.id)
            OR EXISTS (SELECT FROM payments WHERE grant_id = NEW.id AND state NOT IN ('paid', 'cancelled'))) THEN
        RAISE EXCEPTION 'grant % is closed, and something of it is still given', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_is_taken_back', TABLE = 'grants';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION check_closing_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_closing(NEW.grant_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER closed_grant_is_done_with AFTER UPDATE OF state ON grants
    FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION check_closing_of_grant();
CREATE TRIGGER closed_grant_owes_nothing AFTER INSERT OR UPDATE OF state ON claims
    FOR EACH ROW EXECUTE FUNCTION check_closing_of_part();
CREATE TRIGGER closed_grant_has_settled_conditions AFTER INSERT OR UPDATE OF state ON conditions
    FOR EACH ROW EXECUTE FUNCTION check_closing_of_part();
