-- Libraries close, and become parts of each other: from a day that somebody of the region says, with the reason. Roles,
-- cases and invitations follow to the successor by the functions of the first migration; nothing that was is rewritten.

CREATE TABLE library_changes (
    id           uuid PRIMARY KEY,
    library_id   uuid NOT NULL REFERENCES libraries,
    successor_id uuid REFERENCES libraries,
    effective_on date NOT NULL,
    reason       text NOT NULL,
    decided_by   uuid NOT NULL REFERENCES people,
    decided_at   timestamptz NOT NULL,
    -- When the conditions of funded events were asked once the day had come.
    applied_at   timestamptz,
    CONSTRAINT library_changes_once UNIQUE (library_id),
    CONSTRAINT library_change_has_a_reason CHECK (reason ~ '[^[:space:]]')
);
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

ALTER TABLE breaches
    ADD COLUMN library_change_id uuid REFERENCES library_changes,
    ADD COLUMN library_board_id uuid REFERENCES library_boards,
    ADD CONSTRAINT only_a_library_change_names_one CHECK (
        num_nonnulls(library_change_id, library_board_id)
            = CASE WHEN ground IS NOT DISTINCT FROM 'org-change' THEN 1 ELSE 0 END);

CREATE TRIGGER library_change_is_kept BEFORE UPDATE ON library_changes
    FOR EACH ROW WHEN (OLD.applied_at IS NOT NULL OR NEW.applied_at IS NULL
        OR to_jsonb(OLD.*) - 'applied_at' <> to_jsonb(NEW.*) - 'applied_at')
    EXECUTE FUNCTION keep_row('library_change_is_kept');
CREATE TRIGGER library_changes_are_never_deleted BEFORE DELETE OR TRUNCATE ON library_changes
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('library_change_is_kept');

-- What was a member then stays told: once it is said that a library leaves, nothing of it changes but that the day came.
CREATE FUNCTION keep_board_member() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    leaving CONSTANT text[] := '{valid_to,leaving_reason,leaving_decided_by,leaving_decided_at}';
    applied CONSTANT text[] := '{applied_at,leaving_applied_at}';
BEGIN
    IF to_jsonb(OLD) - leaving - applied <> to_jsonb(NEW) - leaving - applied
       OR OLD.valid_to IS NOT NULL AND to_jsonb(OLD) - applied <> to_jsonb(NEW) - applied
       OR OLD.applied_at <> NEW.applied_at OR OLD.leaving_applied_at <> NEW.leaving_applied_at
       OR num_nonnulls(OLD.applied_at, OLD.leaving_applied_at) > num_nonnulls(NEW.applied_at, NEW.leaving_applied_at) THEN
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

-- At every commit: a library that ends does so by a change that says when, why and by whom.
CREATE FUNCTION check_end_of_library() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM libraries AS library
                WHERE library.id = NEW.id AND library.valid_to IS NOT NULL AND NOT EXISTS (
                      SELECT FROM library_changes AS change
                       WHERE change.library_id = library.id AND change.effective_on = library.valid_to
                         AND change.successor_id IS NOT DISTINCT FROM library.successor_id))
       OR EXISTS (SELECT FROM library_changes AS change
                    JOIN libraries AS library ON library.id = change.library_id
                   WHERE change.library_id = NEW.id AND library.valid_to IS DISTINCT FROM change.effective_on) THEN
        RAISE EXCEPTION 'library % ends without a change that says so', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_library_has_its_change', TABLE = 'libraries';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER ended_library_has_its_change AFTER UPDATE OF valid_to, successor_id ON libraries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_end_of_library();

-- At every commit: no library goes away under a condition that binds and leaves its event with nobody to invite, or its
-- grant with a library that no longer hosts. What fails by that is broken, and so told, in the same transaction.
CREATE FUNCTION check_conditions_of_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    silent uuid;
BEGIN
    SELECT condition.id INTO silent
      FROM conditions AS condition
      JOIN events AS event ON event.id = condition.event_id
     WHERE condition.state IN ('held', 'cured') AND event.ends_at > now()
       AND EXISTS (SELECT FROM unnest(event_faults(event)) AS fault
                    WHERE fault = 'P2' OR fault LIKE 'P2 %' || condition.id OR fault = 'P14 ' || condition.id)
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

-- A condition that binds and holds, and that may soon hold no longer: nothing is broken, and somebody should look. Of
-- libraries those are named that it is about. All of it is computed; nobody sets it.
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
            WHERE mail.event_id = event.id AND mail.is_delivered) END AS missed) AS term
 CROSS JOIN LATERAL (SELECT ARRAY(
       SELECT missed.id
         FROM unnest(term.missed) AS missed (id)
        WHERE EXISTS (SELECT FROM deliveries AS mail
                       WHERE mail.event_id = event.id AND mail.bounced_at IS NOT NULL
                         AND principal_on(mail.library_id, judged_day(event)) = missed.id)) AS libraries) AS bounced
 CROSS JOIN LATERAL (VALUES
       ('dispatch-bounced', bounced.libraries, bounced.libraries <> '{}'),
       ('notice-near', term.missed,
        term.missed <> '{}' AND clock_timestamp() >= term.latest - interval '24 hours'),
       ('registration-opens-late', '{}'::uuid[], event.registration_opens_at > clock_timestamp()
        AND event.registration_opens_at > term.latest - interval '24 hours'),
       ('seats-nearly-gone', '{}'::uuid[], event.capacity IS NOT NULL
        AND 9 * (event.seats_others + event.seats_any) <= 10 * rule.minimum_seats_for_others)
     ) AS risk (reason, libraries, is_so)
 WHERE condition.state IN ('held', 'cured') AND event.ends_at > clock_timestamp() AND risk.is_so;

-- Of which risks the library has been told: of each once.
CREATE TABLE risk_notices (
    condition_id uuid NOT NULL REFERENCES conditions,
    reason       text NOT NULL,
    noticed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (condition_id, reason),
    CONSTRAINT risk_is_known CHECK (reason IN
        ('dispatch-bounced', 'notice-near', 'registration-opens-late', 'seats-nearly-gone'))
);
