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
    CONSTRAINT one_decision_per_application UNIQUE (application_id),
    CONSTRAINT decision_outcome_is_known CHECK (outcome IN ('approved', 'approved-partially', 'rejected', 'dismissed')),
    CONSTRAINT only_approvals_have_an_amount CHECK (
        (outcome IN ('approved', 'approved-partially')) = (amount IS NOT NULL) AND amount > 0),
    CONSTRAINT decision_has_reasons CHECK (reasons ~ '[^[:space:]]'),
    CONSTRAINT four_eyes_decide CHECK (decided_by IS DISTINCT FROM recommended_by
        AND (outcome = 'dismissed' OR recommended_by IS NOT NULL))
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE grants (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL UNIQUE REFERENCES grant_applications,
    call_id        uuid NOT NULL REFERENCES calls,
    library_id     uuid NOT NULL REFERENCES libraries,
    amount         bigint NOT NULL,
    state          text NOT NULL DEFAULT 'awarded',
    awarded_at     timestamptz NOT NULL,
    version        bigint NOT NULL DEFAULT 1,
    CONSTRAINT grant_amount_is_positive CHECK (amount > 0),
    CONSTRAINT grant_state_is_known CHECK (state IN ('awarded', 'active', 'suspended', 'reported', 'settled', 'closed',
        'ended', 'repayment-demanded'))
);
CREATE INDEX ON grants (call_id);

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
    open_to_others boolean GENERATED ALWAYS AS (CASE WHEN state IN ('held', 'cured') THEN true END) STORED,
    CONSTRAINT one_condition_per_event_and_grant UNIQUE (grant_id, event_id),
    CONSTRAINT condition_state_is_known CHECK (state IN
        ('held', 'breached', 'cured', 'waived', 'enforced', 'discharged', 'frustrated', 'not-applicable')),
    CONSTRAINT condition_invites_somebody CHECK (minimum_invited >= 1),
    CONSTRAINT condition_cost_share_is_not_negative CHECK (cost_share >= 0),
    CONSTRAINT condition_follows_a_rule FOREIGN KEY (call_id, rule_version) REFERENCES call_rules (call_id, version),
    CONSTRAINT funded_event_invites_region FOREIGN KEY (event_id, open_to_others)
        REFERENCES events (id, invites_region) MATCH SIMPLE ON UPDATE RESTRICT ON DELETE RESTRICT
);
CREATE INDEX ON conditions (event_id);

