-- Libraries close, and become parts of each other: from a day that somebody of the region says and a second person
-- confirms, with the reason. Roles, cases and invitations follow to the successor by the functions of the first
-- migration; nothing that was is rewritten.

CREATE TABLE library_changes (
    id            uuid PRIMARY KEY,
    library_id    uuid NOT NULL REFERENCES libraries,
    successor_id  uuid REFERENCES libraries,
    effective_on  date NOT NULL,
    reason        text NOT NULL,
    -- The minutes or the decision that a day which has passed rests on.
    rests_on      text,
    registered_by uuid NOT NULL REFERENCES people,
    registered_at timestamptz NOT NULL,
    confirmed_by  uuid REFERENCES people,
    confirmed_at  timestamptz,
    taken_back_by uuid REFERENCES people,
    taken_back_at timestamptz,
    taken_back_because text,
    -- When the conditions of funded events were asked once the day had come.
    applied_at    timestamptz,
    CONSTRAINT library_change_has_a_reason CHECK (reason ~ '[^[:space:]]'),
    CONSTRAINT two_persons_end_a_library CHECK (
        (confirmed_by IS NULL) = (confirmed_at IS NULL) AND confirmed_by <> registered_by),
    CONSTRAINT past_day_rests_on_a_decision CHECK (coalesce(rests_on ~ '[^[:space:]]', false)
        OR effective_on >= (coalesce(confirmed_at, registered_at) AT TIME ZONE 'Europe/Stockholm')::date),
    CONSTRAINT library_change_is_taken_back_before_its_day CHECK (
        num_nulls(taken_back_by, taken_back_at, taken_back_because) IN (0, 3)
        AND coalesce(taken_back_because ~ '[^[:space:]]', true)
        AND (taken_back_at IS NULL OR confirmed_at IS NULL
             OR applied_at IS NULL AND (taken_back_at AT TIME ZONE 'Europe/Stockholm')::date < effective_on)),
    CONSTRAINT only_a_confirmed_change_is_applied CHECK (applied_at IS NULL OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX library_changes_once ON library_changes (library_id) WHERE taken_back_at IS NULL;
-- Who said that a library comes to a joint board or leaves it, why, and when the conditions of funded events were asked
-- once the day had come.
ALTER TABLE board_members
    ADD COLUMN reason             text NOT NULL,
    ADD COLUMN decided_by         uuid NOT NULL REFERENCES people,
    ADD COLUMN decided_at         timestamptz NOT NULL,
    ADD COLUMN applied_at         timestamptz,
    ADD COLUMN leaving_reason     text,
    ADD COLUMN leaving_decided_by uuid REFERENCES people,
    ADD COLUMN leaving_decided_at timestamptz,
    ADD COLUMN leaving_applied_at timestamptz,
    ADD CONSTRAINT board_member_has_a_reason CHECK (
        reason ~ '[^[:space:]]' AND coalesce(leaving_reason, reason) ~ '[^[:space:]]'),
    ADD CONSTRAINT leaving_a_board_is_complete CHECK (
        num_nonnulls(valid_to, leaving_reason, leaving_decided_by, leaving_decided_at) IN (0, 4)
        AND (leaving_applied_at IS NULL OR valid_to IS NOT NULL));

-- That libraries come to a joint board or leave it on a day: one person registers it, and it is so once a second has
-- confirmed it. What nobody has confirmed by its day has lapsed.
CREATE TABLE board_changes (
    id            uuid PRIMARY KEY,
    board_id      uuid NOT NULL REFERENCES library_boards,
    act           text NOT NULL,
    library_ids   uuid[] NOT NULL,
    effective_on  date NOT NULL,
    reason        text NOT NULL,
    registered_by uuid NOT NULL REFERENCES people,
    registered_at timestamptz NOT NULL,
    confirmed_by  uuid REFERENCES people,
    confirmed_at  timestamptz,
    CONSTRAINT board_change_is_known CHECK (act IN ('arrival', 'departure')),
    CONSTRAINT board_change_names_libraries CHECK (cardinality(library_ids) > 0),
    CONSTRAINT board_change_has_a_reason CHECK (reason ~ '[^[:space:]]'),
    CONSTRAINT two_persons_change_a_board CHECK (
        (confirmed_by IS NULL) = (confirmed_at IS NULL) AND confirmed_by <> registered_by)
);
CREATE INDEX ON board_changes (board_id);
CREATE TRIGGER board_change_is_kept BEFORE UPDATE ON board_changes
    FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL
        OR to_jsonb(OLD) - '{confirmed_by,confirmed_at}'::text[] <> to_jsonb(NEW) - '{confirmed_by,confirmed_at}'::text[])
    EXECUTE FUNCTION keep_row('board_change_is_kept');
CREATE TRIGGER board_changes_are_never_deleted BEFORE DELETE OR TRUNCATE ON board_changes
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('board_change_is_kept');

ALTER TABLE breaches
    ADD COLUMN library_change_id uuid REFERENCES library_changes,
    ADD COLUMN library_board_id uuid REFERENCES library_boards,
    ADD CONSTRAINT only_a_library_change_names_one CHECK (
        num_nonnulls(library_change_id, library_board_id)
            = CASE WHEN ground IS NOT DISTINCT FROM 'org-change' THEN 1 ELSE 0 END);

-- It stays as it was registered. That it was confirmed, taken back and applied is noted, each once.
CREATE TRIGGER library_change_is_kept BEFORE UPDATE ON library_changes
    FOR EACH ROW WHEN (OLD.taken_back_at IS NOT NULL
        OR OLD.confirmed_at IS NOT NULL
           AND (OLD.confirmed_by, OLD.confirmed_at) IS DISTINCT FROM (NEW.confirmed_by, NEW.confirmed_at)
        OR OLD.applied_at IS NOT NULL AND OLD.applied_at IS DISTINCT FROM NEW.applied_at
        OR (OLD.id, OLD.library_id, OLD.successor_id, OLD.effective_on, OLD.reason, OLD.rests_on, OLD.registered_by,
            OLD.registered_at)
           IS DISTINCT FROM (NEW.id, NEW.library_id, NEW.successor_id, NEW.effective_on, NEW.reason, NEW.rests_on,
            NEW.registered_by, NEW.registered_at))
    EXECUTE FUNCTION keep_row('library_change_is_kept');
CREATE TRIGGER library_changes_are_never_deleted BEFORE DELETE OR TRUNCATE ON library_changes
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('library_change_is_kept');

-- Whether somebody works for one of these libraries or whose part they are, wrote or signed an application of theirs,
-- or has a conflict of interest that stands in a case of theirs.
CREATE FUNCTION is_partial_to(person uuid, libraries uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH own AS (SELECT of_one_principal(named.id) AS id FROM unnest(is_partial_to.libraries) AS named (id))
    SELECT EXISTS (SELECT FROM people WHERE id = person AND library_id IN (SELECT id FROM own))
        OR EXISTS (SELECT FROM role_assignments
                    WHERE person_id = person AND library_id IN (SELECT id FROM own) AND valid_from <= today()
                      AND (valid_to IS NULL OR valid_to > today()))
        OR EXISTS (SELECT FROM grant_applications
                    WHERE library_id IN (SELECT id FROM own) AND person IN (created_by, submitted_by))
        OR EXISTS (SELECT FROM declared_conflicts AS conflict
                     JOIN grant_applications AS application ON application.id = conflict.application_id
                    WHERE application.library_id IN (SELECT id FROM own) AND conflict.person_id = person
                      AND conflict.lifted_at IS NULL)
$$;
CREATE FUNCTION refuse_partial_to_library() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_partial_to((to_jsonb(NEW) ->> TG_ARGV[0])::uuid, ARRAY[NEW.library_id, NEW.successor_id]) THEN
        RAISE EXCEPTION 'somebody with a conflict of interest ends library %', NEW.library_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'case_officer_is_impartial', TABLE = 'library_changes';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON library_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_partial_to_library('registered_by');
CREATE TRIGGER confirmation_is_impartial BEFORE UPDATE OF confirmed_by ON library_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_partial_to_library('confirmed_by');
CREATE TRIGGER taking_back_is_impartial BEFORE UPDATE OF taken_back_by ON library_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_partial_to_library('taken_back_by');

-- What was a member then stays told: once it is said that a library leaves, nothing of it changes but that the day
-- came.
CREATE FUNCTION keep_board_member() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    leaving CONSTANT text[] := '{valid_to,leaving_reason,leaving_decided_by,leaving_decided_at}';
    applied CONSTANT text[] := '{applied_at,leaving_applied_at}';
BEGIN
    IF to_jsonb(OLD) - leaving - applied <> to_jsonb(NEW) - leaving - applied
       OR OLD.valid_to IS NOT NULL AND to_jsonb(OLD) - applied <> to_jsonb(NEW) - applied
       OR OLD.applied_at <> NEW.applied_at OR OLD.leaving_applied_at <> NEW.leaving_applied_at
       OR num_nonnulls(OLD.applied_at, OLD.leaving_applied_at)
          > num_nonnulls(NEW.applied_at, NEW.leaving_applied_at) THEN
        RAISE EXCEPTION 'the member % of a board is kept as it is', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'board_member_is_kept', TABLE = 'board_members';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER board_member_is_kept BEFORE UPDATE ON board_members
    FOR EACH ROW EXECUTE FUNCTION keep_board_member();
CREATE TRIGGER board_members_are_never_deleted BEFORE DELETE OR TRUNCATE ON board_members
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('board_member_is_kept');
CREATE TRIGGER board_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON library_boards
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('board_member_is_kept');

CREATE FUNCTION refuse_partial_to_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_partial_to((to_jsonb(NEW) ->> TG_ARGV[0])::uuid, NEW.library_ids || ARRAY(
           SELECT library_id FROM board_members WHERE board_id = NEW.board_id AND valid_to IS NULL)) THEN
        RAISE EXCEPTION 'somebody with a conflict of interest changes board %', NEW.board_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'case_officer_is_impartial', TABLE = 'board_changes';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON board_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_partial_to_board('registered_by');
CREATE TRIGGER confirmation_is_impartial BEFORE UPDATE OF confirmed_by ON board_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_partial_to_board('confirmed_by');

-- At every commit: nobody is on a board, or has left it, but by a confirmed change that says so.
CREATE FUNCTION check_board_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (VALUES ('arrival', NEW.valid_from), ('departure', NEW.valid_to)) AS turn (act, day)
                WHERE turn.day IS NOT NULL AND NOT EXISTS (
                      SELECT FROM board_changes AS change
                       WHERE change.board_id = NEW.board_id AND change.act = turn.act
                         AND NEW.library_id = ANY (change.library_ids) AND change.effective_on = turn.day
                         AND change.confirmed_at IS NOT NULL)) THEN
        RAISE EXCEPTION 'nobody has confirmed who is on board %', NEW.board_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'board_member_has_its_change', TABLE = 'board_members';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER board_member_has_its_change AFTER INSERT OR UPDATE OF valid_to ON board_members
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_board_member();

-- At every commit: a library that ends does so by a confirmed change that says when, why and by whom.
CREATE FUNCTION check_end_of_library() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
    IF EXISTS (SELECT FROM libraries AS library
                WHERE library.id = ended AND library.valid_to IS NOT NULL AND NOT EXISTS (
                      SELECT FROM library_changes AS change
                       WHERE change.library_id = library.id AND change.effective_on = library.valid_to
                         AND change.confirmed_at IS NOT NULL AND change.taken_back_at IS NULL
                         AND change.successor_id IS NOT DISTINCT FROM library.successor_id))
       OR EXISTS (SELECT FROM library_changes AS change
                    JOIN libraries AS library ON library.id = change.library_id
                   WHERE change.library_id = ended AND change.confirmed_at IS NOT NULL AND change.taken_back_at IS NULL
                     AND library.valid_to IS DISTINCT FROM change.effective_on) THEN
        RAISE EXCEPTION 'library % ends without a change that says so', ended
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_library_has_its_change', TABLE = 'libraries';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ended_library_has_its_change AFTER UPDATE OF valid_to, successor_id ON libraries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_end_of_library('id');
CREATE CONSTRAINT TRIGGER ended_library_has_its_change AFTER INSERT OR UPDATE ON library_changes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_end_of_library('library_id');

-- The faults of an event that a waiver does not forgive: those that the event did not have as it stood when something
-- of the condition was waived, asked now. A library that goes away changes that too, and so its faults have to be of a
-- kind that was waived. Whoever is invited anew has the notice from then on.
CREATE FUNCTION unforgiven_faults(condition conditions, event events) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT found.fault
      FROM event_versions AS history
     CROSS JOIN LATERAL jsonb_populate_record(event, history.facts) AS past
     CROSS JOIN LATERAL (SELECT event_faults(past, true) AS faults OFFSET 0) AS before
     CROSS JOIN LATERAL unnest(event_faults(event, true)) AS found (fault)
     WHERE history.event_id = event.id AND history.version = condition.waived_version
       -- What another condition was promised is for that one to say.
       AND (found.fault !~ '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            OR right(found.fault, 36) = condition.id::text)
       AND NOT (found.fault LIKE 'P8%' AND event.starts_at >= past.starts_at
                AND event.day_said_at IS NOT DISTINCT FROM past.day_said_at)
       AND NOT (found.fault = ANY (before.faults) AND CASE
                WHEN found.fault = 'P2' THEN condition.waived && ARRAY['nobody_invited', 'no_other_library']
                WHEN found.fault LIKE 'P2 %'
                THEN condition.waived && ARRAY['nobody_invited', 'no_other_library', 'too_few_invited']
                WHEN found.fault LIKE 'P14 %' THEN 'applicant_not_host' = ANY (condition.waived)
                ELSE true END)
$$;

-- At every commit: no library goes away under a condition that binds and leaves its event with nobody to invite, or its
-- grant with a library that no longer hosts. What fails by that is broken, and so told, in the same transaction.
CREATE FUNCTION check_conditions_of_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    silent uuid;
BEGIN
    SELECT condition.id INTO silent
      FROM conditions AS condition
      JOIN events AS event ON event.id = condition.event_id
     CROSS JOIN LATERAL (
           SELECT fault FROM unnest(event_faults(event)) AS fault WHERE condition.state IN ('held', 'cured')
           UNION ALL
           SELECT fault FROM unforgiven_faults(condition, event) AS fault) AS found
     WHERE (condition.state IN ('held', 'cured') OR condition.waived_version IS NOT NULL) AND event.ends_at > now()
       AND (fault = 'P2' OR fault LIKE 'P2 %' || condition.id OR fault = 'P14 ' || condition.id)
     LIMIT 1;
    IF silent IS NOT NULL THEN
        RAISE EXCEPTION 'condition % is broken by a change of the libraries, and nobody is told', silent
            USING ERRCODE = 'check_violation', CONSTRAINT = 'funded_event_invites_region', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER funded_event_invites_region AFTER UPDATE OF valid_to, successor_id ON libraries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.valid_to, OLD.successor_id) IS DISTINCT FROM (NEW.valid_to, NEW.successor_id))
    EXECUTE FUNCTION check_conditions_of_region();
