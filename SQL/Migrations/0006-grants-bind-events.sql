-- Decisions, grants, and the condition that every funded event carries: it invites the region, and goes on doing so.

CREATE TABLE decisions (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    application_id uuid NOT NULL REFERENCES grant_applications,
    outcome        text NOT NULL,
    amount         bigint,
    reasons        text NOT NULL,
    recommended_by uuid REFERENCES people,
    decided_by     uuid NOT NULL REFERENCES people,
    decided_at     timestamptz NOT NULL,
    superseded_at  timestamptz,
    CONSTRAINT decision_outcome_is_known CHECK (outcome IN ('approved', 'approved-partially', 'rejected', 'dismissed')),
    CONSTRAINT only_approvals_have_an_amount CHECK (
        (outcome IN ('approved', 'approved-partially')) = (amount IS NOT NULL) AND amount > 0),
    CONSTRAINT decision_has_reasons CHECK (reasons ~ '[^[:space:]]'),
    CONSTRAINT four_eyes_decide CHECK (decided_by IS DISTINCT FROM recommended_by
        AND (outcome = 'dismissed' OR recommended_by IS NOT NULL))
);
CREATE UNIQUE INDEX one_decision_per_application ON decisions (application_id) WHERE superseded_at IS NULL;

-- A decision stays as it was issued. Only that it no longer stands is noted, once.
CREATE TRIGGER decision_stays_as_issued BEFORE UPDATE ON decisions
    FOR EACH ROW WHEN (OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
        OR to_jsonb(OLD.*) - 'superseded_at' <> to_jsonb(NEW.*) - 'superseded_at')
    EXECUTE FUNCTION keep_row('records_are_never_changed');
CREATE TRIGGER records_are_never_changed BEFORE DELETE OR TRUNCATE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A grant is of one decision. A new decision after a reopening gives a new one; the old one has ended.
CREATE TABLE grants (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    -- At commit, as the decision with its number is written last.
    decision_id    uuid REFERENCES decisions DEFERRABLE INITIALLY DEFERRED,
    call_id        uuid NOT NULL REFERENCES calls,
    library_id     uuid NOT NULL REFERENCES libraries,
    amount         bigint NOT NULL,
    -- What of it is the call's again: withheld and not paid, or paid and come back.
    released       bigint NOT NULL DEFAULT 0,
    state          text NOT NULL DEFAULT 'awarded',
    awarded_at     timestamptz NOT NULL,
    version        bigint NOT NULL DEFAULT 1,
    CONSTRAINT grant_amount_is_positive CHECK (amount > 0),
    CONSTRAINT grant_releases_no_more_than_it_gives CHECK (released BETWEEN 0 AND amount),
    CONSTRAINT grant_state_is_known CHECK (state IN ('awarded', 'active', 'change-requested', 'reported', 'settled',
        'closed', 'ended', 'repayment-demanded'))
);
CREATE INDEX ON grants (call_id);
CREATE INDEX ON grants (application_id);
CREATE UNIQUE INDEX one_grant_per_decision ON grants (decision_id);

CREATE FUNCTION name_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.decision_id := coalesce(NEW.decision_id, (
        SELECT id FROM decisions WHERE application_id = NEW.application_id AND superseded_at IS NULL));
    RETURN NEW;
END
$$;
CREATE TRIGGER grant_names_its_decision BEFORE INSERT ON grants FOR EACH ROW EXECUTE FUNCTION name_decision();

-- What was granted, to whom and of what, stays as it was granted. Of a grant only its state, its version and what is
-- the call's again move. Deferred: a grant that is moved to another application is told of as that
-- (approved_application_has_a_grant).
CREATE CONSTRAINT TRIGGER grant_keeps_its_terms AFTER UPDATE ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.id, OLD.application_id, OLD.call_id, OLD.library_id, OLD.amount, OLD.awarded_at, OLD.decision_id)
          IS DISTINCT FROM
          (NEW.id, NEW.application_id, NEW.call_id, NEW.library_id, NEW.amount, NEW.awarded_at, NEW.decision_id))
    EXECUTE FUNCTION keep_row('grant_keeps_its_terms');

