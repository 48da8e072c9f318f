-- A grant may change between its acceptance and its report: the library asks, the region decides, and what was decided
-- is kept beside what was given first. A cancelled event may get a new date; money is demanded back, or the grant
-- revoked, by decisions of their own.

-- What a library asks to change of a grant, as it asked for it: before and after. How it was decided stands apart.
CREATE TABLE change_requests (
    id            uuid PRIMARY KEY,
    grant_id      uuid NOT NULL REFERENCES grants,
    number        integer NOT NULL,
    kind          text NOT NULL,
    -- The event that is moved, or that is to be replaced.
    event_id      uuid REFERENCES events,
    new_event_id  uuid REFERENCES events,
    starts_before timestamptz,
    ends_before   timestamptz,
    starts_after  timestamptz,
    ends_after    timestamptz,
    scope_before  text,
    scope_after   text,
    reasons       text NOT NULL,
    requested_by  uuid NOT NULL REFERENCES people,
    requested_at  timestamptz NOT NULL,
    CONSTRAINT change_has_its_number UNIQUE (grant_id, number),
    CONSTRAINT change_kind_is_known CHECK (kind IN ('time', 'amount', 'event-swap', 'scope')),
    CONSTRAINT change_has_reasons CHECK (reasons ~ '[^[:space:]]'),
    CONSTRAINT change_says_what_it_changes CHECK (
        (kind IN ('time', 'event-swap')) = (event_id IS NOT NULL)
        AND (kind = 'event-swap') = (new_event_id IS NOT NULL)
        AND (kind = 'time') = (starts_before IS NOT NULL) AND (kind = 'time') = (ends_before IS NOT NULL)
        AND (kind = 'time') = (starts_after IS NOT NULL) AND (kind = 'time') = (ends_after IS NOT NULL)
        AND (kind = 'scope') = (scope_before IS NOT NULL) AND (kind = 'scope') = (scope_after IS NOT NULL)
        AND new_event_id <> event_id AND ends_after > starts_after AND scope_after ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON change_requests
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- That the library took a change back before it was decided.
CREATE TABLE change_withdrawals (
    change_id    uuid PRIMARY KEY REFERENCES change_requests,
    withdrawn_by uuid NOT NULL REFERENCES people,
    withdrawn_at timestamptz NOT NULL
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON change_withdrawals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The day of an event that has been published is another: the notice counts from when that was said (P8), which nobody
-- writes. It counts from publication on again where the day is that of a change which is under way in this transaction
-- and is named by it (samlyft.agreed_change): at commit the region has agreed to it, or has undone what it agreed to.
CREATE FUNCTION keep_day_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.day_said_at := NULL;
    ELSIF OLD.published_at IS NULL OR (OLD.starts_at AT TIME ZONE 'Europe/Stockholm')::date
                                      = (NEW.starts_at AT TIME ZONE 'Europe/Stockholm')::date THEN
        NEW.day_said_at := OLD.day_said_at;
    ELSIF EXISTS (SELECT FROM change_requests AS change
                   WHERE change.id = nullif(current_setting('samlyft.agreed_change', true), '')::uuid
                     AND change.event_id = NEW.id
                     AND NEW.starts_at = CASE WHEN EXISTS (SELECT FROM grant_decisions WHERE change_id = change.id)
                                              THEN change.starts_before ELSE change.starts_after END) THEN
        NEW.day_said_at := NULL;
    ELSE
        NEW.day_said_at := clock_timestamp();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER day_said_is_kept BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION keep_day_said();

CREATE FUNCTION check_agreed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM change_requests AS change
                     JOIN grant_decisions AS decided ON decided.change_id = change.id AND decided.kind = 'amendment'
                    WHERE change.event_id = NEW.id
                      AND (change.starts_after = NEW.starts_at OR change.starts_before = NEW.starts_at AND EXISTS (
                           SELECT FROM later_reopenings WHERE document_id = decided.document_id))) THEN
        RAISE EXCEPTION 'the region has not agreed to the day of event %', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'agreed_day_has_its_decision', TABLE = 'events';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER agreed_day_has_its_decision AFTER UPDATE OF starts_at ON events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.published_at IS NOT NULL AND NEW.day_said_at IS NULL
          AND (OLD.starts_at AT TIME ZONE 'Europe/Stockholm')::date
              <> (NEW.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
    EXECUTE FUNCTION check_agreed_day();

-- Of a change of amounts: the share of each event before and after.
CREATE TABLE change_shares (
    change_id     uuid NOT NULL REFERENCES change_requests,
    condition_id  uuid NOT NULL REFERENCES conditions,
    amount_before bigint NOT NULL,
    amount_after  bigint NOT NULL,
    PRIMARY KEY (change_id, condition_id),
    CONSTRAINT changed_share_is_not_negative CHECK (amount_before >= 0 AND amount_after >= 0)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON change_shares
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE decision_documents
    DROP CONSTRAINT document_kind_is_known,
    ADD CONSTRAINT document_kind_is_known CHECK (kind IN ('decision', 'correction', 'reopening', 'amendment',
        'change-refusal', 'withholding', 'repayment-demand', 'report-settlement', 'revocation'));

-- What the region decides of a grant after it was given, with the words of that day. Its number and its letter are
-- those of its paper.
CREATE TABLE grant_decisions (
    document_id   uuid PRIMARY KEY REFERENCES decision_documents,
    grant_id      uuid NOT NULL REFERENCES grants,
    kind          text NOT NULL,
    change_id     uuid REFERENCES change_requests,
    -- What the grant gave, and gives by it.
    amount_before bigint NOT NULL,
    amount_after  bigint NOT NULL,
    reasons       text NOT NULL,
    -- The line of the delegation order, or the minutes of the board whose decision somebody registers, as of a first
    -- decision.
    delegation_id uuid REFERENCES delegations,
    decided_by_body   text,
    meeting_on        date,
    minutes_paragraph text,
    minutes_reference text,
    appeal_kind   text NOT NULL,
    appeal        text NOT NULL,
    decided_by    uuid NOT NULL REFERENCES people,
    decided_at    timestamptz NOT NULL,
    CONSTRAINT later_decision_has_one_authority CHECK ((delegation_id IS NULL) = (decided_by_body IS NOT NULL)),
    CONSTRAINT later_board_decision_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    CONSTRAINT board_has_met_before CHECK (meeting_on <= (decided_at AT TIME ZONE 'Europe/Stockholm')::date),
    CONSTRAINT grant_decision_is_known CHECK (kind IN ('amendment', 'change-refusal', 'withholding',
        'repayment-demand', 'report-settlement', 'revocation')),
    -- What a claim points at: a decision of its grant, of its kind.
    CONSTRAINT grant_decision_is_of_one_kind UNIQUE (document_id, grant_id, kind),
    CONSTRAINT decided_change_is_named CHECK ((kind IN ('amendment', 'change-refusal')) = (change_id IS NOT NULL)),
    -- A change never gives more than was decided: that would be a new grant.
    CONSTRAINT change_gives_no_more CHECK (
        amount_after > 0 AND amount_after <= amount_before AND (kind = 'amendment' OR amount_after = amount_before)),
    CONSTRAINT grant_decision_has_reasons CHECK (reasons ~ '[^[:space:]]'),
    CONSTRAINT grant_decision_tells_how_to_appeal CHECK (
        appeal ~ '[^[:space:]]' AND appeal_kind IN ('legality-review', 'administrative-appeal'))
);
CREATE INDEX ON grant_decisions (grant_id);
CREATE INDEX ON grant_decisions (change_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- They are posted on the notice board as the first decision is: the time to appeal one is counted from that.
ALTER TABLE announcements
    ADD CONSTRAINT announcement_is_of_a_decision FOREIGN KEY (document_id) REFERENCES grant_decisions;

-- What was decided and nobody has posted: decisions that stand, and later ones on grants.
CREATE VIEW unposted_decisions AS
    SELECT application.id AS application_id, application.registry_number, library.name AS library_name, waiting.kind,
           waiting.number, waiting.decided_at
      FROM (SELECT decision.application_id, 'decision' AS kind, decision.number, decision.decided_at
              FROM decisions AS decision
             WHERE decision.superseded_at IS NULL AND NOT EXISTS (
                   SELECT FROM announcements AS notice
                    WHERE notice.decision_id = decision.id AND notice.document_id IS NULL)
             UNION ALL
            SELECT paper.application_id, paper.kind, paper.number, later.decided_at
              FROM grant_decisions AS later
              JOIN decision_documents AS paper ON paper.id = later.document_id
             WHERE NOT EXISTS (SELECT FROM announcements AS notice WHERE notice.document_id = later.document_id)
           ) AS waiting
      JOIN grant_applications AS application ON application.id = waiting.application_id
      JOIN libraries AS library ON library.id = application.library_id;

-- Why the share of an event is another than it was given: by which decision, or for a new date (no decision).
CREATE TABLE share_moves (
    condition_id  uuid NOT NULL REFERENCES conditions,
    number        integer NOT NULL,
    amount_before bigint NOT NULL,
    amount_after  bigint NOT NULL,
    document_id   uuid REFERENCES grant_decisions DEFERRABLE INITIALLY DEFERRED,
    moved_at      timestamptz NOT NULL,
    PRIMARY KEY (condition_id, number)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON share_moves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- That a cancelled event may get a new date, and until when its host may name the event that takes its place.
CREATE TABLE successor_offers (
    id           uuid PRIMARY KEY,
    condition_id uuid NOT NULL REFERENCES conditions,
    last_day     date NOT NULL,
    message      text NOT NULL,
    offered_by   uuid NOT NULL REFERENCES people,
    offered_at   timestamptz NOT NULL,
    CONSTRAINT offer_says_something CHECK (message ~ '[^[:space:]]')
);
CREATE INDEX ON successor_offers (condition_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON successor_offers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The event that an editor of a host proposes in place of a cancelled one, while an offer stands. Whoever acts for the
-- grant's own library takes it up, or names another.
CREATE TABLE successor_proposals (
    id           uuid PRIMARY KEY,
    condition_id uuid NOT NULL REFERENCES conditions,
    event_id     uuid NOT NULL REFERENCES events,
    proposed_by  uuid NOT NULL REFERENCES people,
    proposed_at  timestamptz NOT NULL
);
CREATE INDEX ON successor_proposals (condition_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON successor_proposals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever has a conflict of interest decides nothing of a grant, offers no new date and posts no decision.
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON grant_decisions
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('decided_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON successor_offers
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('offered_by');
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON announcements
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('posted_by');

-- Everybody who has prepared a case: taken it, is or was its officer, has reviewed it, asked for a completion,
-- recommended in it, found a breach or that nobody could help it, offered a new date or returned a report; and when.
CREATE FUNCTION preparations(application uuid) RETURNS TABLE (person_id uuid, made_at timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT actor_id, happened_at FROM case_events
     WHERE application_id = preparations.application AND kind IN ('handle', 'review', 'recommend')
    UNION ALL
    SELECT case_officers.person_id, assigned_at FROM case_officers WHERE application_id = preparations.application
    UNION ALL
    SELECT reviewed_by, reviewed_at FROM reviews WHERE application_id = preparations.application
    UNION ALL
    SELECT recommended_by, recommended_at FROM recommendations WHERE application_id = preparations.application
    UNION ALL
    SELECT requested_by, requested_at FROM completion_requests WHERE application_id = preparations.application
    UNION ALL
    SELECT breach.found_by, breach.breached_at
      FROM breaches AS breach JOIN grants AS award ON award.id = breach.grant_id
     WHERE award.application_id = preparations.application
    UNION ALL
    SELECT settled.settled_by, settled.settled_at
      FROM settlements AS settled
      JOIN conditions AS condition ON condition.id = settled.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = preparations.application AND settled.outcome = 'frustrated'
    UNION ALL
    SELECT offer.offered_by, offer.offered_at
      FROM successor_offers AS offer
      JOIN conditions AS condition ON condition.id = offer.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = preparations.application
    UNION ALL
    SELECT returned.returned_by, returned.returned_at
      FROM report_returns AS returned
      JOIN grant_reports AS report ON report.id = returned.report_id
      JOIN grants AS award ON award.id = report.grant_id
     WHERE award.application_id = preparations.application
$$;

CREATE FUNCTION preparers(application uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT person_id FROM preparations(preparers.application)
$$;

CREATE FUNCTION has_prepared(application uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM preparers(has_prepared.application) AS preparer (id)
        WHERE preparer.id = has_prepared.person)
$$;

-- What is decided in a case, and of its grant later, is decided by other eyes than prepared it: also where a board has
-- decided, and somebody registers that.
CREATE FUNCTION refuse_preparer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF has_prepared(case_of(TG_TABLE_NAME, to_jsonb(NEW)), (to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
        RAISE EXCEPTION 'who has prepared a case decides in it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes_decide', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON corrections
    FOR EACH ROW EXECUTE FUNCTION refuse_preparer('corrected_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON decisions
    FOR EACH ROW EXECUTE FUNCTION refuse_preparer('decided_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON reopenings
    FOR EACH ROW EXECUTE FUNCTION refuse_preparer('reopened_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON grant_decisions
    FOR EACH ROW EXECUTE FUNCTION refuse_preparer('decided_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON settlements
    FOR EACH ROW WHEN (NEW.outcome <> 'frustrated') EXECUTE FUNCTION refuse_preparer('settled_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON claim_entries
    FOR EACH ROW WHEN (NEW.kind = 'written-off') EXECUTE FUNCTION refuse_preparer('recorded_by');

-- A change is decided or taken back, never both, and decided once. Whoever does either holds the grant.
CREATE FUNCTION check_change_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM grants WHERE id = (SELECT grant_id FROM change_requests WHERE id = NEW.change_id) FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM deciding(NEW.change_id)) > 1 THEN
        RAISE EXCEPTION 'change % is decided', NEW.change_id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'change_is_decided_once', TABLE = TG_TABLE_NAME;
    END IF;
    IF EXISTS (SELECT FROM change_withdrawals AS withdrawal
                WHERE withdrawal.change_id = NEW.change_id AND EXISTS (SELECT FROM deciding(NEW.change_id))) THEN
        RAISE EXCEPTION 'change % was taken back and is decided', NEW.change_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'change_ends_once', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER change_ends_once AFTER INSERT ON grant_decisions
    FOR EACH ROW WHEN (NEW.change_id IS NOT NULL) EXECUTE FUNCTION check_change_ends_once();
CREATE TRIGGER change_ends_once AFTER INSERT ON change_withdrawals
    FOR EACH ROW EXECUTE FUNCTION check_change_ends_once();

-- The event that has taken the place of another: by a swap, or on a new date. What was withheld stays with the old one.
ALTER TABLE conditions
    ADD COLUMN successor_event_id uuid REFERENCES events,
    ADD CONSTRAINT succeeded_condition_asks_nothing CHECK (
        successor_event_id IS NULL OR state = 'not-applicable' AND successor_event_id <> event_id);

-- Whether the grant has a condition for the event that took the place of another, however many times it did so: one that
-- asks something, and not only one that was let go in its turn.
CREATE FUNCTION is_succeeded(condition conditions) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (WITH RECURSIVE chain AS (
                SELECT condition.event_id, condition.state, condition.successor_event_id
                UNION
                SELECT next.event_id, next.state, next.successor_event_id
                  FROM chain
                  JOIN conditions AS next
                    ON next.grant_id = condition.grant_id AND next.event_id = chain.successor_event_id)
            SELECT bool_or(state <> 'not-applicable') FROM chain);
END
$$;

-- At every commit: a grant that gives nothing has been declined, revoked, or decided anew, and no money of it is out.
CREATE FUNCTION check_end_of_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grants AS award
         WHERE award.id = NEW.id AND award.state = 'ended' AND NOT has_cause_to_end(award)) THEN
        RAISE EXCEPTION 'grant % ends without a cause, or with money that is out', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_grant_has_its_cause', TABLE = 'grants';
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION has_cause_to_end(award grants) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT money_is_out(award.id)
       AND (EXISTS (SELECT FROM decisions WHERE id = award.decision_id AND superseded_at IS NOT NULL)
            OR EXISTS (SELECT FROM grant_decisions WHERE grant_id = award.id AND kind = 'revocation')
            OR EXISTS (SELECT FROM case_events
                        WHERE application_id = award.application_id AND kind = 'decline'
                          AND happened_at >= award.awarded_at));
END
$$;
CREATE CONSTRAINT TRIGGER ended_grant_has_its_cause AFTER INSERT OR UPDATE OF state ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'ended') EXECUTE FUNCTION check_end_of_grant();

-- Money is demanded back by a decision, whose paper says why and how to appeal: what a breach costs by a demand, and
-- what a report shows was not used by the decision that settles the report. A decision demands once.
ALTER TABLE claims
    ADD COLUMN document_id uuid,
    ADD COLUMN decided_as  text NOT NULL GENERATED ALWAYS AS (
        CASE kind WHEN 'unspent' THEN 'report-settlement' ELSE 'repayment-demand' END) STORED,
    ADD CONSTRAINT demand_has_its_decision CHECK (document_id IS NOT NULL),
    ADD CONSTRAINT demand_is_of_its_decision FOREIGN KEY (document_id, grant_id, decided_as)
        REFERENCES grant_decisions (document_id, grant_id, kind),
    ADD CONSTRAINT decision_demands_once UNIQUE (document_id);

-- What is withheld of a share is withheld by such a decision, be anything of it paid or not. To waive all of a breach,
-- and to give up a claim, takes nothing from anybody: it names the line of the delegation order, or the minutes.
ALTER TABLE settlements
    ADD COLUMN document_id   uuid,
    ADD COLUMN delegation_id uuid REFERENCES delegations,
    ADD CONSTRAINT withheld_share_has_its_decision CHECK (withheld = 0 OR document_id IS NOT NULL),
    ADD CONSTRAINT settlement_has_one_authority CHECK (CASE outcome
        WHEN 'cured' THEN num_nonnulls(delegation_id, decided_by_body) = 0
        WHEN 'frustrated' THEN delegation_id IS NULL
        ELSE num_nonnulls(delegation_id, decided_by_body) = 1 END),
    ADD CONSTRAINT settlement_names_its_decision FOREIGN KEY (document_id) REFERENCES grant_decisions
        DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claim_entries
    ADD COLUMN delegation_id     uuid REFERENCES delegations,
    ADD COLUMN decided_by_body   text,
    ADD COLUMN meeting_on        date,
    ADD COLUMN minutes_paragraph text,
    ADD COLUMN minutes_reference text,
    ADD CONSTRAINT write_off_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    ADD CONSTRAINT write_off_has_one_authority CHECK (
        num_nonnulls(delegation_id, decided_by_body) = CASE kind WHEN 'written-off' THEN 1 ELSE 0 END);

-- At every commit: the decision that a share is withheld by is of the same grant, and says so.
CREATE FUNCTION check_withholding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM grant_decisions AS decided
                     JOIN conditions AS condition ON condition.grant_id = decided.grant_id
                    WHERE decided.document_id = NEW.document_id AND condition.id = NEW.condition_id
                      AND decided.kind IN ('withholding', 'repayment-demand')) THEN
        RAISE EXCEPTION 'settlement % withholds by a decision that is not its own', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_is_of_its_decision', TABLE = 'settlements';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER withholding_is_of_its_decision AFTER INSERT ON settlements
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.document_id IS NOT NULL)
    EXECUTE FUNCTION check_withholding();

-- What each was before: to that it comes back if the decision is reopened.
ALTER TABLE settlements
    ADD COLUMN state_before          text,
    ADD COLUMN waived_before         text[],
    ADD COLUMN waived_version_before bigint;
ALTER TABLE grant_decisions
    ADD COLUMN state_before      text,
    -- Of a revocation: how each condition was that it ended.
    ADD COLUMN conditions_before jsonb;
CREATE FUNCTION note_state_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.state_before := (SELECT state FROM grants WHERE id = NEW.grant_id);
    IF NEW.kind = 'revocation' THEN
        NEW.conditions_before := (SELECT jsonb_agg(jsonb_build_object('id', id, 'state', state, 'waived', waived,
                                      'waived_version', waived_version, 'only_grant', only_grant) ORDER BY id)
                                    FROM conditions WHERE conditions.grant_id = NEW.grant_id);
    END IF;
    RETURN NEW;
END
$$;
-- Of one that is waived also what is forgiven of it, where it binds on.
CREATE FUNCTION note_condition_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT state, waived, waived_version INTO NEW.state_before, NEW.waived_before, NEW.waived_version_before
      FROM conditions WHERE id = NEW.condition_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER state_before_is_noted BEFORE INSERT ON settlements
    FOR EACH ROW EXECUTE FUNCTION note_condition_before();
CREATE TRIGGER state_before_is_noted BEFORE INSERT ON grant_decisions
    FOR EACH ROW EXECUTE FUNCTION note_state_before();

-- That a later decision stands no longer: a court has annulled it, or the region takes it back, by a numbered paper.
CREATE TABLE later_reopenings (
    document_id uuid PRIMARY KEY REFERENCES grant_decisions,
    paper_id    uuid NOT NULL UNIQUE,
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
    CONSTRAINT later_reopening_has_its_paper FOREIGN KEY (paper_id) REFERENCES decision_documents
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT later_decision_has_one_authority CHECK ((delegation_id IS NULL) = (decided_by_body IS NOT NULL)),
    CONSTRAINT later_board_decision_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    CONSTRAINT board_has_met_before CHECK (meeting_on <= (reopened_at AT TIME ZONE 'Europe/Stockholm')::date),
    CONSTRAINT later_reopening_ground_is_known CHECK (ground IN ('court', 'reservation', 'incorrect-information',
        'plainly-wrong', 'better-for-applicant')),
    CONSTRAINT later_reopening_says_why CHECK (reference ~ '[^[:space:]]' AND reasons ~ '[^[:space:]]')
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON later_reopenings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON later_reopenings
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('reopened_by');
CREATE TRIGGER four_eyes_decide BEFORE INSERT ON later_reopenings
    FOR EACH ROW EXECUTE FUNCTION refuse_preparer('reopened_by');

-- What a change was decided by. A refusal that was reopened decides it no longer: it is open again. (An approval that
-- was does: what it changed is as before, and the library asks anew if it wants to.)
CREATE FUNCTION deciding(change uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT decided.document_id
      FROM grant_decisions AS decided
     WHERE decided.change_id = deciding.change
       AND NOT (decided.kind = 'change-refusal'
                AND EXISTS (SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = decided.document_id))
$$;

-- At every commit: with the decision that stands no longer its effects are gone. A grant that was revoked is in force,
-- a change that was refused is open, an event that was moved is at its time; what became of amounts is asked as they
-- add up. Another event that has taken the place of one stays.
CREATE FUNCTION check_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grant_decisions AS decided
          JOIN grants AS award ON award.id = decided.grant_id
          LEFT JOIN change_requests AS change ON change.id = decided.change_id
          LEFT JOIN events AS event ON event.id = change.event_id
         WHERE decided.document_id = NEW.document_id AND CASE decided.kind
               WHEN 'revocation' THEN award.state = 'ended'
               WHEN 'change-refusal' THEN award.state <> 'change-requested'
               WHEN 'amendment' THEN change.kind = 'event-swap' OR change.kind = 'time' AND
                    (event.starts_at, event.ends_at) IS DISTINCT FROM (change.starts_before, change.ends_before)
               ELSE false END) THEN
        RAISE EXCEPTION 'what decision % did stands, and it is reopened', NEW.document_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'later_decision_can_be_undone', TABLE = 'later_reopenings';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER later_decision_can_be_undone AFTER INSERT ON later_reopenings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_undone();

-- What a grant gives after what was withheld of it by decisions that stand.
CREATE OR REPLACE FUNCTION payable(grant_id uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT award.amount - coalesce((SELECT sum(settlement.withheld)
                                      FROM settlements AS settlement
                                      JOIN conditions AS condition ON condition.id = settlement.condition_id
                                     WHERE condition.grant_id = award.id
                                       AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                                                        WHERE reopened.document_id = settlement.document_id)),
                                                        0)::bigint
      FROM grants AS award
     WHERE award.id = payable.grant_id
$$;

-- What stands withheld of a condition.
CREATE FUNCTION withheld_of(condition uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(settlement.withheld), 0)::bigint
      FROM settlements AS settlement
     WHERE settlement.condition_id = withheld_of.condition
       AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                        WHERE reopened.document_id = settlement.document_id)
$$;

-- At every commit: what stands withheld of a condition, settled once or again, never exceeds its share. The shares add
-- up to the amount (`granted_amount_adds_up`), so that no grant gives less than nothing.
CREATE FUNCTION check_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held conditions;
BEGIN
    SELECT * INTO held FROM conditions
     WHERE id = (to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'settlements' THEN 'condition_id' ELSE 'id' END)::uuid
       FOR NO KEY UPDATE;
    IF withheld_of(held.id) > held.cost_share THEN
        RAISE EXCEPTION 'of condition % more is withheld than its share of %', held.id, held.cost_share
            USING ERRCODE = 'check_violation', CONSTRAINT = 'withheld_stays_within_share', TABLE = 'settlements';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER withheld_stays_within_share AFTER INSERT ON settlements
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.withheld > 0) EXECUTE FUNCTION check_withheld();
CREATE CONSTRAINT TRIGGER withheld_stays_within_share AFTER UPDATE OF cost_share ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.cost_share < OLD.cost_share) EXECUTE FUNCTION check_withheld();

-- Whether a settlement is the last word on its condition: no later one stands, and no event has taken the place of its
-- own.
CREATE FUNCTION is_last_word(settlement settlements) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (SELECT FROM settlements AS later
                        WHERE later.condition_id = settlement.condition_id AND later.settled_at > settlement.settled_at
                          AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                                           WHERE reopened.document_id = later.document_id))
       AND NOT EXISTS (SELECT FROM conditions AS replaced
                        WHERE replaced.id = settlement.condition_id AND replaced.successor_event_id IS NOT NULL)
$$;

-- What came back by claims that were released: the region owes it to the library, and pays it as it pays a grant.
CREATE FUNCTION owed_to_library(grant_id uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(entry.amount), 0)::bigint
      FROM claims AS claim
      JOIN claim_entries AS entry ON entry.claim_id = claim.id AND entry.kind = 'repaid'
     WHERE claim.grant_id = owed_to_library.grant_id AND claim.state = 'released'
$$;
CREATE OR REPLACE FUNCTION check_sum_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM grants WHERE id = NEW.grant_id FOR NO KEY UPDATE;
    IF NEW.state <> 'cancelled'
       AND (SELECT sum(amount) FROM payments WHERE grant_id = NEW.grant_id AND state <> 'cancelled')
           > payable(NEW.grant_id) + owed_to_library(NEW.grant_id) THEN
        RAISE EXCEPTION 'the payments of grant % exceed it', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_stay_within_grant', TABLE = 'payments';
    END IF;
    RETURN NULL;
END
$$;

-- To confirm a settlement is such a decision.
ALTER TABLE settlement_confirmations
    ADD COLUMN document_id uuid NOT NULL REFERENCES grant_decisions,
    ADD CONSTRAINT settlement_has_its_decision UNIQUE (document_id);

-- What was promised stays as it was promised. Of a condition its state moves; its share only as the latest of its moves
-- says; and that it wants to be the only grant ends with its grant.
CREATE OR REPLACE FUNCTION keep_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.grant_id, OLD.event_id, OLD.call_id, OLD.rule_version, OLD.minimum_invited,
            OLD.hosts, OLD.held_since, OLD.event_version, OLD.promised_seats)
       IS DISTINCT FROM (NEW.id, NEW.grant_id, NEW.event_id, NEW.call_id, NEW.rule_version,
            NEW.minimum_invited, NEW.hosts, NEW.held_since, NEW.event_version,
            NEW.promised_seats)
       OR OLD.successor_event_id IS NOT NULL AND OLD.successor_event_id IS DISTINCT FROM NEW.successor_event_id
       OR OLD.cost_share <> NEW.cost_share
          AND NOT EXISTS (
              SELECT FROM share_moves AS move
               WHERE move.condition_id = NEW.id
                 AND (move.amount_before, move.amount_after) = (OLD.cost_share, NEW.cost_share)
                 AND move.number = (SELECT max(number) FROM share_moves WHERE condition_id = NEW.id))
       OR OLD.only_grant <> NEW.only_grant
          AND NOT EXISTS (SELECT FROM grants WHERE id = NEW.grant_id AND state = 'ended') THEN
        RAISE EXCEPTION 'condition % keeps the terms on which it was given', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'condition_keeps_its_terms', TABLE = 'conditions';
    END IF;
    RETURN NEW;
END
$$;

-- The amount of a grant moves only with the latest decision on it.
CREATE FUNCTION keep_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.application_id, OLD.call_id, OLD.library_id, OLD.awarded_at, OLD.decision_id)
       IS DISTINCT FROM (NEW.id, NEW.application_id, NEW.call_id, NEW.library_id, NEW.awarded_at, NEW.decision_id)
       OR NOT EXISTS (
           SELECT FROM grant_decisions AS decided
            WHERE decided.grant_id = NEW.id AND (decided.amount_before, decided.amount_after) = (OLD.amount, NEW.amount)
              AND decided.decided_at = (SELECT max(decided_at) FROM grant_decisions WHERE grant_id = NEW.id)
           UNION ALL
           SELECT FROM grant_decisions AS decided
             JOIN later_reopenings AS reopened ON reopened.document_id = decided.document_id
            WHERE decided.grant_id = NEW.id
              AND decided.amount_before - decided.amount_after = NEW.amount - OLD.amount) THEN
        RAISE EXCEPTION 'grant % keeps the terms on which it was given', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_keeps_its_terms', TABLE = 'grants';
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER grant_keeps_its_terms ON grants;
CREATE CONSTRAINT TRIGGER grant_keeps_its_terms AFTER UPDATE ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.id, OLD.application_id, OLD.call_id, OLD.library_id, OLD.amount, OLD.awarded_at, OLD.decision_id)
          IS DISTINCT FROM
          (NEW.id, NEW.application_id, NEW.call_id, NEW.library_id, NEW.amount, NEW.awarded_at, NEW.decision_id))
    EXECUTE FUNCTION keep_grant();

-- What was decided first, less what later decisions that stand have taken of it.
CREATE FUNCTION decided_amount(award grants) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT decision.amount - coalesce((SELECT sum(later.amount_before - later.amount_after)
                                         FROM grant_decisions AS later
                                        WHERE later.grant_id = award.id
                                          AND NOT EXISTS (SELECT FROM later_reopenings AS reopened
                                                           WHERE reopened.document_id = later.document_id)), 0)::bigint
      FROM decisions AS decision
     WHERE decision.id = award.decision_id
$$;

CREATE OR REPLACE FUNCTION check_amounts(application uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grants AS award
         WHERE award.application_id = check_amounts.application AND award.decision_id IS NOT NULL
           AND (decided_amount(award) IS DISTINCT FROM award.amount
             OR award.amount IS DISTINCT FROM (SELECT sum(cost_share) FROM conditions WHERE grant_id = award.id)))
    THEN
        RAISE EXCEPTION 'application % is granted another amount than was decided, or than its conditions share',
            application
            USING ERRCODE = 'check_violation', CONSTRAINT = 'granted_amount_adds_up', TABLE = 'grants';
    END IF;
END
$$;
CREATE CONSTRAINT TRIGGER granted_amount_still_adds_up AFTER UPDATE OF amount ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_application();
CREATE CONSTRAINT TRIGGER granted_amount_still_adds_up AFTER UPDATE OF cost_share ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_condition();
CREATE CONSTRAINT TRIGGER granted_amount_still_adds_up AFTER INSERT ON grant_decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_condition();

CREATE FUNCTION check_amounts_of_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_amounts(award.application_id)
       FROM grant_decisions AS decided JOIN grants AS award ON award.id = decided.grant_id
      WHERE decided.document_id = NEW.document_id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER granted_amount_still_adds_up AFTER INSERT ON later_reopenings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_reopened();

-- A decision that is reopened: its application is from then on for the events that the grant had at last.
CREATE FUNCTION latest_grant(application uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT id FROM grants WHERE application_id = application ORDER BY awarded_at DESC LIMIT 1
$$;

-- Whether a line of a received application moves as its grant, which has ended, has moved: the event that was replaced
-- leaves, the one that took its place comes. `leaving` or `arriving` is NULL.
CREATE FUNCTION follows_its_grant(application uuid, leaving uuid, arriving uuid) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
           SELECT FROM conditions AS condition
             JOIN grants AS award ON award.id = condition.grant_id AND award.state = 'ended'
            WHERE award.id = latest_grant(application)
              AND (condition.event_id = leaving AND condition.successor_event_id IS NOT NULL
                   OR condition.successor_event_id = arriving))
$$;

CREATE OR REPLACE FUNCTION keep_received_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parts text[];
    leaving uuid;
    arriving uuid;
    held record;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM refuse_locked_part(TG_TABLE_NAME);
    END IF;
    parts := ARRAY[part_of_row(TG_TABLE_NAME, to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END)),
                   part_of_row(TG_TABLE_NAME, to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END))];
    IF TG_TABLE_NAME = 'application_events' AND TG_OP = 'INSERT' THEN
        arriving := (to_jsonb(NEW) ->> 'event_id')::uuid;
    ELSIF TG_TABLE_NAME = 'application_events' AND TG_OP = 'DELETE' THEN
        leaving := (to_jsonb(OLD) ->> 'event_id')::uuid;
    END IF;
    FOR held IN SELECT id, submitted_at FROM grant_applications
                 WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.application_id END,
                              CASE WHEN TG_OP <> 'DELETE' THEN NEW.application_id END)
                 ORDER BY id FOR SHARE LOOP
        IF held.submitted_at IS NOT NULL AND NOT parts <@ unlocked_fields(held.id)
           AND NOT follows_its_grant(held.id, leaving, arriving) THEN
            PERFORM refuse_locked_part(parts[2]);
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE FUNCTION check_events_of_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM application_events AS own
                 JOIN conditions AS condition ON condition.event_id = own.event_id
                  AND condition.grant_id = latest_grant(own.application_id)
                WHERE own.application_id = NEW.id AND condition.successor_event_id IS NOT NULL) THEN
        RAISE EXCEPTION 'application % is reopened for an event that another has taken the place of', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reopened_case_has_its_events',
            TABLE = 'grant_applications';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER reopened_case_has_its_events AFTER UPDATE OF status ON grant_applications
    FOR EACH ROW WHEN (OLD.status IN ('approved', 'approved-partially') AND NEW.status = 'in-review')
    EXECUTE FUNCTION check_events_of_reopened();
