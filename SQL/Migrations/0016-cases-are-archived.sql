-- What is left of a case for the archive, how its decision is appealed, what a board has decided, and what shows that
-- the libraries were invited.

-- A decision is made by delegation, or by a board and registered here. Whoever registers is `decided_by`, so that all
-- that binds who decides binds them, too: a board gives no second pair of eyes to the one who has recommended.
ALTER TABLE decisions
    ALTER COLUMN delegation_id DROP NOT NULL,
    ADD COLUMN decided_by_body text,
    ADD COLUMN meeting_on date,
    ADD COLUMN minutes_paragraph text,
    ADD COLUMN minutes_reference text,
    ADD CONSTRAINT decision_has_one_authority CHECK ((delegation_id IS NULL) = (decided_by_body IS NOT NULL)),
    ADD CONSTRAINT board_decision_names_its_minutes CHECK (
        names_minutes(decided_by_body, meeting_on, minutes_paragraph, minutes_reference)),
    ADD CONSTRAINT board_has_met CHECK (meeting_on <= (decided_at AT TIME ZONE 'Europe/Stockholm')::date);

ALTER TABLE decision_texts DROP CONSTRAINT text_kind_is_known;
ALTER TABLE decision_texts ADD CONSTRAINT text_kind_is_known
    CHECK (kind IN ('funding-rule', 'event-condition', 'report',
    'reclaim-reservation', 'legality-review', 'administrative-appeal', 'announcement', 'board-legality-review',
    'board-announcement', 'repayment', 'contact'));
INSERT INTO decision_texts (kind, language, valid_from, text) VALUES
    ('board-legality-review', 'sv', '2020-01-01', 'Så överklagar du (laglighetsprövning, 13 kap. kommunallagen): Den '
        'som är medlem i regionen får begära att Förvaltningsrätten i Malmö prövar om regionens beslut är lagligt. '
        'Skriv till Förvaltningsrätten i Malmö, Box 4522, 203 20 Malmö, vilket beslut det gäller och vad som gör det '
        'olagligt. Överklagandet ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det '
        'tillkännagavs på regionens anslagstavla att protokollet har justerats.'),
    ('board-announcement', 'sv', '2020-01-01', 'Protokollet från {board} den {day} är justerat. {paragraph}: beslut '
        '{number} i ärende {registryNumber}, {call}: {library}. Protokollet: {minutes}.'),
    ('board-legality-review', 'en', '2020-01-01', 'How to appeal (legality review, chapter 13 of the Local Government '
        'Act): a member of the region may ask the Administrative Court in Malmö (Förvaltningsrätten i Malmö, Box '
        '4522, 203 20 Malmö) whether the decision of the region is lawful. The appeal must reach the court within '
        'three weeks of the day on which it was announced on the region''s notice board that the minutes had been '
        'approved.'),
    ('board-announcement', 'en', '2020-01-01', 'The minutes of {board} of {day} have been approved. {paragraph}: '
        'decision {number} in case {registryNumber}, {call}: {library}. Minutes: {minutes}.'),
    ('contact', 'sv', '2020-01-01', 'Frågor om beslutet besvaras av {officer}, {email}.'),
    ('contact', 'en', '2020-01-01', 'Questions about the decision are answered by {officer}, {email}.');