-- While a condition is held, open_to_others is true and the foreign key wants an event that invites the region.
-- In every other state it is NULL, and a foreign key with a NULL in it is not looked at. So the state is the guard.
CREATE TABLE conditions (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    grant_id       uuid NOT NULL REFERENCES grants,
    event_id       uuid NOT NULL REFERENCES events ON DELETE RESTRICT,
    state          text NOT NULL DEFAULT 'held',
    cost_share     bigint NOT NULL,
    call_id        uuid NOT NULL,
    rule_version   integer NOT NULL,
    minimum_invited integer NOT NULL,
    -- Who hosted when it was given. Whoever comes to host later was promised as another, and stays so here.
    hosts          uuid[] NOT NULL,
    held_since     timestamptz NOT NULL,
    -- From which version of the event it is kept, and whether it wants to be the only grant: filled in by a trigger.
    event_version  bigint NOT NULL,
    only_grant     boolean NOT NULL DEFAULT true,
    -- How many seats others could reach when it was given; NULL: as many as like. Filled in by the same trigger.
    promised_seats integer,
    -- Of one that is waived and binds on: which faults are forgiven, and the version of the event that had them.
    waived         text[],
    waived_version bigint,
    open_to_others boolean GENERATED ALWAYS AS (CASE WHEN state IN ('held', 'cured') THEN true END) STORED,
    CONSTRAINT one_condition_per_event_and_grant UNIQUE (grant_id, event_id),
    CONSTRAINT condition_state_is_known CHECK (state IN
        ('held', 'breached', 'cured', 'waived', 'enforced', 'discharged', 'frustrated', 'not-applicable')),
    CONSTRAINT waived_condition_forgives_a_version CHECK (
        num_nonnulls(waived, waived_version) = 0 OR num_nulls(waived, waived_version) = 0 AND state = 'waived'),
    CONSTRAINT condition_invites_somebody CHECK (minimum_invited >= 1),
    CONSTRAINT condition_cost_share_is_not_negative CHECK (cost_share >= 0),
    CONSTRAINT condition_follows_a_rule FOREIGN KEY (call_id, rule_version) REFERENCES call_rules (call_id, version),
    CONSTRAINT funded_event_invites_region FOREIGN KEY (event_id, open_to_others)
        REFERENCES events (id, invites_region) MATCH SIMPLE ON UPDATE RESTRICT ON DELETE RESTRICT
);
CREATE INDEX ON conditions (event_id);
-- The same event is paid for once (P13), unless the call's rule says otherwise.
CREATE UNIQUE INDEX one_grant_per_event ON conditions (event_id)
    WHERE only_grant AND state NOT IN ('frustrated', 'not-applicable');

CREATE FUNCTION begin_condition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.event_version := coalesce((SELECT version FROM events WHERE id = NEW.event_id), 1);
    NEW.promised_seats := (SELECT CASE WHEN capacity IS NOT NULL THEN seats_others + seats_any END
                             FROM events WHERE id = NEW.event_id);
    NEW.only_grant := coalesce((SELECT one_grant_per_event FROM call_rules
                                 WHERE call_id = NEW.call_id AND version = NEW.rule_version), true);
    -- P11: no event is granted in retrospect.
    IF EXISTS (SELECT FROM events WHERE id = NEW.event_id AND starts_at <= NEW.held_since) THEN
        RAISE EXCEPTION 'event % has begun', NEW.event_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'funded_event_invites_region', TABLE = 'conditions';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_knows_its_beginning BEFORE INSERT ON conditions
    FOR EACH ROW EXECUTE FUNCTION begin_condition();

-- What was promised stays as it was promised. Of a condition only its state moves; and that it wants to be the only
-- grant ends with its grant. A command that is to change more will have to be named here.
CREATE FUNCTION keep_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.grant_id, OLD.event_id, OLD.cost_share, OLD.call_id, OLD.rule_version, OLD.minimum_invited,
            OLD.hosts, OLD.held_since, OLD.event_version, OLD.promised_seats)
       IS DISTINCT FROM (NEW.id, NEW.grant_id, NEW.event_id, NEW.cost_share, NEW.call_id, NEW.rule_version,
            NEW.minimum_invited, NEW.hosts, NEW.held_since, NEW.event_version, NEW.promised_seats)
       OR OLD.only_grant <> NEW.only_grant
          AND NOT EXISTS (SELECT FROM grants WHERE id = NEW.grant_id AND state = 'ended') THEN
        RAISE EXCEPTION 'condition % keeps the terms on which it was given', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'condition_keeps_its_terms', TABLE = 'conditions';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER condition_keeps_its_terms BEFORE UPDATE ON conditions
    FOR EACH ROW EXECUTE FUNCTION keep_terms();