-- Nor does a library leave the region, become of another kind, or get another's branch.
CREATE CONSTRAINT TRIGGER funded_event_invites_region AFTER UPDATE OR DELETE ON region_members
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_conditions_of_region();
CREATE CONSTRAINT TRIGGER funded_event_invites_libraries_of_their_kind AFTER UPDATE OF kind ON libraries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.kind <> NEW.kind)
    EXECUTE FUNCTION check_conditions_of_region();
CREATE CONSTRAINT TRIGGER funded_event_invites_region AFTER UPDATE OF library_id, valid_from, valid_to OR DELETE ON branches
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_conditions_of_region();
-- A board that comes to be, or changes, leaves the same to be told.
CREATE CONSTRAINT TRIGGER funded_event_invites_region AFTER INSERT OR UPDATE OF valid_to ON board_members
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_conditions_of_region();

-- Nothing new is begun for a library that has ended. The column that names it is the argument.
CREATE FUNCTION refuse_ended_library() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM libraries WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND valid_to <= today()) THEN
        RAISE EXCEPTION 'library % has ended', to_jsonb(NEW) ->> TG_ARGV[0]
            USING ERRCODE = 'check_violation', CONSTRAINT = 'library_goes_on', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER library_goes_on BEFORE INSERT ON grant_applications
    FOR EACH ROW EXECUTE FUNCTION refuse_ended_library('library_id');
