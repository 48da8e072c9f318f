-- What the rule was asked is kept beside what it said, so that it can be asked again; and the rule stands here a second
-- time, written from docs/rules.md and not from the Domain, so that an auditor needs nothing but SQL to hold one
-- against the other.

-- The whole snapshot of what the evaluator read, as canonical JSON (RFC 8785) that names its form. inputs_hash is the
-- SHA-256 of its text: compared in the sweep and not here, so that a row which has been tampered with can be found.
ALTER TABLE rule_evaluations
    ADD COLUMN inputs text NOT NULL,
    ADD COLUMN inputs_form integer GENERATED ALWAYS AS ((inputs::jsonb ->> 'form')::integer) STORED,
    ADD CONSTRAINT inputs_name_their_form CHECK (inputs_form IS NOT NULL AND inputs_form >= 1),
    ADD CONSTRAINT moment_is_known CHECK (moment IN
        ('submission', 'recommendation', 'decision', 'change', 'deviation', 'sweep'));

-- The first instant of a day in Sweden, and the day of an instant.
CREATE FUNCTION start_of_day(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT day::timestamp AT TIME ZONE 'Europe/Stockholm'
$$;
CREATE FUNCTION day_of(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT (instant AT TIME ZONE 'Europe/Stockholm')::date
$$;

-- The funding rule (docs/rules.md, funded_event_invites_region) of many snapshots at once: what each predicate says of
-- each event, numbered as the snapshots are. Reads nothing but what it is given.
CREATE FUNCTION rule_findings_of(snapshots jsonb[])
RETURNS TABLE (snapshot integer, predicate text, code text, event_id uuid, verdict text, severity text)
LANGUAGE sql STABLE SET jit = off AS $$
WITH
cases AS MATERIALIZED (
    SELECT given.number::integer AS number, it.mode = 'actual' AS binds, it."evaluatedAt" AS instant, it.applicant,
           it."requestedOre" AS requested, it.events, it.claims, it.region,
           rule.invite, rule."noticeDays" * interval '24 hours' AS notice, rule."minimumSeatsForOthers" AS least_seats,
           rule."maximumOwnShare" AS most_own, rule."othersPayNoMore" AS same_price,
           rule."calendarIsChannel" AS calendar_counts,
           project."startsOn" AS first_day, project."endsOn" AS last_day,
           condition.hosts AS hosts_then, condition."isLogged" AS is_logged, condition.history, condition.before
      FROM unnest(snapshots) WITH ORDINALITY AS given (content, number)
     CROSS JOIN LATERAL jsonb_to_record(given.content) AS it (mode text, "evaluatedAt" timestamptz, applicant uuid,
           "requestedOre" bigint, events jsonb, claims jsonb, region jsonb, rule jsonb, project jsonb, condition jsonb)
     CROSS JOIN LATERAL jsonb_to_record(it.rule) AS rule (invite text, "noticeDays" integer,
           "minimumSeatsForOthers" integer, "maximumOwnShare" double precision, "othersPayNoMore" boolean,
           "calendarIsChannel" boolean)
     CROSS JOIN LATERAL jsonb_to_record(coalesce(it.project, '{}')) AS project ("startsOn" date, "endsOn" date)
     CROSS JOIN LATERAL jsonb_to_record(coalesce(it.condition, '{}')) AS condition (hosts uuid[], "isLogged" boolean,
           history jsonb, before jsonb)
),
members AS MATERIALIZED (
    SELECT cases.number, member."libraryId" AS library_id, member."validFrom" AS valid_from,
           coalesce(member."validTo", 'infinity') AS valid_to
      FROM cases
     CROSS JOIN LATERAL jsonb_to_recordset(cases.region -> 'members')
           AS member ("libraryId" uuid, "validFrom" date, "validTo" date)
),
-- Every state of the event since the decision, and until when it was so: never later than now, or than its own end.
past AS MATERIALIZED (
    SELECT cases.number, state.event, state.since,
           lead(state.since, 1, 'infinity') OVER (PARTITION BY cases.number ORDER BY state.place) AS next_since,
           least(cases.instant, (state.event ->> 'endsAt')::timestamptz - interval '1 microsecond') AS last_instant
      FROM cases
     CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(cases.history) AS (event jsonb, since timestamptz))
           WITH ORDINALITY AS state (event, since, place)
     WHERE cases.history IS NOT NULL
),
-- What is judged: each event as it stands, and for P15 each state that it was in, at its beginning and at every day
-- within it on which a library came or went.
states AS MATERIALIZED (
    SELECT cases.number, false AS is_past, listed.place, listed.event,
           CASE WHEN cases.binds
                THEN least(cases.instant, (listed.event ->> 'endsAt')::timestamptz - interval '1 microsecond')
                ELSE cases.instant END AS instant
      FROM cases
     CROSS JOIN LATERAL jsonb_array_elements(cases.events) WITH ORDINALITY AS listed (event, place)
    UNION ALL
    SELECT past.number, true, row_number() OVER (), past.event, past.since
      FROM past
     WHERE past.since <= past.last_instant
    UNION ALL
    SELECT past.number, true, -row_number() OVER (), past.event, boundary.instant
      FROM past
      JOIN (SELECT number, start_of_day(valid_from) AS instant FROM members
            UNION
            SELECT number, start_of_day(valid_to) FROM members WHERE valid_to < 'infinity') AS boundary
        ON boundary.number = past.number
     WHERE past.since < boundary.instant AND boundary.instant < past.next_since
       AND boundary.instant <= past.last_instant
),
events AS MATERIALIZED (
    SELECT states.number, states.is_past, states.place, states.instant, cases.binds, event.id, event.status,
           event."publishedAt" AS published_at, event."startsAt" AS starts_at, event."endsAt" AS ends_at,
           event.host || coalesce(event."confirmedCoHosts", '{}') AS hosts,
           CASE WHEN cases.binds THEN cases.hosts_then
                ELSE event.host || coalesce(event."confirmedCoHosts", '{}') END AS not_others,
           event.attendance, event.venue ->> 'municipalityCode' AS municipality_code, event."hasLink" AS has_link,
           event.audience, event."costShareOre" AS share,
           seats.capacity, seats.own, seats.others + seats.any AS reachable,
           time."opensAt" AS opens_at, time."closesAt" AS closes_at, time."othersCloseAt" AS others_close_at,
           price.own AS price_own, price.others AS price_others,
           invitation.scope, invitation.state, invitation.libraries, invitation.branches,
           greatest(event."publishedAt", invitation."publishedAt") AS both_published_at,
           event.status = 'published' AND invitation.state = 'published' AS is_readable
      FROM states
      JOIN cases USING (number)
     CROSS JOIN LATERAL jsonb_to_record(states.event) AS event (id uuid, status text, "publishedAt" timestamptz,
           "startsAt" timestamptz, "endsAt" timestamptz, host uuid, "confirmedCoHosts" uuid[], attendance text,
           venue jsonb, "hasLink" boolean, audience text[], "costShareOre" bigint, seats jsonb, registration jsonb,
           prices jsonb, invitation jsonb)
     CROSS JOIN LATERAL jsonb_to_record(event.seats) AS seats (capacity integer, own integer, others integer,
           "any" integer)
     CROSS JOIN LATERAL jsonb_to_record(event.registration) AS time ("opensAt" timestamptz, "closesAt" timestamptz,
           "othersCloseAt" timestamptz)
     CROSS JOIN LATERAL jsonb_to_record(event.prices) AS price (own bigint, others bigint)
     CROSS JOIN LATERAL jsonb_to_record(event.invitation) AS invitation (scope text, state text, libraries uuid[],
           branches uuid[], "publishedAt" timestamptz)
),
-- Others = M - G.
others AS MATERIALIZED (
    SELECT events.number, events.is_past, events.place, array_agg(DISTINCT members.library_id) AS libraries
      FROM events
     CROSS JOIN LATERAL (SELECT day_of(events.starts_at) AS of_event, day_of(events.instant) AS of_instant) AS day
      JOIN members ON members.number = events.number
       AND members.valid_from <= day.of_event AND day.of_event < members.valid_to
       AND members.valid_from <= day.of_instant AND day.of_instant < members.valid_to
       AND members.library_id <> ALL (events.not_others)
     GROUP BY events.number, events.is_past, events.place
),
-- Whom a list names, a branch counting as its library; a branch that the region does not know stands for itself.
named AS MATERIALIZED (
    SELECT events.number, events.is_past, events.place,
           array_agg(coalesce(branch."libraryId", name.id)) AS libraries
      FROM events
      JOIN cases USING (number)
     CROSS JOIN LATERAL (SELECT unnest(events.libraries) AS id, false AS is_branch
                          UNION ALL SELECT unnest(events.branches), true) AS name
      LEFT JOIN LATERAL jsonb_to_recordset(cases.region -> 'branches') AS branch ("branchId" uuid, "libraryId" uuid)
        ON name.is_branch AND branch."branchId" = name.id
     WHERE events.scope = 'list'
     GROUP BY events.number, events.is_past, events.place
),
invited AS MATERIALIZED (
    SELECT events.*, coalesce(others.libraries, '{}') AS others, coalesce(named.libraries, '{}') AS names,
           ARRAY(SELECT other FROM unnest(others.libraries) AS other
                  WHERE events.scope IN ('all', 'public')
                     OR events.scope = 'list' AND other = ANY (named.libraries)) AS invited
      FROM events
      LEFT JOIN others USING (number, is_past, place)
      LEFT JOIN named USING (number, is_past, place)
),
said AS MATERIALIZED (
    SELECT event.number, event.is_past, event.place, event.id, finding.predicate, finding.code, finding.verdict,
           finding.severity
      FROM invited AS event
      JOIN cases USING (number)
     CROSS JOIN LATERAL (SELECT
           coalesce(event.others_close_at, event.closes_at, event.starts_at) AS others_close,
           coalesce(event.closes_at, event.starts_at) AS own_closes,
           CASE WHEN event.is_readable THEN event.both_published_at ELSE event.instant END AS readable_since,
           event.municipality_code IS NOT NULL
               AND cases.region -> 'municipalityCodes' ? event.municipality_code AS is_inside) AS fact
     CROSS JOIN LATERAL (VALUES
        ('P1', 'only_own_units_invited', 'fails', 'core', event.scope = 'list' AND event.invited = '{}'
            AND event.names <@ event.not_others),
        ('P1', 'invitees_not_of_the_region', 'fails', 'core', event.scope = 'list' AND event.invited = '{}'
            AND NOT event.names <@ event.not_others),
        ('P2', 'no_other_library', 'unknown', 'core', event.others = '{}'),
        ('P2', 'nobody_invited', 'fails', 'core', event.others <> '{}'
            AND (event.invited = '{}' OR event.binds AND event.invited <@ event.hosts)),
        ('P2', 'too_few_invited', 'fails', 'call', event.invited <> '{}'
            AND NOT (event.binds AND event.invited <@ event.hosts)
            AND cardinality(event.invited) < CASE cases.invite WHEN 'all' THEN cardinality(event.others)
                ELSE least(cases.invite::integer, cardinality(event.others)) END),
        ('P3', 'staff_not_named', 'fails', 'core', NOT event.audience && '{staff, heads, ambassadors}'),
        ('P4', 'event_is_cancelled', 'fails', 'core', event.status = 'cancelled'),
        ('P4', 'invitation_is_draft', 'fails', 'core', event.status <> 'cancelled' AND event.state = 'draft'),
        ('P4', 'invitation_is_withdrawn', 'fails', 'core', event.status <> 'cancelled' AND event.state = 'withdrawn'),
        ('P4', 'invitation_not_published', 'fails', 'core', event.status <> 'cancelled' AND event.binds
            AND event.state = 'bound'),
        ('P4', 'event_not_published', 'fails', 'core', event.binds AND event.status = 'draft'),
        ('P5', 'others_close_earlier', 'fails', 'core', event.others_close_at < fact.own_closes),
        ('P5', 'registration_has_closed', 'fails', 'core', fact.others_close <= CASE WHEN event.binds
            THEN fact.readable_since ELSE event.instant END),
        ('P5', 'registration_opens_too_late', 'fails', 'core', event.opens_at > event.instant
            AND event.opens_at > event.starts_at - cases.notice),
        ('P6', 'no_seats_for_others', 'fails', 'core', event.capacity IS NOT NULL AND event.reachable = 0),
        ('P6', 'too_few_seats_for_others', 'fails', 'call', event.capacity IS NOT NULL AND event.reachable > 0
            AND event.reachable < cases.least_seats),
        ('P6', 'own_share_too_large', 'fails', 'call', event.capacity > 0
            AND event.own::double precision / event.capacity > cases.most_own),
        ('P7', 'others_pay_more', 'fails', 'call', cases.same_price AND event.price_others > event.price_own),
        ('P8', 'notice_too_short', 'fails', 'call', event.starts_at < fact.readable_since + cases.notice),
        ('P9', 'no_accepted_channel', 'unknown', 'call', NOT cases.calendar_counts),
        ('P9', 'publication_not_logged', 'fails', 'call', cases.calendar_counts AND NOT cases.is_logged),
        ('P10', 'place_unknown', 'unknown', 'core', event.attendance = 'onsite' AND event.municipality_code IS NULL),
        ('P10', 'place_outside_region', 'fails', 'core', event.attendance = 'onsite'
            AND event.municipality_code IS NOT NULL AND NOT fact.is_inside),
        ('P10', 'link_missing', 'fails', 'core', NOT event.has_link
            AND (event.attendance = 'online' OR event.attendance = 'hybrid' AND NOT fact.is_inside)),
        ('P11', 'event_has_begun', 'fails', 'call', NOT event.binds AND event.starts_at <= event.instant),
        ('P11', 'outside_project_period', 'fails', 'call', day_of(event.starts_at) < cases.first_day
            OR day_of(event.ends_at - interval '1 microsecond') > cases.last_day),
        ('P14', 'applicant_not_host', 'fails', 'core', cases.applicant <> ALL (event.hosts))
     ) AS finding (predicate, code, verdict, severity, is_so)
     WHERE finding.is_so
),
-- What a change of a funded event ends or raises, which no look at the changed event alone could show.
changed AS MATERIALIZED (
    SELECT after.number, after.id, finding.predicate, finding.code, finding.severity
      FROM events AS after
      JOIN cases USING (number)
     CROSS JOIN LATERAL (SELECT
           (cases.before #>> '{registration,opensAt}')::timestamptz AS opens_at,
           coalesce((cases.before #>> '{registration,closesAt}')::timestamptz,
                    (cases.before ->> 'startsAt')::timestamptz) AS own_closes,
           coalesce((cases.before #>> '{registration,othersCloseAt}')::timestamptz,
                    (cases.before #>> '{registration,closesAt}')::timestamptz,
                    (cases.before ->> 'startsAt')::timestamptz) AS others_close,
           (cases.before #>> '{prices,others}')::bigint AS price_others) AS before
     CROSS JOIN LATERAL (SELECT
           coalesce(after.others_close_at, after.closes_at, after.starts_at) AS others_close,
           CASE WHEN after.is_readable THEN after.both_published_at ELSE after.instant END AS readable_since) AS fact
     CROSS JOIN LATERAL (VALUES
        ('P5', 'registration_has_closed', 'core', before.others_close > after.instant
            AND (before.opens_at IS NULL OR before.opens_at <= after.instant)
            AND (fact.others_close <= after.instant OR after.opens_at > after.instant)),
        ('P5', 'registration_has_closed', 'core', fact.others_close < before.others_close
            AND fact.others_close < fact.readable_since + cases.notice),
        ('P7', 'price_for_others_raised', 'call', cases.same_price AND after.price_others > before.price_others)
     ) AS finding (predicate, code, severity, is_so)
     WHERE cases.before IS NOT NULL AND NOT after.is_past AND finding.is_so
),
found AS (
    SELECT number, id, predicate, code, verdict, severity FROM said WHERE NOT is_past
    UNION
    SELECT number, id, predicate, code, 'fails', severity FROM changed
    UNION
    SELECT cases.number, NULL, 'P12', problem.code, 'fails', 'core'
      FROM cases
     CROSS JOIN LATERAL (SELECT coalesce(sum(events.share), 0) AS shared
                           FROM events WHERE events.number = cases.number) AS whole
     CROSS JOIN LATERAL (VALUES
        ('application_has_no_events', jsonb_array_length(cases.events) = 0),
        ('costs_without_event', jsonb_array_length(cases.events) > 0 AND cases.requested > whole.shared),
        ('shares_exceed_request', jsonb_array_length(cases.events) > 0 AND cases.requested < whole.shared)
     ) AS problem (code, is_so)
     WHERE NOT cases.binds AND problem.is_so
    UNION
    SELECT cases.number, claim."eventId", 'P13',
           CASE WHEN claim."isGranted" THEN 'event_has_another_grant' ELSE 'event_in_another_application' END,
           'fails', 'call'
      FROM cases
     CROSS JOIN LATERAL jsonb_to_recordset(cases.claims) AS claim ("eventId" uuid, "isGranted" boolean)
    UNION
    SELECT said.number, said.id, 'P15', 'invitation_had_a_gap', 'fails', 'core'
      FROM said
     WHERE said.is_past AND said.verdict <> 'holds'
       AND said.predicate IN ('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P10')
),
-- What was asked of whom: of it every predicate that found nothing holds.
asked AS (
    SELECT events.number, events.id, predicate.name AS predicate
      FROM events
      JOIN cases USING (number)
     CROSS JOIN LATERAL (VALUES ('P1', true), ('P2', true), ('P3', true), ('P4', true), ('P5', true), ('P6', true),
           ('P7', true), ('P8', true), ('P9', NOT cases.binds OR cases.is_logged IS NOT NULL), ('P10', true),
           ('P11', true), ('P13', cases.claims IS NOT NULL), ('P14', true), ('P15', cases.history IS NOT NULL)
     ) AS predicate (name, is_asked)
     WHERE NOT events.is_past AND predicate.is_asked
    UNION ALL
    SELECT cases.number, NULL, 'P12' FROM cases WHERE NOT cases.binds
)
SELECT found.number, found.predicate, found.code, found.id, found.verdict, found.severity
  FROM found
UNION ALL
SELECT asked.number, asked.predicate, 'holds', asked.id, 'holds', NULL
  FROM asked
 WHERE NOT EXISTS (SELECT FROM found WHERE found.number = asked.number AND found.predicate = asked.predicate
                      AND found.id IS NOT DISTINCT FROM asked.id)
$$;