-- What was waived is forgiven, and so long is it waived: what that is stays as it was said.
CREATE FUNCTION keep_waiver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'waived' THEN
        NEW.waived := NULL;
        NEW.waived_version := NULL;
    ELSIF OLD.state = 'waived' THEN
        NEW.waived := OLD.waived;
        NEW.waived_version := OLD.waived_version;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER waiver_is_kept BEFORE UPDATE ON conditions FOR EACH ROW EXECUTE FUNCTION keep_waiver();

CREATE FUNCTION let_go_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE conditions SET only_grant = false WHERE grant_id = NEW.id AND only_grant;
    RETURN NULL;
END
$$;
CREATE TRIGGER ended_grant_lets_go_of_its_events AFTER UPDATE OF state ON grants
    FOR EACH ROW WHEN (NEW.state = 'ended') EXECUTE FUNCTION let_go_of_events();

-- The public libraries that are members of the region on a day.
CREATE FUNCTION members_on(day date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT library.id
      FROM region_members AS member
      JOIN libraries AS library ON library.id = member.library_id AND library.kind = 'public'
     WHERE daterange(member.valid_from, member.valid_to) @> day
       AND daterange(library.valid_from, library.valid_to) @> day
$$;

-- Who hosts: the host, and the co-hosts who have confirmed it.
CREATE FUNCTION event_hosts(event events) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT event.host_library_id || event.confirmed_co_host_ids
$$;

-- When the event is judged: now, or at its last instant once it has ended. What happens in the region after that breaks
-- no promise (P15).
CREATE FUNCTION judged_at(event events) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT least(clock_timestamp(), event.ends_at - interval '1 microsecond')
$$;

-- The later of the day of the event and the day on which it is judged: by then a library that merges has merged.
CREATE FUNCTION judged_day(event events) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT greatest((event.starts_at AT TIME ZONE 'Europe/Stockholm')::date,
                    (judged_at(event) AT TIME ZONE 'Europe/Stockholm')::date)
$$;

-- Others = M − G: the members both today and on the day of the event, without its hosts, their successors and whoever
-- is on a joint board with one of them.
CREATE FUNCTION other_libraries(event events, hosts uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT members_on((event.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
    INTERSECT
    SELECT members_on((judged_at(event) AT TIME ZONE 'Europe/Stockholm')::date)
    EXCEPT
    SELECT unnest(own_libraries(hosts, judged_day(event)))
$$;

-- Whom a list names, a branch counting as its library and a library that has merged as its successor.
CREATE FUNCTION named_libraries(event events) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT principals_on(event.invited_library_ids || ARRAY(
               SELECT library_id FROM branches WHERE branches.id = ANY (event.invited_branch_ids)), judged_day(event))
$$;

-- Those of the others whom the invitation reaches (P1 and P2).
CREATE FUNCTION invited_libraries(event events, hosts uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT other
      FROM (SELECT named_libraries(event) AS names OFFSET 0) AS list
     CROSS JOIN other_libraries(event, hosts) AS other
     WHERE event.invitation_scope IN ('all', 'public')
        OR event.invitation_scope = 'list' AND other = ANY (list.names)
$$;

-- When others could first read the invitation: nobody reads that of an event which is not published, and nobody before
-- its window opens.
CREATE FUNCTION first_read(event events) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN event.invitation_state = 'published' AND event.published_at IS NOT NULL
                THEN greatest(event.published_at, event.invitation_published_at, event.invitation_visible_from) END
$$;

-- From when the notice counts: when others could first read it, or when the day that stands was said, if that was later.
CREATE FUNCTION notice_began(event events) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN first_read(event) IS NOT NULL THEN greatest(first_read(event), event.day_said_at) END
$$;

-- When others can register no longer: later than own staff, where the host says so.
CREATE FUNCTION others_close(event events) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(event.registration_others_close_at, event.registration_closes_at, event.starts_at)
$$;

-- What a condition that binds the event was promised, and does not get: the terms are those of its day. Its others are
-- those of that day, too: a host who has come since was promised as another, and can lower nothing. `waived`: of those
-- conditions instead that are waived and bind on.
CREATE FUNCTION broken_promises(event events, waived boolean DEFAULT false) RETURNS SETOF text
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT broken.fault || ' ' || condition.id
      FROM conditions AS condition
      JOIN grants AS award ON award.id = condition.grant_id
      JOIN calls AS call ON call.id = condition.call_id
      JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
     CROSS JOIN LATERAL (SELECT make_interval(hours => 24 * rule.notice_days) AS notice) AS terms
     CROSS JOIN LATERAL (
           SELECT 'P2 ' || left_out AS fault
             FROM (SELECT other_libraries(event, condition.hosts)
                   EXCEPT SELECT invited_libraries(event, condition.hosts)) AS missing (left_out)
            WHERE (SELECT count(*) FROM invited_libraries(event, condition.hosts)) < least(
                      condition.minimum_invited, (SELECT count(*) FROM other_libraries(event, condition.hosts)))
           UNION ALL
           SELECT 'P5 opens too late'
            WHERE event.registration_opens_at > judged_at(event)
              AND event.registration_opens_at > event.starts_at - terms.notice
           UNION ALL
           SELECT 'P5 had closed' WHERE first_read(event) > others_close(event)
           UNION ALL
           SELECT 'P6 too few' WHERE event.capacity IS NOT NULL
              AND event.seats_others + event.seats_any < rule.minimum_seats_for_others
           UNION ALL
           SELECT 'P6 fewer than promised' WHERE event.capacity IS NOT NULL
              AND event.seats_others + event.seats_any < coalesce(condition.promised_seats, event.capacity + 1)
           UNION ALL
           SELECT 'P6 too many own' WHERE event.seats_own::float8 / event.capacity > rule.maximum_own_share
           UNION ALL
           SELECT 'P7' WHERE rule.others_pay_no_more AND event.price_others > event.price_own
           UNION ALL
           SELECT 'P8' WHERE event.starts_at < notice_began(event) + terms.notice
           UNION ALL
           SELECT 'P11' WHERE (event.starts_at AT TIME ZONE 'Europe/Stockholm')::date < call.project_starts_on
               OR ((event.ends_at - interval '1 microsecond') AT TIME ZONE 'Europe/Stockholm')::date
                  > call.project_ends_on
           UNION ALL
           SELECT 'P14' WHERE principal_on(award.library_id, judged_day(event))
                              <> ALL (principals_on(event_hosts(event), judged_day(event)))) AS broken
     WHERE condition.event_id = event.id
       AND CASE WHEN broken_promises.waived THEN condition.waived_version IS NOT NULL
                ELSE condition.state IN ('held', 'cured') END;
END
$$;

-- Everything in which the event fails the funding rule in SQL: its core, and what each condition that binds it was
-- promised. Domain explains it (FundingRule); this makes breaking it impossible. Both are
-- PL/pgSQL, which plans them once for a session and not for each event that is written.
CREATE FUNCTION event_faults(event events, waived boolean DEFAULT false) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT 'P2' WHERE NOT EXISTS (SELECT FROM invited_libraries(event, event_hosts(event)))
        UNION ALL
        SELECT 'P3' WHERE NOT event.audience && ARRAY['staff', 'heads', 'ambassadors']
        UNION ALL
        SELECT 'P4 event ' || event.status WHERE event.status <> 'published'
        UNION ALL
        SELECT 'P4 invitation' WHERE event.invitation_state <> 'published'
        UNION ALL
        SELECT 'P4 not seen yet' WHERE event.invitation_visible_from > judged_at(event)
        UNION ALL
        SELECT 'P4 ends early' WHERE event.invitation_visible_until < event.ends_at
        UNION ALL
        SELECT 'P5 others close first'
         WHERE event.registration_others_close_at < coalesce(event.registration_closes_at, event.starts_at)
        UNION ALL
        SELECT 'P6' WHERE event.capacity IS NOT NULL AND event.seats_others + event.seats_any = 0
        UNION ALL
        SELECT 'P10'
         WHERE NOT CASE event.attendance
                       WHEN 'online' THEN event.online_url IS NOT NULL AND NOT event.recording_only
                       WHEN 'hybrid' THEN event.online_url IS NOT NULL AND NOT event.recording_only
                                       OR event.venue_municipality_code IS NOT NULL
                       ELSE event.venue_municipality_code IS NOT NULL
                   END
        UNION ALL
        SELECT broken_promises(event, event_faults.waived));
END
$$;

CREATE FUNCTION event_invites_region(event events) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT event_faults(event) = '{}'
$$;

-- Whether a change ends the registration that others had while a condition binds (P5). That its time passes is no
-- breach. It may be shortened, but whoever was invited keeps the notice of the call to register in, from when they could
-- read of it and registration is open. To an event that is moved into the past nobody can come, whether or not
-- registration had closed.
CREATE FUNCTION change_ends_registration(before events, after events, waived boolean DEFAULT false) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM conditions AS condition
          JOIN call_rules AS rule ON rule.call_id = condition.call_id AND rule.version = condition.rule_version
         WHERE condition.event_id = after.id
           AND CASE WHEN change_ends_registration.waived THEN condition.waived_version IS NOT NULL
                    ELSE condition.state IN ('held', 'cured') END
           AND (after.starts_at <> before.starts_at AND after.starts_at <= clock_timestamp()
                AND before.ends_at > clock_timestamp()
                OR others_close(before) > clock_timestamp()
                   AND (others_close(after) <= clock_timestamp()
                        OR coalesce(before.registration_opens_at <= clock_timestamp(), true)
                           AND after.registration_opens_at > clock_timestamp()
                        OR others_close(after) - greatest(first_read(before), after.registration_opens_at)
                               < others_close(before) - greatest(first_read(before), before.registration_opens_at)
                           AND others_close(after)
                               < greatest(first_read(before), after.registration_opens_at)
                                 + make_interval(hours => 24 * rule.notice_days)
                           AND first_read(before) IS NOT NULL)))
$$;

-- All that the functions above read of the row.
CREATE FUNCTION what_the_rule_reads(event events) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(event.id, event.status, event.published_at, event.invitation_state,
        event.invitation_published_at, event.invitation_visible_from, event.invitation_visible_until, event.audience,
        event.capacity, event.seats_own, event.seats_others,
        event.seats_any, event.registration_opens_at, event.registration_others_close_at, event.registration_closes_at,
        event.starts_at, event.ends_at, event.attendance, event.online_url, event.recording_only,
        event.venue_municipality_code,
        event.invitation_scope, event.invited_library_ids, event.invited_branch_ids, event.host_library_id,
        event.confirmed_co_host_ids, event.price_own, event.price_others, event.day_said_at)
$$;

-- A change that makes nothing worse leaves a true true while a condition binds: if a library has closed since, the host
-- has done nothing, and may still mend what it likes. The sweep tells of it. Whoever sets the column to false has it
-- computed anew.
CREATE FUNCTION keep_invites_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    faults text[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.invites_region AND NEW.invites_region AND what_the_rule_reads(OLD) = what_the_rule_reads(NEW) THEN
            RETURN NEW;
        END IF;
    END IF;
    faults := event_faults(NEW);
    IF TG_OP = 'UPDATE' THEN
        IF change_ends_registration(OLD, NEW) THEN
            faults := faults || 'P5 ended'::text;
        END IF;
        IF OLD.invites_region AND NEW.invites_region AND faults <> '{}' AND faults <@ event_faults(OLD) THEN
            NEW.invites_region := EXISTS (
                SELECT FROM conditions WHERE event_id = NEW.id AND state IN ('held', 'cured'));
            RETURN NEW;
        END IF;
    END IF;
    NEW.invites_region := faults = '{}';
    RETURN NEW;
END
$$;
CREATE TRIGGER invites_region_is_kept BEFORE INSERT OR UPDATE ON events
    FOR EACH ROW EXECUTE FUNCTION keep_invites_region();

-- A waiver forgives what was broken, not the rule: of a condition that binds on the foreign key asks nothing any more,
-- since its event has a fault; but nobody gives it another fault in silence. Whoever is invited anew has the notice
-- from then on.
CREATE FUNCTION keep_waived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF what_the_rule_reads(OLD) = what_the_rule_reads(NEW)
       OR OLD.ends_at <= clock_timestamp()
       OR NOT EXISTS (SELECT FROM conditions WHERE event_id = NEW.id AND waived_version IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    IF change_ends_registration(OLD, NEW, true)
       OR EXISTS (SELECT unnest(event_faults(NEW, true)) EXCEPT SELECT unnest(event_faults(OLD, true))
                  EXCEPT SELECT 'P8 ' || id FROM conditions
                          WHERE event_id = NEW.id AND NEW.starts_at >= OLD.starts_at
                            AND NEW.day_said_at IS NOT DISTINCT FROM OLD.day_said_at) THEN
        RAISE EXCEPTION 'event % has a condition that was waived, and another fault', NEW.id
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'funded_event_invites_region', TABLE = 'events';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER waived_condition_binds_on BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION keep_waived();

-- A condition that begins to bind may ask for more than the event did before. The event is asked again, under its lock;
-- if it now says no, the foreign key refuses the condition. It is written in only if the answer is another: that a
-- version has moved would tell its host of a decision.
CREATE FUNCTION ask_event_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM events WHERE id = NEW.event_id FOR NO KEY UPDATE;
    UPDATE events SET invites_region = false
     WHERE id = NEW.event_id AND (NOT invites_region OR event_faults(events) <> '{}');
    RETURN NULL;
END
$$;
CREATE TRIGGER binding_condition_asks_its_event AFTER INSERT OR UPDATE OF state ON conditions
    FOR EACH ROW WHEN (NEW.state IN ('held', 'cured')) EXECUTE FUNCTION ask_event_again();

-- A deviation is a breach that the host told of, with the reason. It holds the payments of the grant until released.
CREATE TABLE deviations (
    id          uuid PRIMARY KEY,
    event_id    uuid NOT NULL REFERENCES events,
    kind        text NOT NULL,
    reason      text NOT NULL,
    reported_by uuid NOT NULL REFERENCES people,
    reported_at timestamptz NOT NULL,
    findings    jsonb NOT NULL,
    CONSTRAINT deviation_kind_is_known CHECK (kind IN ('invitation', 'event', 'cancellation')),
    CONSTRAINT deviation_has_a_reason CHECK (reason ~ '[^[:space:]]')
);
CREATE INDEX ON deviations (event_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON deviations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE breaches (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    condition_id  uuid NOT NULL REFERENCES conditions,
    grant_id      uuid NOT NULL REFERENCES grants,
    deviation_id  uuid REFERENCES deviations,
    -- Where no host told of it: what the region has found, why, and who found it.
    ground        text,
    reasons       text,
    found_by      uuid REFERENCES people,
    breached_at   timestamptz NOT NULL,
    reply_due_at  timestamptz NOT NULL,
    closed_at     timestamptz,
    CONSTRAINT breach_has_its_cause CHECK (
        num_nonnulls(ground, reasons, found_by) = CASE WHEN deviation_id IS NULL THEN 3 ELSE 0 END),
    CONSTRAINT breach_ground_is_known CHECK (ground IN ('not-held', 'evidence', 'rule', 'org-change')),
    CONSTRAINT found_breach_has_reasons CHECK (reasons ~ '[^[:space:]]')
);
CREATE INDEX ON breaches (grant_id);
-- What was broken, how, and until when its host may answer stays as it was written. It is closed once, and open again
-- when the decision that closed it stands no longer.
CREATE FUNCTION keep_breach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(OLD) - 'closed_at' <> to_jsonb(NEW) - 'closed_at'
       OR OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NOT NULL OR NOT EXISTS (
              SELECT FROM settlements AS settlement
                JOIN later_reopenings AS reopened ON reopened.document_id = settlement.document_id
               WHERE settlement.condition_id = OLD.condition_id AND settlement.settled_at = OLD.closed_at
               UNION ALL
              SELECT FROM grant_decisions AS decided
                JOIN later_reopenings AS reopened ON reopened.document_id = decided.document_id
               WHERE decided.grant_id = OLD.grant_id AND decided.kind = 'revocation'
                 AND decided.decided_at = OLD.closed_at)) THEN
        RAISE EXCEPTION 'breach % is kept as it was written', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'breach_is_kept', TABLE = 'breaches';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER breach_is_kept BEFORE UPDATE ON breaches FOR EACH ROW EXECUTE FUNCTION keep_breach();
CREATE TRIGGER breaches_are_never_deleted BEFORE DELETE OR TRUNCATE ON breaches
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('breach_is_kept');

-- What the host answers to the breaches of a condition. The region reads it beside them.
CREATE TABLE breach_replies (
    id           uuid PRIMARY KEY,
    condition_id uuid NOT NULL REFERENCES conditions,
    reply        text NOT NULL,
    replied_by   uuid NOT NULL REFERENCES people,
    replied_at   timestamptz NOT NULL,
    CONSTRAINT reply_says_something CHECK (reply ~ '[^[:space:]]')
);
CREATE INDEX ON breach_replies (condition_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON breach_replies
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE payment_holds (
    breach_id   uuid PRIMARY KEY REFERENCES breaches,
    grant_id    uuid NOT NULL REFERENCES grants,
    placed_at   timestamptz NOT NULL,
    released_at timestamptz
);
CREATE INDEX ON payment_holds (grant_id) WHERE released_at IS NULL;

-- A condition is never taken away, and whoever ends it by a breach leaves the breach and the hold on the money behind.
CREATE TRIGGER conditions_are_never_deleted BEFORE DELETE OR TRUNCATE ON conditions
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('conditions_are_never_deleted');

CREATE FUNCTION check_breach(condition uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM conditions WHERE id = check_breach.condition AND state = 'breached') AND NOT EXISTS (
            SELECT FROM breaches JOIN payment_holds ON payment_holds.breach_id = breaches.id
             WHERE breaches.condition_id = check_breach.condition
               AND breaches.closed_at IS NULL AND payment_holds.released_at IS NULL) THEN
        RAISE EXCEPTION 'condition % is breached, and no open breach holds the money', condition
            USING ERRCODE = 'check_violation', CONSTRAINT = 'breached_condition_has_its_breach', TABLE = 'conditions';
    END IF;
END
$$;
CREATE FUNCTION check_breach_of_condition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_breach(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_breach_of_breach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_breach(OLD.condition_id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_breach_of_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_breach(condition_id) FROM breaches WHERE id = OLD.breach_id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER breached_condition_has_its_breach AFTER INSERT OR UPDATE OF state ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breach_of_condition();
CREATE CONSTRAINT TRIGGER breached_condition_has_its_breach AFTER UPDATE OR DELETE ON breaches
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breach_of_breach();
CREATE CONSTRAINT TRIGGER breached_condition_has_its_breach AFTER UPDATE OR DELETE ON payment_holds
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breach_of_hold();

-- At every commit: what is approved has its decision and that decision's grant, nothing else has a grant, and the grant
-- of a decision that no longer stands has ended.
CREATE FUNCTION check_approval(id uuid) RETURNS void LANGUAGE plpgsql AS $$
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
CREATE FUNCTION check_approval_of_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_approval(NEW.id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_approval_of_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM check_approval(OLD.application_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM check_approval(NEW.application_id);
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER approved_application_has_a_grant AFTER INSERT OR UPDATE OF status ON grant_applications
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_approval_of_application();
CREATE CONSTRAINT TRIGGER approved_application_has_a_grant AFTER INSERT OR DELETE OR UPDATE OF application_id ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_approval_of_grant();

CREATE FUNCTION check_approval_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_approval(NEW.application_id);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER approved_application_has_a_grant AFTER UPDATE OF superseded_at ON decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_approval_of_decision();

-- At every commit: what was decided is what was granted, and the conditions share all of it. None of the three can
-- change.
CREATE FUNCTION check_amounts(application uuid) RETURNS void LANGUAGE plpgsql AS $$
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
CREATE FUNCTION check_amounts_of_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_amounts(NEW.application_id);
    RETURN NULL;
END
$$;
CREATE FUNCTION check_amounts_of_condition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_amounts(application_id) FROM grants WHERE id = NEW.grant_id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER granted_amount_adds_up AFTER INSERT ON decisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_application();
CREATE CONSTRAINT TRIGGER granted_amount_adds_up AFTER INSERT ON grants
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_application();
CREATE CONSTRAINT TRIGGER granted_amount_adds_up AFTER INSERT ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_amounts_of_condition();