CREATE TRIGGER library_goes_on BEFORE INSERT ON events
    FOR EACH ROW EXECUTE FUNCTION refuse_ended_library('host_library_id');
CREATE TRIGGER library_goes_on BEFORE INSERT ON people
    FOR EACH ROW EXECUTE FUNCTION refuse_ended_library('library_id');
CREATE TRIGGER library_goes_on BEFORE INSERT ON role_assignments
    FOR EACH ROW EXECUTE FUNCTION refuse_ended_library('library_id');

-- Whether a library has ended and nobody has taken it over: there is nobody left to give money to.
CREATE FUNCTION has_ended(library uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM libraries WHERE id = principal_on(has_ended.library, today()) AND valid_to <= today())
$$;

-- Whether a grant has an account that whoever answers for its library today has confirmed: what a library said before
-- another took it over says nothing of that one's account.
CREATE FUNCTION payee_is_confirmed(award grants) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM payee_accounts AS account
         WHERE account.grant_id = award.id AND NOT EXISTS (
               SELECT FROM successions
                WHERE successions.library_id = award.library_id AND successions.since <= today()
                  AND account.confirmed_at < successions.since::timestamp AT TIME ZONE 'Europe/Stockholm'))
$$;

-- Money is granted and paid to one that goes on. Its row is held against whoever ends it, after grant and events.
CREATE FUNCTION check_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    award grants;
    recipient uuid;