-- An appeal that came in. What was received stays as it was recorded; how the court ended it is added once.
CREATE TABLE appeals (
    id                uuid PRIMARY KEY,
    decision_id       uuid NOT NULL REFERENCES decisions,
    -- Which of the later decisions on its grant; NULL: the decision itself.
    document_id       uuid REFERENCES grant_decisions,
    kind              text NOT NULL,
    received_on       date NOT NULL,
    appellant         text NOT NULL,
    -- The day on which the appellant got the decision: from it the time of an administrative appeal is counted.
    served_on         date,
    is_late           boolean NOT NULL,
    court             text NOT NULL DEFAULT '',
    court_case_number text NOT NULL DEFAULT '',
    recorded_by       uuid NOT NULL REFERENCES people,
    recorded_at       timestamptz NOT NULL,
    outcome           text,
    ended_on          date,
    ended_by          uuid REFERENCES people,
    ended_at          timestamptz,
    CONSTRAINT appeal_is_of_its_decision FOREIGN KEY (document_id, decision_id)
        REFERENCES decision_documents (id, decision_id),
    CONSTRAINT appeal_kind_is_known CHECK (kind IN ('legality-review', 'administrative-appeal')),
    CONSTRAINT appeal_names_its_appellant CHECK (appellant ~ '[^[:space:]]'),
    CONSTRAINT administrative_appeal_knows_when_served CHECK (
        (kind = 'administrative-appeal') = (served_on IS NOT NULL)),
    CONSTRAINT appeal_outcome_is_known CHECK (outcome IN ('rejected', 'dismissed', 'annulled', 'changed', 'withdrawn')),
    CONSTRAINT ended_appeal_is_complete CHECK (num_nulls(outcome, ended_on, ended_by, ended_at) IN (0, 4)),
    CONSTRAINT appeal_ends_after_it_came CHECK (ended_on >= received_on),
    -- Only the applicant's appeal can change a decision: of a member's the court says whether it was lawful (KL 13
    -- kap.).
    CONSTRAINT only_administrative_appeal_changes CHECK (outcome <> 'changed' OR kind = 'administrative-appeal'),
    CONSTRAINT judgment_names_its_court CHECK (outcome IS NULL OR outcome = 'withdrawn'
        OR court ~ '[^[:space:]]' AND court_case_number ~ '[^[:space:]]')
);
CREATE INDEX ON appeals (decision_id);

CREATE FUNCTION keep_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome IS NULL AND NEW.outcome IS NOT NULL
           AND (OLD.id, OLD.decision_id, OLD.document_id, OLD.kind, OLD.received_on, OLD.appellant, OLD.served_on,
           OLD.is_late,
                   OLD.recorded_by, OLD.recorded_at)
               IS NOT DISTINCT FROM (NEW.id, NEW.decision_id, NEW.document_id, NEW.kind, NEW.received_on, NEW.appellant,
                   NEW.served_on, NEW.is_late, NEW.recorded_by, NEW.recorded_at) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'an appeal stays as it was recorded'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'appeal_is_kept', TABLE = 'appeals';
END
$$;
CREATE TRIGGER appeal_is_kept BEFORE UPDATE OR DELETE ON appeals FOR EACH ROW EXECUTE FUNCTION keep_appeal();
CREATE TRIGGER appeals_are_kept BEFORE TRUNCATE ON appeals
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('appeal_is_kept');

-- Whoever has a conflict of interest notes neither that an appeal came nor how it ended.
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON appeals
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('recorded_by');
CREATE TRIGGER ending_of_appeal_is_impartial BEFORE UPDATE ON appeals
    FOR EACH ROW WHEN (OLD.ended_by IS NULL AND NEW.ended_by IS NOT NULL)
    EXECUTE FUNCTION refuse_partial('ended_by');

-- When the parties had got a decision that is appealed administratively, or a later one on its grant. The latest note
-- of one counts: what was noted before it stays.
CREATE TABLE decision_services (
    id             uuid PRIMARY KEY,
    decision_id    uuid NOT NULL REFERENCES decisions,
    -- Which of the later decisions on its grant; NULL: the decision itself.
    document_id    uuid REFERENCES grant_decisions,
    served_on      date NOT NULL,
    manner         text NOT NULL,
    shown_by       text NOT NULL,
    -- The last day to appeal, and the first on which it is final; both as the domain counts them.
    appeal_ends_on date NOT NULL,
    final_on       date NOT NULL,
    recorded_by    uuid NOT NULL REFERENCES people,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT service_is_of_its_decision FOREIGN KEY (document_id, decision_id)
        REFERENCES decision_documents (id, decision_id),
    CONSTRAINT service_manner_is_known CHECK (manner IN ('receipt', 'presumed')),
    CONSTRAINT service_says_what_shows_it CHECK (shown_by ~ '[^[:space:]]'),
    CONSTRAINT nobody_is_served_in_advance CHECK (served_on <= (recorded_at AT TIME ZONE 'Europe/Stockholm')::date),
    CONSTRAINT served_decision_has_three_weeks CHECK (appeal_ends_on >= served_on + 21 AND final_on > appeal_ends_on)
);
CREATE INDEX ON decision_services (decision_id);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_services
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_officer_is_impartial BEFORE INSERT ON decision_services
    FOR EACH ROW EXECUTE FUNCTION refuse_partial('recorded_by');

