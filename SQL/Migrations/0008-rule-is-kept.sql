-- What the rule was asked is kept beside what it said, so that it can be asked again; and the rule stands here a second
-- time, after docs/rules.md and without any code of the Domain, so that an auditor needs nothing but SQL to hold one
-- against the other.

-- The whole snapshot of what the evaluator read, as canonical JSON (RFC 8785) that names its form. inputs_hash is the
-- SHA-256 of its text: compared in the sweep and not here, so that a row which has been tampered with can be found.
ALTER TABLE rule_evaluations
    ADD COLUMN condition_id uuid REFERENCES conditions,
    ADD COLUMN inputs text NOT NULL,
    ADD COLUMN inputs_form integer GENERATED ALWAYS AS ((inputs::jsonb ->> 'form')::integer) STORED,
    ADD CONSTRAINT inputs_name_their_form CHECK (inputs_form IS NOT NULL AND inputs_form >= 1),
    ADD CONSTRAINT moment_is_known CHECK (moment IN
        ('submission', 'completion', 'recommendation', 'decision', 'change', 'deviation', 'sweep')),
    ADD CONSTRAINT condition_is_named_after_the_decision CHECK (
        (moment IN ('change', 'deviation', 'sweep')) = (condition_id IS NOT NULL));
CREATE INDEX ON rule_evaluations (condition_id, evaluated_at) WHERE condition_id IS NOT NULL;

-- The sweep asks kept evaluations again in parts: how far it has come, by the number of the evaluation.
ALTER TABLE chores ADD COLUMN reached bigint NOT NULL DEFAULT 0;