BEGIN
    IF TG_TABLE_NAME = 'payments' THEN
        SELECT * INTO award FROM grants WHERE id = (to_jsonb(NEW) ->> 'grant_id')::uuid;
        recipient := award.library_id;
    ELSE
        SELECT library_id INTO recipient FROM grant_applications
         WHERE id = (to_jsonb(NEW) ->> 'application_id')::uuid;
    END IF;
    PERFORM FROM libraries WHERE id IN (recipient, principal_on(recipient, today())) ORDER BY id FOR SHARE;
    IF has_ended(recipient) THEN
        RAISE EXCEPTION 'library % has ended, and nobody has taken it over', recipient
            USING ERRCODE = 'check_violation', CONSTRAINT = 'recipient_goes_on', TABLE = TG_TABLE_NAME;
    END IF;
    IF TG_TABLE_NAME = 'payments' AND NOT payee_is_confirmed(award) THEN
        RAISE EXCEPTION 'whoever has taken library % over has confirmed no account', recipient
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payee_is_confirmed', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER recipient_goes_on BEFORE INSERT ON decisions
    FOR EACH ROW WHEN (NEW.outcome IN ('approved', 'approved-partially')) EXECUTE FUNCTION check_recipient();
-- What was exported has left: that the bank has paid it is noted whatever has happened since.
CREATE TRIGGER recipient_goes_on BEFORE UPDATE OF state ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported') OR NEW.state = 'paid' AND OLD.state <> 'exported')
    EXECUTE FUNCTION check_recipient();