CREATE FUNCTION latest_service(decision uuid, document uuid) RETURNS SETOF decision_services
    LANGUAGE sql STABLE ROWS 1 AS $$
    SELECT served.*
      FROM decision_services AS served
     WHERE served.decision_id = latest_service.decision
       AND served.document_id IS NOT DISTINCT FROM latest_service.document
     ORDER BY served.recorded_at DESC, served.id
     LIMIT 1
$$;

-- The first day after the time to appeal, if nobody does: from the notice board, or of an administrative appeal from
-- the day on which the parties had got it. No row: the time has not begun.
CREATE FUNCTION appeal_time(decision uuid, document uuid) RETURNS TABLE (over_on date) LANGUAGE sql STABLE ROWS 1 AS $$
    WITH told AS (
        SELECT coalesce(later.appeal_kind, first.appeal_kind) AS appeal_kind
          FROM decisions AS first
          LEFT JOIN grant_decisions AS later ON later.document_id = appeal_time.document
         WHERE first.id = appeal_time.decision)
    SELECT notice.taken_down_on
      FROM announcements AS notice
      JOIN told ON told.appeal_kind = 'legality-review'
     WHERE notice.decision_id = appeal_time.decision
       AND notice.document_id IS NOT DISTINCT FROM appeal_time.document
    UNION ALL
    SELECT served.final_on
      FROM latest_service(appeal_time.decision, appeal_time.document) AS served
      JOIN told ON told.appeal_kind = 'administrative-appeal'
$$;

-- From which day a decision, or a later one on its grant, is final and binding; NULL while nobody can say: its time has
-- not begun, an appeal that came in time runs, or a court has annulled or changed it. An appeal that came late holds
-- nothing up: the decision was final before.
CREATE FUNCTION decision_final_on(decision uuid, document uuid DEFAULT NULL) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT greatest(told.over_on, max(appeal.ended_on))
      FROM appeal_time(decision_final_on.decision, decision_final_on.document) AS told
      LEFT JOIN appeals AS appeal ON appeal.decision_id = decision_final_on.decision AND NOT appeal.is_late
       AND appeal.document_id IS NOT DISTINCT FROM decision_final_on.document
     GROUP BY told.over_on
    HAVING coalesce(bool_and(appeal.outcome IN ('rejected', 'dismissed', 'withdrawn')) FILTER (
               WHERE appeal.id IS NOT NULL), true)
       AND count(*) FILTER (WHERE appeal.id IS NOT NULL AND appeal.outcome IS NULL) = 0
$$;

-- A court has taken the decision that gave a grant away, or put another in its place. A late appeal that a court has
-- tried all the same counts, too.
CREATE FUNCTION decision_is_annulled(grant_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
           SELECT FROM grants AS award
             JOIN appeals AS appeal ON appeal.decision_id = award.decision_id AND appeal.document_id IS NULL
            WHERE award.id = decision_is_annulled.grant_id AND appeal.outcome IN ('annulled', 'changed'))
$$;

CREATE FUNCTION check_decision_of_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What is with the bank is stopped by nobody here.
    IF TG_OP = 'UPDATE' AND OLD.state = 'exported' THEN
        RETURN NEW;
    END IF;
    IF decision_is_annulled(NEW.grant_id) THEN
        RAISE EXCEPTION 'the decision of grant % is annulled', NEW.grant_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'annulled_decision_pays_nothing', TABLE = 'payments';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER annulled_decision_pays_nothing BEFORE INSERT OR UPDATE OF state ON payments
    FOR EACH ROW WHEN (NEW.state IN ('attested', 'exported', 'paid')) EXECUTE FUNCTION check_decision_of_payment();