-- The first instant of a day in Sweden, and the day of an instant.
CREATE FUNCTION start_of_day(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT day::timestamp AT TIME ZONE 'Europe/Stockholm'
$$;
CREATE FUNCTION day_of(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT (instant AT TIME ZONE 'Europe/Stockholm')::date
$$;

-- The libraries as they answer on a day, by the successions of a snapshot.
CREATE FUNCTION heirs_of(libraries uuid[], successions jsonb, day date) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT coalesce((SELECT heir."successorId"
                           FROM jsonb_to_recordset(successions)
                                AS heir ("libraryId" uuid, "successorId" uuid, "from" date)
                          WHERE heir."libraryId" = named.id AND heir."from" <= day
                          ORDER BY heir."from" DESC
                          LIMIT 1), named.id)
          FROM unnest(libraries) AS named (id))
$$;

-- These hosts, and whoever is on a joint library board with one of them on a day, by the boards of a snapshot.
CREATE FUNCTION own_of(hosts uuid[], boards jsonb, successions jsonb, day date) RETURNS uuid[]
LANGUAGE sql IMMUTABLE AS $$
    WITH seats AS (
        SELECT seat."boardId" AS board, (heirs_of(ARRAY[seat."libraryId"], successions, day))[1] AS library_id
          FROM jsonb_to_recordset(boards)
               AS seat ("boardId" uuid, "libraryId" uuid, "validFrom" date, "validTo" date)
         WHERE seat."validFrom" <= day AND coalesce(day < seat."validTo", true)
    )
    SELECT hosts || ARRAY(
        SELECT mate.library_id
          FROM seats AS mate
         WHERE mate.board IN (SELECT host.board FROM seats AS host WHERE host.library_id = ANY (hosts)))
$$;

-- The funding rule (docs/rules.md, funded_event_invites_region) of many snapshots at once: what each predicate says of
-- each event, numbered as the snapshots are. Reads nothing but what it is given.
CREATE FUNCTION rule_findings_of(snapshots jsonb[])
RETURNS TABLE (snapshot integer, predicate text, code text, event_id uuid, verdict text, severity text)
LANGUAGE sql STABLE SET jit = off AS $$
WITH
cases AS MATERIALIZED (
    SELECT given.number::integer AS number, it.mode = 'actual' AS binds, it.mode = 'applied' AS is_applied,
           it."evaluatedAt" AS instant,
           -- Once the event of a condition has ended, it is judged as at its last instant.
           least(it."evaluatedAt", CASE WHEN it.mode = 'actual'
               THEN (it.events #>> '{0,endsAt}')::timestamptz - interval '1 microsecond' END) AS judged, it.applicant,
           it."requestedOre" AS requested, coalesce(it."withoutEventOre", 0) AS eventless, it.events, it.claims,
           it.region,
           nullif(it.region -> 'successions', '[]') AS successions, nullif(it.region -> 'boards', '[]') AS boards,
           rule.invite, rule."noticeDays" * interval '24 hours' AS notice, rule."minimumSeatsForOthers" AS least_seats,
           rule."maximumOwnShare" AS most_own, rule."othersPayNoMore" AS same_price,
           rule."calendarIsChannel" AS calendar_counts,
           project."startsOn" AS first_day, project."endsOn" AS last_day,
           condition."promisedSeats" AS promised_seats, condition.hosts AS hosts_then,
           condition."isLogged" AS is_logged, condition.history, condition.before
      FROM unnest(snapshots) WITH ORDINALITY AS given (content, number)
     CROSS JOIN LATERAL jsonb_to_record(given.content) AS it (mode text, "evaluatedAt" timestamptz, applicant uuid,
           "requestedOre" bigint, "withoutEventOre" bigint, events jsonb, claims jsonb, region jsonb, rule jsonb,
           project jsonb, condition jsonb)
     CROSS JOIN LATERAL jsonb_to_record(it.rule) AS rule (invite text, "noticeDays" integer,
           "minimumSeatsForOthers" integer, "maximumOwnShare" double precision, "othersPayNoMore" boolean,
           "calendarIsChannel" boolean)
     CROSS JOIN LATERAL jsonb_to_record(coalesce(it.project, '{}')) AS project ("startsOn" date, "endsOn" date)
     CROSS JOIN LATERAL jsonb_to_record(coalesce(it.condition, '{}')) AS condition (hosts uuid[],
           "promisedSeats" text, "isLogged" boolean, history jsonb, before jsonb)
),
members AS MATERIALIZED (
    SELECT cases.number, member."libraryId" AS library_id, member."validFrom" AS valid_from,
           coalesce(member."validTo", 'infinity') AS valid_to
      FROM cases
     CROSS JOIN LATERAL jsonb_to_recordset(cases.region -> 'members')
           AS member ("libraryId" uuid, "validFrom" date, "validTo" date)
),
-- Every state of the event since the decision, and until when it was so: no longer than to its own end, and the last of
-- them to the instant that is judged.
past AS MATERIALIZED (
    SELECT cases.number, state.event, state.since, state.place,
           lag(state.event) OVER turns AS event_before,
           least(lead(state.since, 1, cases.judged) OVER turns, (state.event ->> 'endsAt')::timestamptz) AS until
      FROM cases
     CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(cases.history) AS (event jsonb, since timestamptz))
           WITH ORDINALITY AS state (event, since, place)
     WHERE cases.history IS NOT NULL
    WINDOW turns AS (PARTITION BY cases.number ORDER BY state.place)
),
-- What is judged: each event as it stands, and for P15 each state that it was in, at its beginning and at every day
-- within it on which a library or the member of a board came or went.
states AS MATERIALIZED (
    SELECT cases.number, false AS is_past, listed.place, listed.event, cases.judged AS instant
      FROM cases
     CROSS JOIN LATERAL jsonb_array_elements(cases.events) WITH ORDINALITY AS listed (event, place)
    UNION ALL
    SELECT past.number, true, row_number() OVER (), past.event, past.since
      FROM past
     WHERE past.since < past.until
    UNION ALL
    SELECT past.number, true, -row_number() OVER (), past.event, boundary.instant
      FROM past
      JOIN (SELECT number, start_of_day(valid_from) AS instant FROM members
            UNION
            SELECT number, start_of_day(valid_to) FROM members WHERE valid_to < 'infinity'
            UNION
            SELECT cases.number, start_of_day(heir."from")
              FROM cases
             CROSS JOIN LATERAL jsonb_to_recordset(cases.successions) AS heir ("from" date)
            UNION
            SELECT cases.number, start_of_day(turn.day)
              FROM cases
             CROSS JOIN LATERAL jsonb_to_recordset(cases.boards) AS seat ("validFrom" date, "validTo" date)
             CROSS JOIN LATERAL (VALUES (seat."validFrom"), (seat."validTo")) AS turn (day)
             WHERE turn.day IS NOT NULL) AS boundary
        ON boundary.number = past.number
     WHERE past.since < boundary.instant AND boundary.instant < past.until
),
events AS MATERIALIZED (
    SELECT states.number, states.is_past, states.place, states.instant, cases.binds, event.id, event.status,
           event."publishedAt" AS published_at,
           event."daySaidAt" AS day_said_at, event."startsAt" AS starts_at, event."endsAt" AS ends_at,
           cases.successions, late.day, told.hosts,
           CASE WHEN cases.successions IS NULL THEN coalesce(event.delivered, '{}')
                ELSE heirs_of(coalesce(event.delivered, '{}'), cases.successions, late.day) END AS delivered,
           own.libraries AS own_libraries,
           CASE WHEN cases.hosts_then IS NULL THEN own.libraries ELSE first.own END AS not_others,
           event.attendance, event.venue ->> 'municipalityCode' AS municipality_code, event."hasLink" AS has_link,
           coalesce(event."recordingOnly", false) AS recording_only,
           event.audience, event."costShareOre" AS share,
           seats.capacity, seats.own, seats.others + seats.any AS reachable,
           time."opensAt" AS opens_at, time."closesAt" AS closes_at, time."othersCloseAt" AS others_close_at,
           price."ownOre" AS price_own, price."othersOre" AS price_others,
           invitation.scope, invitation.state, invitation.libraries, invitation.branches,
           CASE WHEN event."publishedAt" IS NOT NULL AND invitation."publishedAt" IS NOT NULL
                THEN greatest(event."publishedAt", invitation."publishedAt", invitation."visibleFrom")
                    END AS first_read,
           invitation."visibleFrom" AS visible_from, invitation."visibleUntil" AS visible_until,
           invitation."publishBy" AS publish_by,
           -- When an invitation that is bound counts as published: of a submission as late as its host says.
           greatest(states.instant, CASE WHEN cases.is_applied AND invitation.state = 'bound'
                THEN invitation."publishBy" END) AS assumed
      FROM states
      JOIN cases USING (number)
     CROSS JOIN LATERAL jsonb_to_record(states.event) AS event (id uuid, status text, "publishedAt" timestamptz,
           "daySaidAt" timestamptz,
           "startsAt" timestamptz, "endsAt" timestamptz, host uuid, "confirmedCoHosts" uuid[], attendance text,
           venue jsonb, "hasLink" boolean, "recordingOnly" boolean, audience text[], "costShareOre" bigint, seats jsonb,
           registration jsonb, prices jsonb, invitation jsonb, delivered uuid[])
     -- By the later of the two days whoever merges has merged.
     CROSS JOIN LATERAL (SELECT greatest(day_of(event."startsAt"), day_of(states.instant)) AS day) AS late
     CROSS JOIN LATERAL (SELECT CASE WHEN cases.successions IS NULL THEN event.host || event."confirmedCoHosts"
           ELSE heirs_of(event.host || event."confirmedCoHosts", cases.successions, late.day) END AS hosts) AS told
     -- G: hosts, and whoever is on a joint board with one of them; today, and by the hosts of the day of the decision.
     CROSS JOIN LATERAL (SELECT CASE WHEN cases.boards IS NULL THEN told.hosts
           ELSE own_of(told.hosts, cases.boards, cases.successions, late.day) END AS libraries) AS own
     CROSS JOIN LATERAL (SELECT CASE WHEN cases.successions IS NULL THEN cases.hosts_then
           ELSE heirs_of(cases.hosts_then, cases.successions, late.day) END AS hosts) AS once
     CROSS JOIN LATERAL (SELECT CASE WHEN cases.boards IS NULL THEN once.hosts
           ELSE own_of(once.hosts, cases.boards, cases.successions, late.day) END AS own) AS first
     CROSS JOIN LATERAL jsonb_to_record(event.seats) AS seats (capacity integer, own integer, others integer,
           "any" integer)
     CROSS JOIN LATERAL jsonb_to_record(event.registration) AS time ("opensAt" timestamptz, "closesAt" timestamptz,
           "othersCloseAt" timestamptz)
     CROSS JOIN LATERAL jsonb_to_record(event.prices) AS price ("ownOre" bigint, "othersOre" bigint)
     CROSS JOIN LATERAL jsonb_to_record(event.invitation) AS invitation (scope text, state text, libraries uuid[],
           branches uuid[], "publishedAt" timestamptz, "visibleFrom" timestamptz, "visibleUntil" timestamptz,
           "publishBy" timestamptz)
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
-- Whom a list names, a branch counting as its library.
branches AS MATERIALIZED (
    SELECT cases.number, branch."branchId" AS id, branch."libraryId" AS library_id
      FROM cases
     CROSS JOIN LATERAL jsonb_to_recordset(cases.region -> 'branches') AS branch ("branchId" uuid, "libraryId" uuid)
),
named AS MATERIALIZED (
    SELECT name.number, name.is_past, name.place,
           CASE WHEN name.successions IS NULL THEN array_agg(name.library_id)
                ELSE heirs_of(array_agg(name.library_id), name.successions, name.day) END AS libraries
      FROM (SELECT number, is_past, place, successions, day, unnest(libraries) AS library_id
              FROM events WHERE scope = 'list'
            UNION ALL
            SELECT listed.number, listed.is_past, listed.place, listed.successions, listed.day, branches.library_id
              FROM (SELECT number, is_past, place, successions, day, unnest(branches) AS id
                      FROM events WHERE scope = 'list') AS listed
              JOIN branches ON branches.number = listed.number AND branches.id = listed.id) AS name
     GROUP BY name.number, name.is_past, name.place, name.successions, name.day
),
-- Guests are the invited who are not of the hosts today: whoever came to host after the decision is invited, and no
-- guest.
invited AS MATERIALIZED (
    SELECT events.*, coalesce(others.libraries, '{}') AS others, coalesce(named.libraries, '{}') AS names,
           reached.invited, NOT reached.invited <@ events.own_libraries AS has_guests,
           NOT reached.invited <@ events.delivered AS is_missed
      FROM events
      LEFT JOIN others USING (number, is_past, place)
      LEFT JOIN named USING (number, is_past, place)
     CROSS JOIN LATERAL (SELECT ARRAY(
           SELECT other FROM unnest(others.libraries) AS other
            WHERE events.scope IN ('all', 'public')
               OR events.scope = 'list' AND other = ANY (named.libraries)) AS invited) AS reached
),
-- Who was invited when others could first read of it, and has closed since or will have on the day: that hinders
-- nothing. Whoever has merged is there as its successor.
closed AS (
    SELECT DISTINCT event.number, event.id
      FROM invited AS event
     CROSS JOIN LATERAL (SELECT day_of(least(event.first_read, event.instant)) AS day) AS read
      JOIN members AS gone ON gone.number = event.number AND gone.valid_from <= read.day AND read.day < gone.valid_to
     WHERE NOT event.is_past AND gone.library_id <> ALL (event.others || event.not_others || event.own_libraries)
       AND (event.scope IN ('all', 'public') OR event.scope = 'list' AND gone.library_id = ANY (event.names))
       AND (event.successions IS NULL
            OR heirs_of(ARRAY[gone.library_id], event.successions, event.day) = ARRAY[gone.library_id])
),
-- What does not hold. Of the faults of one predicate the first counts; P6 has two that are told beside each other.
said AS MATERIALIZED (
    SELECT DISTINCT ON (event.number, event.is_past, event.place, finding.predicate, finding.part)
           event.number, event.is_past, event.place, event.id, finding.predicate, finding.code, finding.verdict,
           finding.severity
      FROM invited AS event
      JOIN cases USING (number)
     CROSS JOIN LATERAL (SELECT
           coalesce(event.closes_at, event.starts_at) AS closes,
           event.municipality_code IS NOT NULL
               AND cases.region -> 'municipalityCodes' ? event.municipality_code AS is_inside,
           event.attendance = 'onsite' OR event.attendance = 'hybrid' AND (NOT event.has_link OR event.recording_only)
               AS wants_place) AS fact
     CROSS JOIN LATERAL (VALUES
        (1, 'P1', '', 'only_own_units_invited', 'fails', 'core', event.scope = 'list' AND event.names <> '{}'
            AND NOT event.has_guests AND event.names <@ event.own_libraries),
        (2, 'P1', '', 'invitees_not_of_the_region', 'fails', 'core', event.scope = 'list' AND event.names <> '{}'
            AND NOT event.has_guests),
        (1, 'P2', '', 'no_other_library', 'unknown', 'core', event.others <@ event.own_libraries),
        (2, 'P2', '', 'nobody_invited', 'fails', 'core', NOT event.has_guests),
        (3, 'P2', '', 'too_few_invited', 'fails', 'call', cardinality(event.invited) < least(
            cardinality(event.others), CASE WHEN cases.invite <> 'all' THEN cases.invite::integer END)),
        (1, 'P3', '', 'staff_not_named', 'fails', 'core', NOT event.audience && '{staff, heads, ambassadors}'),
        (1, 'P4', '', 'event_is_cancelled', 'fails', 'core', event.status = 'cancelled'),
        (2, 'P4', '', 'invitation_is_draft', 'fails', 'core', event.state = 'draft'),
        (3, 'P4', '', 'invitation_is_withdrawn', 'fails', 'core', event.state = 'withdrawn'),
        (4, 'P4', '', 'invitation_not_published', 'fails', 'core', event.binds AND event.state <> 'published'),
        (5, 'P4', '', 'event_not_published', 'fails', 'core', event.binds AND event.status <> 'published'),
        (6, 'P4', '', 'invitation_not_visible_yet', 'fails', 'core', event.visible_from > event.assumed),
        (7, 'P4', '', 'invitation_ends_early', 'fails', 'core', event.visible_until < event.ends_at),
        (1, 'P5', '', 'others_close_earlier', 'fails', 'core', event.others_close_at < fact.closes),
        (2, 'P5', '', 'registration_has_closed', 'fails', 'core',
            coalesce(event.others_close_at, fact.closes)
                < CASE WHEN event.binds THEN event.first_read ELSE event.assumed END),
        (3, 'P5', '', 'registration_opens_too_late', 'fails', 'core', event.opens_at > event.assumed
            AND event.opens_at > event.starts_at - cases.notice),
        (1, 'P6', 'seats', 'no_seats_for_others', 'fails', 'core', event.capacity IS NOT NULL AND event.reachable = 0),
        (2, 'P6', 'seats', 'too_few_seats_for_others', 'fails', 'call', event.capacity IS NOT NULL
            AND event.reachable < cases.least_seats),
        (3, 'P6', 'seats', 'fewer_seats_than_promised', 'fails', 'call', event.capacity IS NOT NULL
            AND CASE cases.promised_seats WHEN 'unlimited' THEN true
                     ELSE event.reachable < cases.promised_seats::integer END),
        (1, 'P6', 'share', 'own_share_too_large', 'fails', 'call', event.capacity > 0 AND event.reachable > 0
            AND event.own::double precision / event.capacity > cases.most_own),
        (1, 'P7', '', 'others_pay_more', 'fails', 'call', cases.same_price AND event.price_others > event.price_own),
        (1, 'P8', '', 'notice_too_short', 'fails', 'call',
            event.starts_at < cases.notice + CASE WHEN event.first_read IS NULL
                THEN greatest(event.assumed, event.visible_from) ELSE greatest(event.first_read, event.day_said_at) END),
        (1, 'P9', '', 'no_accepted_channel', 'unknown', 'call', event.is_missed AND NOT cases.calendar_counts
            AND NOT event.binds),
        (2, 'P9', '', 'publication_not_logged', 'fails', 'call', event.is_missed AND cases.calendar_counts
            AND event.binds AND NOT cases.is_logged),
        (3, 'P9', '', 'invitation_not_delivered', 'fails', 'call', event.is_missed AND NOT cases.calendar_counts
            AND event.binds AND cases.is_logged IS NOT NULL
            AND coalesce(event.first_read + interval '72 hours' <= event.instant, true)),
        (0, 'P10', '', 'recording_only', 'fails', 'core', event.attendance = 'online' AND event.recording_only),
        (1, 'P10', '', 'link_missing', 'fails', 'core', event.attendance = 'online' AND NOT event.has_link),
        (2, 'P10', '', 'place_unknown', 'unknown', 'core', fact.wants_place AND event.municipality_code IS NULL),
        (3, 'P10', '', 'place_outside_region', 'fails', 'core', fact.wants_place AND NOT fact.is_inside),
        (1, 'P11', '', 'event_has_begun', 'fails', 'call', NOT event.binds AND event.starts_at <= event.instant),
        (2, 'P11', '', 'outside_project_period', 'fails', 'call', day_of(event.starts_at) < cases.first_day
            OR day_of(event.ends_at - interval '1 microsecond') > cases.last_day),
        (1, 'P14', '', 'applicant_not_host', 'fails', 'core', CASE WHEN event.successions IS NULL
            THEN cases.applicant ELSE (heirs_of(ARRAY[cases.applicant], event.successions, event.day))[1] END
            <> ALL (event.hosts))
     ) AS finding (rank, predicate, part, code, verdict, severity, is_so)
     WHERE finding.is_so
     ORDER BY event.number, event.is_past, event.place, finding.predicate, finding.part, finding.rank
),
-- What a change of a funded event ends or raises, which no look at the changed event alone could show.
changes AS (
    SELECT number, false AS is_past, before, events -> 0 AS after, instant FROM cases WHERE before IS NOT NULL
    UNION ALL
    SELECT number, true, event_before, event, since FROM past WHERE event_before IS NOT NULL
),
changed AS MATERIALIZED (
    SELECT changes.number, changes.is_past, (changes.after ->> 'id')::uuid AS id, finding.predicate, finding.code,
           finding.severity
      FROM changes
      JOIN cases USING (number)
     CROSS JOIN LATERAL (SELECT
           (changes.before ->> 'startsAt')::timestamptz AS starts_at,
           (changes.before ->> 'endsAt')::timestamptz AS ends_at,
           (changes.before #>> '{registration,opensAt}')::timestamptz AS opens_at,
           coalesce(changes.before #>> '{registration,othersCloseAt}', changes.before #>> '{registration,closesAt}',
                    changes.before ->> 'startsAt')::timestamptz AS closes,
           (changes.before ->> 'publishedAt')::timestamptz AS published_at,
           greatest((changes.before #>> '{invitation,visibleFrom}')::timestamptz,
                    (changes.before #>> '{invitation,publishedAt}')::timestamptz) AS read_at,
           (changes.before #>> '{invitation,publishedAt}')::timestamptz AS invited_at) AS before
     CROSS JOIN LATERAL (SELECT
           (changes.after ->> 'startsAt')::timestamptz AS starts_at,
           (changes.after #>> '{registration,opensAt}')::timestamptz AS opens_at,
           coalesce(changes.after #>> '{registration,othersCloseAt}', changes.after #>> '{registration,closesAt}',
                    changes.after ->> 'startsAt')::timestamptz AS closes) AS after
     CROSS JOIN LATERAL (VALUES
        ('P5', 'registration_has_closed', 'core', before.closes > changes.instant AND (
            after.closes <= changes.instant
            OR coalesce(before.opens_at <= changes.instant, true) AND after.opens_at > changes.instant
            OR before.published_at IS NOT NULL AND before.invited_at IS NOT NULL
               AND after.closes - greatest(before.published_at, before.read_at, after.opens_at)
                   < before.closes - greatest(before.published_at, before.read_at, before.opens_at)
               AND after.closes < greatest(before.published_at, before.read_at, after.opens_at) + cases.notice)),
        ('P5', 'event_moved_into_the_past', 'core', after.starts_at <> before.starts_at
            AND after.starts_at <= changes.instant AND before.ends_at > changes.instant),
        ('P7', 'price_for_others_raised', 'call', cases.same_price AND (changes.after #>> '{prices,othersOre}')::bigint
            > (changes.before #>> '{prices,othersOre}')::bigint)
     ) AS finding (predicate, code, severity, is_so)
     WHERE finding.is_so
),
found AS (
    SELECT number, id, predicate, code, verdict, severity FROM said WHERE NOT is_past
    UNION
    SELECT number, id, predicate, code, 'fails', severity FROM changed WHERE NOT is_past
    UNION
    SELECT number, id, 'P2', 'invited_library_closed', 'fails', 'hint' FROM closed
    UNION
    SELECT number, id, 'P4', 'publication_overdue', 'fails', 'hint'
      FROM events
     WHERE NOT binds AND state = 'bound' AND status <> 'cancelled' AND publish_by < instant
    UNION
    SELECT cases.number, NULL, 'P12', problem.code, 'fails', 'core'
      FROM cases
      LEFT JOIN (SELECT number, sum(share) AS shared FROM events GROUP BY number) AS whole USING (number)
     CROSS JOIN LATERAL (VALUES
        ('application_has_no_events', jsonb_array_length(cases.events) = 0),
        ('costs_without_event', jsonb_array_length(cases.events) > 0
            AND cases.requested > whole.shared + CASE WHEN whole.shared > 0 THEN cases.eventless ELSE 0 END),
        ('shares_exceed_request', jsonb_array_length(cases.events) > 0 AND cases.requested < whole.shared)
     ) AS problem (code, is_so)
     WHERE NOT cases.binds AND problem.is_so
    UNION
    SELECT cases.number, claim."eventId", 'P13', CASE WHEN bool_or(claim."isGranted")
           THEN 'event_has_another_grant' ELSE 'event_in_another_application' END, 'fails', 'call'
      FROM cases
     CROSS JOIN LATERAL jsonb_to_recordset(cases.claims) AS claim ("eventId" uuid, "isGranted" boolean)
     GROUP BY cases.number, claim."eventId"
    UNION
    SELECT said.number, said.id, 'P15', 'invitation_had_a_gap', 'fails', 'core'
      FROM said
     WHERE said.is_past AND said.predicate IN ('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P10')
    UNION
    SELECT changed.number, changed.id, 'P15', 'invitation_had_a_gap', 'fails', 'core'
      FROM changed
     WHERE changed.is_past AND changed.predicate = 'P5'
),
-- What was asked of whom: where nothing was found, the predicate holds.
asked AS (
    SELECT events.number, events.id, predicate.name AS predicate, predicate.severity
      FROM events
      JOIN cases USING (number)
     CROSS JOIN LATERAL (VALUES
        ('P1', 'core', true), ('P2', 'core', true), ('P3', 'core', true), ('P4', 'core', true), ('P5', 'core', true),
        ('P6', 'core', true), ('P7', 'call', true), ('P8', 'call', true),
        ('P9', 'call', NOT cases.binds OR cases.is_logged IS NOT NULL), ('P10', 'core', true), ('P11', 'call', true),
        ('P13', 'call', cases.claims IS NOT NULL), ('P14', 'core', true), ('P15', 'core', cases.history IS NOT NULL)
     ) AS predicate (name, severity, is_asked)
     WHERE NOT events.is_past AND predicate.is_asked
    UNION ALL
    SELECT cases.number, NULL, 'P12', 'core' FROM cases WHERE NOT cases.binds
)
SELECT found.number, found.predicate, found.code, found.id, found.verdict, found.severity
  FROM found
UNION ALL
SELECT asked.number, asked.predicate, 'holds', asked.id, 'holds', asked.severity
  FROM asked
 WHERE NOT EXISTS (SELECT FROM found WHERE found.number = asked.number AND found.predicate = asked.predicate
                      AND found.severity <> 'hint' AND found.id IS NOT DISTINCT FROM asked.id)
$$;

-- The same of one snapshot.
CREATE FUNCTION rule_findings(inputs jsonb)
RETURNS TABLE (predicate text, code text, event_id uuid, verdict text, severity text) LANGUAGE sql STABLE AS $$
    SELECT predicate, code, event_id, verdict, severity FROM rule_findings_of(ARRAY[inputs])
$$;

-- Every evaluation that is kept, with what the rule says here of the inputs that it was made from: by SQL alone.
-- is_same is false where verdict or findings differ from those that are kept, or the hash is not that of the inputs.
CREATE VIEW rule_verdicts AS
SELECT kept.id, kept.application_id, kept.condition_id, kept.moment, kept.evaluated_at, kept.verdict AS kept_verdict,
       again.verdict, kept.inputs_hash = sha256(convert_to(kept.inputs, 'UTF8')) AS hash_is_right,
       kept.verdict = again.verdict AND kept_findings.list = again.list
           AND kept.inputs_hash = sha256(convert_to(kept.inputs, 'UTF8')) AS is_same,
       again.list AS findings
  FROM rule_evaluations AS kept
 CROSS JOIN LATERAL (
       SELECT CASE WHEN bool_or(found.verdict = 'fails' AND found.severity <> 'hint') THEN 'fails'
                   WHEN bool_or(found.verdict = 'unknown') THEN 'unknown' ELSE 'holds' END AS verdict,
              coalesce(array_agg(DISTINCT concat_ws(' ', found.predicate, found.code, found.verdict, found.severity,
                  found.event_id)), '{}') AS list
         FROM rule_findings(kept.inputs::jsonb) AS found) AS again
 CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(DISTINCT concat_ws(' ', found.predicate, found.reason, found.verdict, found.severity,
                  found.event)), '{}') AS list
         FROM jsonb_to_recordset(kept.findings)
              AS found (predicate text, reason text, verdict text, severity text, event text)) AS kept_findings;