CREATE TRIGGER recipient_of_a_new_row_goes_on BEFORE INSERT ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported', 'paid')) EXECUTE FUNCTION check_recipient();

-- A condition that binds and holds, and that may soon hold no longer: nothing is broken, and somebody should look. So
-- may one that was waived and binds on, but for what was waived. Of libraries those are named that it is about. All of
-- it is computed; nobody sets it.
CREATE VIEW conditions_at_risk AS
SELECT condition.id AS condition_id, condition.grant_id, condition.event_id, risk.reason, risk.libraries
  FROM conditions AS condition
  JOIN events AS event ON event.id = condition.event_id
  JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
 CROSS JOIN LATERAL (SELECT
       event.starts_at - make_interval(hours => 24 * rule.notice_days) AS latest,
       -- Whom mail has not reached, where the calendar is no channel of the call.
       CASE WHEN rule.calendar_is_channel THEN '{}' ELSE ARRAY(
           SELECT invited_libraries(event, condition.hosts)
           EXCEPT
           SELECT principal_on(mail.library_id, judged_day(event))
             FROM deliveries AS mail
            WHERE mail.event_id = event.id AND mail.is_delivered AND mail.channel <> 'calendar') END AS missed) AS term
 CROSS JOIN LATERAL (SELECT ARRAY(
       SELECT missed.id
         FROM unnest(term.missed) AS missed (id)
        WHERE EXISTS (SELECT FROM deliveries AS mail
                       WHERE mail.event_id = event.id AND mail.bounced_at IS NOT NULL AND NOT mail.is_delivered
                         AND principal_on(mail.library_id, judged_day(event)) = missed.id)) AS libraries) AS bounced
 CROSS JOIN LATERAL (VALUES
       ('dispatch-bounced', bounced.libraries, 'invitation_not_delivered', bounced.libraries <> '{}'),
       ('notice-near', term.missed, 'invitation_not_delivered',
        term.missed <> '{}' AND clock_timestamp() >= term.latest - interval '24 hours'),
       ('registration-opens-late', '{}'::uuid[], 'registration_opens_too_late',
        event.registration_opens_at > clock_timestamp()
        AND event.registration_opens_at > term.latest - interval '24 hours'),
       ('seats-nearly-gone', '{}'::uuid[], 'too_few_seats_for_others', event.capacity IS NOT NULL
        AND 9 * (event.seats_others + event.seats_any) <= 10 * rule.minimum_seats_for_others)
     ) AS risk (reason, libraries, what, is_so)
 WHERE (condition.state IN ('held', 'cured')
        OR condition.waived_version IS NOT NULL AND risk.what <> ALL (condition.waived))
   AND event.ends_at > clock_timestamp() AND risk.is_so;