-- A case made into one file for the archive: ordered by somebody, made by the service outside of any request. Of each
-- case only the latest is kept, since it can be made again at any time from what is kept for ever.
CREATE TABLE case_archives (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    ordered_by     uuid NOT NULL REFERENCES people,
    ordered_at     timestamptz NOT NULL,
    attempts       integer NOT NULL DEFAULT 0,
    try_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    fault          text,
    made_at        timestamptz,
    size           bigint,
    content_hash   bytea,
    CONSTRAINT made_archive_is_complete CHECK (num_nulls(made_at, size, content_hash) IN (0, 3)
        AND octet_length(content_hash) = 32)
);
CREATE UNIQUE INDEX one_archive_of_a_case ON case_archives (application_id);
CREATE TABLE case_archive_pieces (
    archive_id uuid NOT NULL REFERENCES case_archives,
    position   integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (archive_id, position)
);
ALTER TABLE case_archive_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Who has ordered and who has fetched a case for the archive. It stands beside the log of the case, which is a part of
-- what is fetched and must not be changed by that.
CREATE TABLE case_archive_readings (
    id             uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES grant_applications,
    act            text NOT NULL,
    person_id      uuid NOT NULL REFERENCES people,
    happened_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The SHA-256 of what was fetched.
    content_hash   bytea,
    CONSTRAINT archive_act_is_known CHECK (act IN ('ordered', 'fetched')
        AND (act = 'fetched') = (content_hash IS NOT NULL))
);
CREATE INDEX ON case_archive_readings (application_id, happened_at);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON case_archive_readings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- When somebody of a library, logged in, first opened the page of a published event. Who it was is not kept.
CREATE TABLE invitation_readings (
    event_id      uuid NOT NULL REFERENCES events,
    library_id    uuid NOT NULL REFERENCES libraries,
    first_read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event_id, library_id)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON invitation_readings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was sent of an invitation to a library, by which channel, and the SHA-256 of what it said: where nothing else is
-- given, that of the invitation in the version that was sent. Nothing is sent yet: whoever sends writes here.
CREATE TABLE dispatches (
    event_id      uuid NOT NULL,
    event_version bigint NOT NULL,
    library_id    uuid NOT NULL REFERENCES libraries,
    channel       text NOT NULL DEFAULT 'mail',
    content_hash  bytea NOT NULL,
    queued_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    accepted_at   timestamptz,
    bounced_at    timestamptz,
    PRIMARY KEY (event_id, event_version, library_id, channel),
    CONSTRAINT dispatch_channel_is_known CHECK (channel IN ('calendar', 'mail', 'letter')),
    CONSTRAINT dispatch_hash_is_sha256 CHECK (octet_length(content_hash) = 32),
    CONSTRAINT dispatch_is_of_a_version FOREIGN KEY (event_id, event_version)
        REFERENCES event_versions (event_id, version)
);
-- What was sent, to whom and when stays; that a server has taken it, or has sent it back, is noted once.
CREATE TRIGGER dispatch_is_kept BEFORE UPDATE ON dispatches
    FOR EACH ROW WHEN (OLD.accepted_at IS DISTINCT FROM NEW.accepted_at AND OLD.accepted_at IS NOT NULL
        OR OLD.bounced_at IS DISTINCT FROM NEW.bounced_at AND OLD.bounced_at IS NOT NULL
        OR to_jsonb(OLD.*) - ARRAY['accepted_at', 'bounced_at'] <> to_jsonb(NEW.*) - ARRAY['accepted_at', 'bounced_at'])
    EXECUTE FUNCTION keep_row('dispatch_is_kept');
CREATE TRIGGER dispatches_are_never_deleted BEFORE DELETE OR TRUNCATE ON dispatches
    FOR EACH STATEMENT EXECUTE FUNCTION keep_row('dispatch_is_kept');