-- The public libraries that are members of the region on a day.
CREATE FUNCTION members_on(day date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT library.id
      FROM region_members AS member
      JOIN libraries AS library ON library.id = member.library_id AND library.kind = 'public'
     WHERE daterange(member.valid_from, member.valid_to) @> day
       AND daterange(library.valid_from, library.valid_to) @> day
$$;

-- G of docs/rules.md: the host, and the co-hosts who have confirmed it.
CREATE FUNCTION event_hosts(event events) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT event.host_library_id || event.confirmed_co_host_ids
$$;

-- Others = M − G: the members both today and on the day of the event, without its hosts.
CREATE FUNCTION other_libraries(event events, hosts uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT members_on((event.starts_at AT TIME ZONE 'Europe/Stockholm')::date)
    INTERSECT
    SELECT members_on((clock_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
    EXCEPT
    SELECT unnest(hosts)
$$;

-- Those of the others whom the invitation reaches (P1 and P2); a branch counts as its library.
CREATE FUNCTION invited_libraries(event events, hosts uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT other
      FROM other_libraries(event, hosts) AS other
     WHERE event.invitation_scope IN ('all', 'public')
        OR event.invitation_scope = 'list' AND (other = ANY (event.invited_library_ids) OR EXISTS (
               SELECT FROM branches
                WHERE branches.library_id = other AND branches.id = ANY (event.invited_branch_ids)))
$$;

-- While a condition binds, as many must be invited as when it was given, or all that are left. Its others are those of
-- that day: a host who has come since was promised as another, and can lower nothing.
CREATE FUNCTION event_keeps_its_promises(event events) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM conditions AS condition
         WHERE condition.event_id = event.id AND condition.state IN ('held', 'cured')
           AND (SELECT count(*) FROM invited_libraries(event, condition.hosts)) < least(
                   condition.minimum_invited, (SELECT count(*) FROM other_libraries(event, condition.hosts))))
$$;

-- The core of the funding rule in SQL: what makes breaking it impossible. Domain explains it (FundingRule).
CREATE FUNCTION event_invites_region(event events) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT event.status = 'published'
       AND event.invitation_state = 'published'
       AND event.audience && ARRAY['staff', 'heads', 'ambassadors']
       AND (event.capacity IS NULL OR event.seats_others + event.seats_any > 0)
       AND (event.registration_others_close_at IS NULL
            OR event.registration_others_close_at >= coalesce(event.registration_closes_at, event.starts_at))
       AND CASE event.attendance
               WHEN 'online' THEN event.online_url IS NOT NULL
               WHEN 'hybrid' THEN event.online_url IS NOT NULL OR event.venue_municipality_code IS NOT NULL
               ELSE event.venue_municipality_code IS NOT NULL
           END
       AND EXISTS (SELECT FROM invited_libraries(event, event_hosts(event)))
       AND event_keeps_its_promises(event)
$$;

-- All that the two functions above read of the row.
CREATE FUNCTION what_the_rule_reads(event events) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(event.id, event.status, event.invitation_state, event.audience, event.capacity,
        event.seats_others, event.seats_any, event.registration_others_close_at, event.registration_closes_at,
        event.starts_at, event.attendance, event.online_url, event.venue_municipality_code, event.invitation_scope,
        event.invited_library_ids, event.invited_branch_ids, event.host_library_id, event.confirmed_co_host_ids)
$$;

-- A change that touches nothing of this leaves a true true: if a library has closed since, the host has done nothing, and
-- may still mend a misspelt title. The sweep tells of it. Whoever sets the column to false has it computed anew.
CREATE FUNCTION keep_invites_region() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.invites_region AND NEW.invites_region AND what_the_rule_reads(OLD) = what_the_rule_reads(NEW) THEN
            RETURN NEW;
        END IF;
    END IF;
    NEW.invites_region := event_invites_region(NEW);
    RETURN NEW;
END
$$;
CREATE TRIGGER invites_region_is_kept BEFORE INSERT OR UPDATE ON events
    FOR EACH ROW EXECUTE FUNCTION keep_invites_region();

-- A condition that begins to bind may ask for more than the event did before. The event is asked again, under its lock;
-- if it now says no, the foreign key refuses the condition.
CREATE FUNCTION ask_event_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM events WHERE id = NEW.event_id FOR NO KEY UPDATE;
    UPDATE events SET invites_region = false WHERE id = NEW.event_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER binding_condition_asks_its_event AFTER INSERT OR UPDATE OF state, minimum_invited, hosts, event_id
    ON conditions
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
    deviation_id  uuid NOT NULL REFERENCES deviations,
    breached_at   timestamptz NOT NULL,
    reply_due_at  timestamptz NOT NULL,
    closed_at     timestamptz
);
CREATE INDEX ON breaches (grant_id);

CREATE TABLE payment_holds (
    breach_id   uuid PRIMARY KEY REFERENCES breaches,
    grant_id    uuid NOT NULL REFERENCES grants,
    placed_at   timestamptz NOT NULL,
    released_at timestamptz
);
CREATE INDEX ON payment_holds (grant_id) WHERE released_at IS NULL;

-- A condition is never taken away, and whoever ends it by a breach leaves the breach and the hold on the money behind.
CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'conditions end by their state, and are never deleted'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'conditions_are_never_deleted', TABLE = 'conditions';
END
$$;
CREATE TRIGGER conditions_are_never_deleted BEFORE DELETE OR TRUNCATE ON conditions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();

CREATE FUNCTION check_breach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM conditions WHERE id = NEW.id AND state = 'breached') AND NOT EXISTS (
            SELECT FROM breaches JOIN payment_holds ON payment_holds.breach_id = breaches.id
             WHERE breaches.condition_id = NEW.id) THEN
        RAISE EXCEPTION 'condition % is breached, and nothing says how', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'breached_condition_has_its_breach', TABLE = 'conditions';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER breached_condition_has_its_breach AFTER INSERT OR UPDATE OF state ON conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breach();

-- At every commit: what is approved has its decision and its grant, and nothing else has a grant.
CREATE FUNCTION check_approval(id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM grant_applications AS application
         WHERE application.id = check_approval.id
           AND ((application.status IN ('approved', 'approved-partially'))
                <> EXISTS (SELECT FROM grants WHERE grants.application_id = application.id)
             OR application.status IN ('approved', 'approved-partially') AND NOT EXISTS (
                    SELECT FROM decisions
                     WHERE decisions.application_id = application.id AND decisions.outcome = application.status)))
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