-- When each risk began and ended, as the clock has found it: the library is told whenever one begins, also one that
-- went away and came back. Nothing here is changed: that a risk is over is a row of its own.
CREATE TABLE risk_notices (
    condition_id uuid NOT NULL REFERENCES conditions,
    reason       text NOT NULL,
    is_over      boolean NOT NULL DEFAULT false,
    noticed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (condition_id, reason, noticed_at),
    CONSTRAINT risk_is_known CHECK (reason IN
        ('dispatch-bounced', 'notice-near', 'registration-opens-late', 'seats-nearly-gone'))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON risk_notices
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A risk begins, is over, and begins again, in that order.
CREATE FUNCTION check_risk_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM conditions WHERE id = NEW.condition_id FOR NO KEY UPDATE;
    IF NEW.is_over = coalesce((SELECT is_over FROM risk_notices
                                WHERE condition_id = NEW.condition_id AND reason = NEW.reason
                                ORDER BY noticed_at DESC LIMIT 1), true) THEN
        RAISE EXCEPTION 'risk % of condition % begins twice, or ends unbegun', NEW.reason, NEW.condition_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'risk_begins_before_it_is_over', TABLE = 'risk_notices';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER risk_begins_before_it_is_over BEFORE INSERT ON risk_notices
    FOR EACH ROW EXECUTE FUNCTION check_risk_notice();

-- The risks of which the library has been told and that were not over when the clock looked last.
CREATE VIEW told_risks AS
SELECT condition_id, reason, noticed_at AS began_at
  FROM (SELECT DISTINCT ON (condition_id, reason) condition_id, reason, is_over, noticed_at
          FROM risk_notices
         ORDER BY condition_id, reason, noticed_at DESC) AS latest
 WHERE NOT is_over;
