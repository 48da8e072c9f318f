-- A grant is accepted, and its money is paid out by two persons, while no breach stands.

-- What a call says of the money that it grants: once it is announced, its terms stand.
ALTER TABLE calls
    ADD COLUMN payment_mode         text NOT NULL DEFAULT 'fixed',
    ADD COLUMN acceptance_needed    boolean NOT NULL DEFAULT true,
    ADD COLUMN report_days          integer NOT NULL DEFAULT 42,
    ADD COLUMN payment_after_appeal boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT payment_mode_is_known CHECK (payment_mode IN ('fixed', 'drawn')),
    ADD CONSTRAINT report_days_are_sensible CHECK (report_days BETWEEN 1 AND 365);

CREATE TRIGGER published_call_keeps_its_terms BEFORE UPDATE ON calls
    FOR EACH ROW WHEN (OLD.status = 'published'
        AND (OLD.payment_mode, OLD.acceptance_needed, OLD.report_days, OLD.payment_after_appeal)
            IS DISTINCT FROM (NEW.payment_mode, NEW.acceptance_needed, NEW.report_days, NEW.payment_after_appeal))
    EXECUTE FUNCTION keep_row('published_call_keeps_its_terms');

-- That a signatory has accepted a grant, with the very words that they accepted.
CREATE TABLE grant_acceptances (
    grant_id    uuid PRIMARY KEY REFERENCES grants,
    accepted_by uuid NOT NULL REFERENCES people,
    accepted_at timestamptz NOT NULL,
    terms       text NOT NULL,
    terms_hash  bytea NOT NULL,
    CONSTRAINT accepted_terms_match_their_hash CHECK (terms_hash = sha256(convert_to(terms, 'UTF8')))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_acceptances
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Bankgiro and plusgiro numbers end in a check digit: from the right every other digit counts double (modulus 10).
CREATE FUNCTION has_check_digit(digits text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT sum(CASE WHEN place % 2 = 1 THEN digit WHEN digit > 4 THEN digit * 2 - 9 ELSE digit * 2 END) % 10 = 0
      FROM (SELECT place, substr(reverse(digits), place, 1)::integer AS digit
              FROM generate_series(1, char_length(digits)) AS place) AS number
$$;

-- The account that the library wants the money of a grant on.
CREATE TABLE payee_accounts (
    grant_id     uuid PRIMARY KEY REFERENCES grants,
    kind         text NOT NULL,
    number       text NOT NULL,
    confirmed_by uuid NOT NULL REFERENCES people,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT payee_account_kind_is_known CHECK (kind IN ('bankgiro', 'plusgiro')),
    CONSTRAINT payee_account_has_its_check_digit CHECK (CASE
        WHEN number !~ '^[0-9]+$' THEN false
        WHEN kind = 'bankgiro' AND char_length(number) NOT IN (7, 8) THEN false
        WHEN kind = 'plusgiro' AND char_length(number) NOT BETWEEN 2 AND 8 THEN false
        ELSE has_check_digit(number) END)
);

-- Money on its way. What was paid is the sum of the rows that are `paid`. An attempt is an attest: one that fails is
-- requested and attested again, and is exported again.
CREATE TABLE payments (
    id             uuid PRIMARY KEY,
    grant_id       uuid NOT NULL REFERENCES grants,
    number         integer NOT NULL,
    amount         bigint NOT NULL,
    text           text NOT NULL DEFAULT '',
    state          text NOT NULL DEFAULT 'planned',
    planned_at     timestamptz NOT NULL,
    requested_by   uuid REFERENCES people,
    requested_at   timestamptz,
    attempt        integer NOT NULL DEFAULT 0,
    attested_by    uuid REFERENCES people,
    attested_at    timestamptz,
    account_kind   text,
    account_number text,
    paid_by        uuid REFERENCES people,
    paid_at        timestamptz,
    paid_on        date,
    reference      text,
    ended_because  text,
    CONSTRAINT payment_has_its_number UNIQUE (grant_id, number),
    CONSTRAINT payment_amount_is_positive CHECK (amount > 0),
    CONSTRAINT payment_state_is_known CHECK (state IN
        ('planned', 'requested', 'attested', 'exported', 'paid', 'failed', 'cancelled')),
    CONSTRAINT attested_payment_is_complete CHECK (
        (attested_by IS NULL) = (attested_at IS NULL) AND (attested_by IS NULL) = (account_kind IS NULL)
        AND (attested_by IS NULL) = (account_number IS NULL)
        AND (state IN ('planned', 'requested') AND attested_by IS NULL
             OR state IN ('attested', 'exported', 'paid', 'failed') AND attested_by IS NOT NULL
             OR state = 'cancelled')),
    CONSTRAINT paid_payment_is_complete CHECK (
        (state = 'paid') = (paid_by IS NOT NULL) AND (state = 'paid') = (paid_at IS NOT NULL)
        AND (state = 'paid') = (paid_on IS NOT NULL) AND (state = 'paid') = (reference IS NOT NULL)),
    CONSTRAINT payment_has_a_reference CHECK (reference ~ '[^[:space:]]'),
    CONSTRAINT unpaid_payment_has_its_reason CHECK (
        (state IN ('failed', 'cancelled')) = (ended_because IS NOT NULL) AND ended_because ~ '[^[:space:]]'),
    CONSTRAINT two_persons_pay CHECK (paid_by <> attested_by)
);
CREATE INDEX ON payments (state);

-- Under the grant's lock, so that two payments of one grant see each other.
CREATE FUNCTION check_sum_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM grants WHERE id = NEW.grant_id FOR NO KEY UPDATE;
    IF NEW.state <> 'cancelled'
       AND (SELECT sum(amount) FROM payments WHERE grant_id = NEW.grant_id AND state <> 'cancelled')
           > payable(NEW.grant_id) THEN
        RAISE EXCEPTION 'the payments of grant % exceed it', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_stay_within_grant', TABLE = 'payments';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payments_stay_within_grant AFTER INSERT OR UPDATE OF amount, state, grant_id ON payments
    FOR EACH ROW EXECUTE FUNCTION check_sum_of_payments();

-- A deviation holds its event while it writes the breach. So whoever is about to pay holds the events, too, and looks
-- then.
CREATE FUNCTION check_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM grants WHERE id = NEW.grant_id FOR NO KEY UPDATE;
    PERFORM FROM events
      WHERE id IN (SELECT event_id FROM conditions WHERE grant_id = NEW.grant_id)
      ORDER BY id FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT FROM grants WHERE id = NEW.grant_id AND state IN ('active', 'reported')) THEN
        RAISE EXCEPTION 'grant % is not in force', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_is_in_force', TABLE = 'payments';
    END IF;
    IF EXISTS (SELECT FROM conditions WHERE grant_id = NEW.grant_id AND state IN ('breached', 'frustrated'))
       OR EXISTS (SELECT FROM payment_holds WHERE grant_id = NEW.grant_id AND released_at IS NULL) THEN
        RAISE EXCEPTION 'a breach holds the payments of grant %', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'no_breach_stands', TABLE = 'payments';
    END IF;
    RETURN NEW;
END
$$;
-- What was exported has left: that the bank has paid it is noted whatever has happened since.
CREATE TRIGGER no_breach_stands BEFORE UPDATE OF state ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported') OR NEW.state = 'paid' AND OLD.state <> 'exported')
    EXECUTE FUNCTION check_payment();
CREATE TRIGGER no_breach_stands_for_a_new_row BEFORE INSERT ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported', 'paid')) EXECUTE FUNCTION check_payment();

-- What was paid stays paid: a payment that went wrong afterwards is a claim.
CREATE TRIGGER payment_is_kept BEFORE UPDATE ON payments
    FOR EACH ROW WHEN (OLD.state IN ('paid', 'cancelled')
        OR (OLD.id, OLD.grant_id, OLD.number, OLD.amount, OLD.planned_at)
                       IS DISTINCT FROM (NEW.id, NEW.grant_id, NEW.number, NEW.amount, NEW.planned_at))
    EXECUTE FUNCTION keep_row('payment_is_kept');
CREATE TRIGGER payments_are_never_deleted BEFORE DELETE OR TRUNCATE ON payments
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('payment_is_kept');
-- Who found it right, and the account that they found right, stand until it is asked for anew.
CREATE TRIGGER attested_payment_is_kept BEFORE UPDATE ON payments
    FOR EACH ROW WHEN (OLD.attested_by IS NOT NULL AND NEW.state <> 'requested'
        AND (OLD.attempt, OLD.attested_by, OLD.attested_at, OLD.account_kind, OLD.account_number)
            IS DISTINCT FROM (NEW.attempt, NEW.attested_by, NEW.attested_at, NEW.account_kind, NEW.account_number))
    EXECUTE FUNCTION keep_row('attested_payment_is_kept');

-- What finance took out of the service to pay, once for each attest, and may take again under the same number.
CREATE TABLE payment_batches (
    id      uuid PRIMARY KEY,
    number  integer NOT NULL,
    made_by uuid NOT NULL REFERENCES people,
    made_at timestamptz NOT NULL,
    CONSTRAINT payment_batch_has_its_number UNIQUE (number)
);
CREATE TABLE payment_batch_lines (
    batch_id        uuid NOT NULL REFERENCES payment_batches,
    payment_id      uuid NOT NULL REFERENCES payments,
    attempt         integer NOT NULL,
    amount          bigint NOT NULL,
    account_kind    text NOT NULL,
    account_number  text NOT NULL,
    payee           text NOT NULL,
    registry_number text NOT NULL,
    payment_number  integer NOT NULL,
    PRIMARY KEY (batch_id, payment_id),
    CONSTRAINT attested_payment_is_exported_once UNIQUE (payment_id, attempt)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_batches
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_batch_lines
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is in a file at the bank is paid, or comes back: nobody takes it out of the ledger meanwhile and plans its sum
-- anew.
CREATE TRIGGER exported_payment_ends_at_the_bank BEFORE UPDATE OF state ON payments
    FOR EACH ROW WHEN (OLD.state = 'exported' AND NEW.state NOT IN ('paid', 'failed'))
    EXECUTE FUNCTION keep_row('exported_payment_ends_at_the_bank');

-- At every commit: a payment is exported if, and only if, this attest of it is in a file and the bank has not answered.
CREATE FUNCTION check_export(payment uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM payments AS taken
         WHERE taken.id = check_export.payment AND taken.state IN ('attested', 'exported')
           AND (taken.state = 'exported') <> EXISTS (
                   SELECT FROM payment_batch_lines AS line
                    WHERE line.payment_id = taken.id AND line.attempt = taken.attempt)) THEN
        RAISE EXCEPTION 'payment % is in a file and not exported, or exported in no file', payment
            USING ERRCODE = 'check_violation', CONSTRAINT = 'exported_payment_is_in_a_file', TABLE = 'payments';
    END IF;
END
$$;
CREATE FUNCTION check_export_of_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_export(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_export_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_export(NEW.payment_id);
    -- The file is the order to pay: nobody gives it who found it right.
    IF EXISTS (SELECT FROM payments JOIN payment_batches ON payment_batches.id = NEW.batch_id
                WHERE payments.id = NEW.payment_id AND payments.attested_by = payment_batches.made_by) THEN
        RAISE EXCEPTION 'payment % is taken out by the one who attested it', NEW.payment_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'two_persons_pay', TABLE = 'payment_batch_lines';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER exported_payment_is_in_a_file AFTER INSERT OR UPDATE OF state ON payments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_export_of_payment();
CREATE CONSTRAINT TRIGGER exported_payment_is_in_a_file AFTER INSERT ON payment_batch_lines
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_export_of_line();

-- Where what a board has decided stands in its minutes: all of it is said, or nothing, where somebody decided by
-- delegation.
CREATE FUNCTION names_minutes(body text, meeting_on date, paragraph text, reference text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT num_nulls(body, meeting_on, paragraph, reference) IN (0, 4)
       AND coalesce(body ~ '[^[:space:]]' AND paragraph ~ '[^[:space:]]' AND reference ~ '[^[:space:]]', true)
$$;

-- How the region, or the host itself by mending its event, has settled what was broken.
CREATE TABLE settlements (
    id           uuid PRIMARY KEY,
    condition_id uuid NOT NULL REFERENCES conditions,
    outcome      text NOT NULL,
    reasons      text NOT NULL DEFAULT '',
    withheld     bigint NOT NULL DEFAULT 0,
    settled_by   uuid REFERENCES people,
    settled_at   timestamptz NOT NULL,
    -- Where it stands, if a board has decided it and somebody registers that.
    decided_by_body   text,
    meeting_on        date,
    minutes_paragraph text,
    minutes_reference text,
    CONSTRAINT settlement_of_a_board_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    CONSTRAINT settlement_outcome_is_known CHECK (outcome IN ('cured', 'frustrated', 'waived', 'enforced')),
    CONSTRAINT withheld_is_not_negative CHECK (withheld >= 0),
    CONSTRAINT settlement_has_reasons CHECK (outcome = 'cured' AND settled_by IS NULL AND withheld = 0
        OR outcome <> 'cured' AND settled_by IS NOT NULL AND reasons ~ '[^[:space:]]')
);
CREATE INDEX ON settlements (condition_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON settlements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a condition looks back on (P15): every version of its event since it was given or, where a breach was cured, the
-- one that stood then, from the cure on. What was before is settled by the cure, or by the waiver of one that binds on.
CREATE VIEW kept_versions AS
SELECT condition.id AS condition_id, history.version, history.facts,
       greatest(history.recorded_at, cure.at) AS recorded_at
  FROM conditions AS condition
 CROSS JOIN LATERAL (SELECT max(settlement.settled_at) AS at
                       FROM settlements AS settlement
                      WHERE settlement.condition_id = condition.id AND settlement.outcome = 'cured') AS cure
  JOIN event_versions AS history
    ON history.event_id = condition.event_id
   AND history.version >= coalesce(condition.waived_version, (SELECT max(earlier.version)
                                      FROM event_versions AS earlier
                                     WHERE earlier.event_id = condition.event_id AND earlier.recorded_at <= cure.at),
                                   condition.event_version);

-- What was not so when the event took place is mended by nothing afterwards, whenever it is said to end later on.
CREATE FUNCTION check_cure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM events WHERE id = NEW.event_id AND ends_at <= clock_timestamp()
        UNION ALL
        SELECT FROM (SELECT (facts ->> 'ends_at')::timestamptz AS ends_at,
                            lead(recorded_at) OVER (ORDER BY version) AS until
                       FROM event_versions
                      WHERE event_id = NEW.event_id AND version >= NEW.event_version) AS past
         WHERE past.ends_at <= past.until) THEN
        RAISE EXCEPTION 'the event of condition % has ended', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'breach_is_cured_before_the_event_ends',
                  TABLE = 'conditions';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER breach_is_cured_before_the_event_ends BEFORE UPDATE OF state ON conditions
    FOR EACH ROW WHEN (OLD.state = 'breached' AND NEW.state = 'cured') EXECUTE FUNCTION check_cure();

-- Nothing is withheld before the host has answered every open breach, or has let its time to answer pass.
CREATE FUNCTION check_hearing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM breaches AS breach
         WHERE breach.condition_id = NEW.condition_id AND breach.closed_at IS NULL
           AND breach.reply_due_at > clock_timestamp()
           AND NOT EXISTS (SELECT FROM breach_replies AS reply
                            WHERE reply.condition_id = breach.condition_id
                              AND reply.replied_at >= breach.breached_at)) THEN
        RAISE EXCEPTION 'the host of condition % has not been heard', NEW.condition_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'host_was_heard', TABLE = 'settlements';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER host_was_heard BEFORE INSERT ON settlements
    FOR EACH ROW WHEN (NEW.withheld > 0) EXECUTE FUNCTION check_hearing();

-- What a grant gives after what was withheld of it.
CREATE FUNCTION payable(grant_id uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT award.amount - coalesce((SELECT sum(settlement.withheld)
                                      FROM settlements AS settlement
                                      JOIN conditions AS condition ON condition.id = settlement.condition_id
                                     WHERE condition.grant_id = award.id), 0)::bigint
      FROM grants AS award
     WHERE award.id = payable.grant_id
$$;

-- Money that the library owes back. What is left of a claim is its amount less its entries.
CREATE TABLE claims (
    id          uuid PRIMARY KEY,
    grant_id    uuid NOT NULL REFERENCES grants,
    kind        text NOT NULL,
    amount      bigint NOT NULL,
    state       text NOT NULL DEFAULT 'due',
    reasons     text NOT NULL,
    due_on      date NOT NULL,
    demanded_by uuid NOT NULL REFERENCES people,
    demanded_at timestamptz NOT NULL,
    CONSTRAINT claim_amount_is_positive CHECK (amount > 0),
    CONSTRAINT claim_kind_is_known CHECK (kind IN ('unspent', 'repayment')),
    CONSTRAINT claim_state_is_known CHECK (state IN ('due', 'repaid', 'written-off', 'released'))
);
CREATE INDEX ON claims (grant_id);
CREATE INDEX claims_by_day ON claims (due_on, id);

-- How a claim stands on a day: one that is due is overdue from the day after.
CREATE FUNCTION claim_standing(claim claims, day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN claim.state = 'due' AND claim.due_on < day THEN 'overdue' ELSE claim.state END
$$;

CREATE TABLE claim_entries (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL REFERENCES claims,
    kind        text NOT NULL,
    amount      bigint NOT NULL,
    note        text NOT NULL,
    happened_on date NOT NULL,
    recorded_by uuid NOT NULL REFERENCES people,
    recorded_at timestamptz NOT NULL,
    -- A counter-entry: which entry it takes back, that was booked by mistake. Of the same claim and kind, and as much.
    reverses_id uuid,
    takes_back  bigint GENERATED ALWAYS AS (-amount) STORED,
    CONSTRAINT claim_entry_kind_is_known CHECK (kind IN ('repaid', 'written-off')),
    CONSTRAINT claim_entry_amount_is_positive CHECK (amount <> 0 AND (amount > 0) = (reverses_id IS NULL)),
    CONSTRAINT claim_entry_has_a_note CHECK (note ~ '[^[:space:]]'),
    CONSTRAINT claim_entry_can_be_reversed UNIQUE (id, claim_id, kind, amount),
    CONSTRAINT entry_is_reversed_once UNIQUE (reverses_id),
    CONSTRAINT counter_entry_is_of_its_entry FOREIGN KEY (reverses_id, claim_id, kind, takes_back)
        REFERENCES claim_entries (id, claim_id, kind, amount)
);
CREATE INDEX ON claim_entries (claim_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What came in is booked once: on one claim, one day's bank reference comes again only where the first was taken back.
CREATE FUNCTION plain_reference(note text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lower(regexp_replace(normalize(note, NFKC), '[[:space:]\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]', '', 'g'))
$$;
CREATE FUNCTION check_repayment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM claims WHERE id = NEW.claim_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM claim_entries AS booked
                WHERE booked.claim_id = NEW.claim_id AND booked.kind = 'repaid' AND booked.reverses_id IS NULL
                  AND booked.happened_on = NEW.happened_on
                  AND plain_reference(booked.note) = plain_reference(NEW.note)
                  AND NOT EXISTS (SELECT FROM claim_entries AS counter WHERE counter.reverses_id = booked.id)) THEN
        RAISE EXCEPTION 'a repayment of % with the reference % is booked', NEW.happened_on, NEW.note
            USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_is_booked_once', TABLE = 'claim_entries';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER repayment_is_booked_once BEFORE INSERT ON claim_entries
    FOR EACH ROW WHEN (NEW.kind = 'repaid' AND NEW.reverses_id IS NULL) EXECUTE FUNCTION check_repayment();

-- At every commit, whichever of the two was written: a claim is due until its entries cover it, and they never exceed
-- it.
CREATE FUNCTION check_claim_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    claim claims;
    covered bigint;
BEGIN
    SELECT * INTO claim FROM claims
     WHERE id = (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'claims' THEN 'id' ELSE 'claim_id' END)::uuid
       FOR NO KEY UPDATE;
    SELECT coalesce(sum(amount), 0) INTO covered FROM claim_entries WHERE claim_id = claim.id;
    IF covered > claim.amount OR claim.state <> 'released' AND (claim.state = 'due') = (covered = claim.amount) THEN
        RAISE EXCEPTION 'claim % of % is %, with % covered', claim.id, claim.amount, claim.state, covered
            USING ERRCODE = 'check_violation', CONSTRAINT = 'repayments_cover_the_claim', TABLE = 'claims';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER repayments_cover_the_claim AFTER INSERT ON claim_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claim_entries();
CREATE CONSTRAINT TRIGGER repayments_cover_the_claim AFTER INSERT OR UPDATE OF state ON claims
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_claim_entries();

-- A claim stays as it was made, and ends once; it is due again where an entry of it was taken back, and released with
-- the decision that demanded it, once that stands no longer. (Its generated column is not known yet before an update.)
CREATE FUNCTION keep_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state <> 'due' OR NEW.state = 'released') AND (OLD.state = 'released' OR NEW.state <> 'released'
            OR NOT EXISTS (SELECT FROM later_reopenings WHERE document_id = NEW.document_id))
       AND (OLD.state = 'released' OR NEW.state <> 'due'
            OR NOT EXISTS (SELECT FROM claim_entries WHERE claim_id = NEW.id AND reverses_id IS NOT NULL))
       OR to_jsonb(OLD) - ARRAY['state', 'decided_as'] <> to_jsonb(NEW) - ARRAY['state', 'decided_as'] THEN
        RAISE EXCEPTION 'claim % is kept as it was made', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_is_kept', TABLE = 'claims';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER claim_is_kept BEFORE UPDATE ON claims FOR EACH ROW EXECUTE FUNCTION keep_claim();
CREATE TRIGGER claims_are_never_deleted BEFORE DELETE OR TRUNCATE ON claims
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('claim_is_kept');

-- Whoever has a conflict of interest attests and pays nothing, settles nothing, claims nothing and writes nothing off.
-- What a host has mended is settled by nobody; that money has come back is a fact.
CREATE TRIGGER case_officer_is_impartial BEFORE UPDATE ON payments
    FOR EACH ROW WHEN (NEW.attested_by IS NOT NULL AND NEW.attested_by IS DISTINCT FROM OLD.attested_by)
    EXECUTE FUNCTION refuse_partial('attested_by');
CREATE TRIGGER case_officer_is_impartial_who_pays BEFORE UPDATE ON payments
    FOR EACH ROW WHEN (NEW.paid_by IS NOT NULL AND OLD.paid_by IS NULL)
    EXECUTE FUNCTION refuse_partial('paid_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON settlements
    FOR EACH ROW WHEN (NEW.settled_by IS NOT NULL) EXECUTE FUNCTION refuse_partial('settled_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON claims
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('demanded_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON claim_entries
    FOR EACH ROW WHEN (NEW.kind = 'written-off') EXECUTE FUNCTION refuse_partial('recorded_by');