CREATE FUNCTION hash_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.content_hash := coalesce(NEW.content_hash, (
        SELECT invitation_hash(jsonb_populate_record(NULL::events, version.facts))
          FROM event_versions AS version
         WHERE version.event_id = NEW.event_id AND version.version = NEW.event_version));
    RETURN NEW;
END
$$;
CREATE TRIGGER dispatch_has_its_hash BEFORE INSERT ON dispatches FOR EACH ROW EXECUTE FUNCTION hash_dispatch();

-- What has come of it, channel by channel: delivered is what was taken and has not come back since.
CREATE VIEW deliveries AS
SELECT event_id, library_id, channel, max(bounced_at) AS bounced_at,
       coalesce(max(accepted_at) > coalesce(max(bounced_at), '-infinity'), false) AS is_delivered
  FROM dispatches
 GROUP BY event_id, library_id, channel;

-- What shows, library by library, that it was invited to an event. The periods come from the history of the event: a
-- version is in force until the next one, at most until its event ends. registered and refused are NULL as long as
-- nobody registers through the service.
CREATE VIEW invitation_evidence AS
WITH turns AS (
    SELECT version.event_id, version.version,
           greatest(version.recorded_at, event.invitation_visible_from) AS since,
           least(lead(version.recorded_at) OVER turn, event.ends_at, event.invitation_visible_until) AS until, event,
           own_libraries(event_hosts(event), day_of(event.starts_at)) AS hosts
      FROM event_versions AS version
     CROSS JOIN LATERAL jsonb_populate_record(NULL::events, version.facts) AS event
    WINDOW turn AS (PARTITION BY version.event_id ORDER BY version.version)
), invited AS (
    SELECT turns.event_id, turns.version, turns.since, turns.until, member AS library_id
      FROM turns
     CROSS JOIN LATERAL (SELECT members_on(day_of((turns.event).starts_at))
                         INTERSECT
                         SELECT members_on(day_of(least(turns.since, (turns.event).ends_at)))) AS found (member)
     WHERE (turns.event).status = 'published' AND (turns.event).invitation_state = 'published'
       AND turns.since < turns.until AND member <> ALL (turns.hosts)
       AND ((turns.event).invitation_scope IN ('all', 'public')
            OR (turns.event).invitation_scope = 'list' AND member = ANY (principals_on(
                   (turns.event).invited_library_ids || ARRAY(
                       SELECT branches.library_id FROM branches
                        WHERE branches.id = ANY ((turns.event).invited_branch_ids)),
                   day_of((turns.event).starts_at))))
), periods AS (
    SELECT invited.*, lag(until) OVER past IS DISTINCT FROM since AS begins
      FROM invited
    WINDOW past AS (PARTITION BY event_id, library_id ORDER BY version)
), sent AS (
    SELECT event_id, library_id, min(queued_at) FILTER (WHERE channel <> 'calendar') AS queued_at,
           min(accepted_at) FILTER (WHERE channel <> 'calendar') AS accepted_at,
           max(bounced_at) FILTER (WHERE channel <> 'calendar') AS bounced_at,
           array_agg(DISTINCT channel ORDER BY channel) AS channels
      FROM dispatches
     GROUP BY event_id, library_id
)
SELECT periods.event_id, periods.library_id, library.name AS library_name, min(periods.since) AS published_from,
       max(periods.until) AS published_until, count(*) FILTER (WHERE periods.begins) - 1 AS gaps,
       reading.first_read_at, sent.queued_at, sent.accepted_at, sent.bounced_at,
       coalesce(sent.channels, '{}') AS channels, NULL::bigint AS registered, NULL::bigint AS refused
  FROM periods
  JOIN libraries AS library ON library.id = periods.library_id
  LEFT JOIN invitation_readings AS reading USING (event_id, library_id)
  LEFT JOIN sent USING (event_id, library_id)
 GROUP BY periods.event_id, periods.library_id, library.name, reading.first_read_at, sent.queued_at, sent.accepted_at,
          sent.bounced_at, sent.channels;
