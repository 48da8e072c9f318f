-- Training events. Everything that the funding rule reads of an event stands on the event's own row, so that one row
-- lock holds it all still, and one trigger can say whether the event invites the region.

CREATE TABLE events (
    id                           uuid PRIMARY KEY,
    calendar_uid                 text NOT NULL UNIQUE,
    host_library_id              uuid NOT NULL REFERENCES libraries,
    co_host_library_ids          uuid[] NOT NULL DEFAULT '{}',
    confirmed_co_host_ids        uuid[] NOT NULL DEFAULT '{}',
    title                        text NOT NULL,
    kind                         text NOT NULL,
    summary                      text NOT NULL DEFAULT '',
    description                  text NOT NULL DEFAULT '',
    starts_at                    timestamptz NOT NULL,
    ends_at                      timestamptz NOT NULL,
    time_zone                    text NOT NULL DEFAULT 'Europe/Stockholm',
    all_day                      boolean NOT NULL DEFAULT false,
    attendance                   text NOT NULL,
    venue_name                   text,
    venue_street                 text,
    venue_city                   text,
    venue_municipality_code      text REFERENCES municipalities,
    online_url                   text,
    -- The link leads to a recording, and to nothing that one takes part in.
    recording_only               boolean NOT NULL DEFAULT false,
    audience                     text[] NOT NULL DEFAULT '{staff}',
    themes                       text[] NOT NULL DEFAULT '{}',
    capacity                     integer,
    seats_own                    integer NOT NULL DEFAULT 0,
    seats_others                 integer NOT NULL DEFAULT 0,
    seats_any                    integer NOT NULL DEFAULT 0,
    registration_opens_at        timestamptz,
    registration_closes_at       timestamptz,
    registration_others_close_at timestamptz,
    price_own                    bigint NOT NULL DEFAULT 0,
    price_others                 bigint NOT NULL DEFAULT 0,
    status                       text NOT NULL DEFAULT 'draft',
    published_at                 timestamptz,
    cancelled_at                 timestamptz,
    cancellation_reason          text,
    invitation_scope             text NOT NULL DEFAULT 'own',
    invitation_state             text NOT NULL DEFAULT 'draft',
    invited_library_ids          uuid[] NOT NULL DEFAULT '{}',
    invited_branch_ids           uuid[] NOT NULL DEFAULT '{}',
    invitation_published_at      timestamptz,
    invitation_visible_from      timestamptz,
    invitation_visible_until     timestamptz,
    invitation_publish_by        timestamptz,
    invites_region               boolean NOT NULL DEFAULT false,
    sequence                     integer NOT NULL DEFAULT 0,
    version                      bigint NOT NULL DEFAULT 1,
    created_by                   uuid REFERENCES people,
    created_at                   timestamptz NOT NULL DEFAULT now(),
    changed_at                   timestamptz NOT NULL DEFAULT now(),
    -- When another day was said than it was published with; a trigger says so (0015). NULL: it is the same day.
    day_said_at                  timestamptz,
    search_text                  tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('swedish',
        title || ' ' || summary || ' ' || description || ' ' || coalesce(venue_name, '')
            || ' ' || coalesce(venue_city, '')
    )) STORED,

    -- What the composite foreign key of a held condition points at (docs/rules.md, funded_event_invites_region).
    CONSTRAINT event_says_whether_it_invites_region UNIQUE (id, invites_region),
    CONSTRAINT event_has_a_title CHECK (title ~ '[^[:space:]]' AND char_length(title) <= 200),
    -- Whoever is named as co-host hosts nothing until one of its editors says so.
    CONSTRAINT only_co_hosts_confirm CHECK (confirmed_co_host_ids <@ co_host_library_ids),
    CONSTRAINT event_kind_is_known CHECK (kind IN ('lecture', 'training-day', 'workshop', 'webinar', 'network-meeting',
        'study-visit', 'conference', 'retreat', 'learning-circle', 'branch-visit')),
    CONSTRAINT event_ends_after_it_starts CHECK (ends_at > starts_at),
    CONSTRAINT attendance_is_known CHECK (attendance IN ('onsite', 'online', 'hybrid')),
    CONSTRAINT recording_is_watched_online CHECK (NOT recording_only OR attendance <> 'onsite'),
    CONSTRAINT seats_are_positive CHECK (capacity IS NULL OR capacity > 0),
    CONSTRAINT seat_pools_fill_the_capacity CHECK (seats_own >= 0 AND seats_others >= 0 AND seats_any >= 0
        AND seats_own + seats_others + seats_any = coalesce(capacity, 0)),
    CONSTRAINT registration_opens_before_it_closes CHECK (registration_opens_at < registration_closes_at),
    CONSTRAINT prices_are_not_negative CHECK (price_own >= 0 AND price_others >= 0),
    CONSTRAINT event_status_is_known CHECK (status IN ('draft', 'published', 'cancelled')),
    CONSTRAINT published_event_has_its_time CHECK (status <> 'published' OR published_at IS NOT NULL),
    CONSTRAINT cancelled_event_has_its_reason CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)
        AND (status = 'cancelled') = (cancellation_reason IS NOT NULL)),
    CONSTRAINT invitation_scope_is_known CHECK (invitation_scope IN ('all', 'list', 'public', 'own')),
    CONSTRAINT invitation_state_is_known CHECK (invitation_state IN ('draft', 'bound', 'published', 'withdrawn')),
    CONSTRAINT published_invitation_has_its_time CHECK (
        invitation_state <> 'published' OR invitation_published_at IS NOT NULL),
    CONSTRAINT invitation_is_seen_before_it_is_no_longer CHECK (invitation_visible_from < invitation_visible_until),
    CONSTRAINT invitation_is_published_before_it_is_no_longer_seen CHECK (
        invitation_publish_by < invitation_visible_until),
    CONSTRAINT only_a_list_names_invitees CHECK (
        invitation_scope = 'list' OR (invited_library_ids = '{}' AND invited_branch_ids = '{}'))
);
CREATE INDEX events_by_start ON events (starts_at, id) WHERE status <> 'draft';
CREATE INDEX events_by_host ON events (host_library_id, starts_at);
CREATE INDEX events_by_search_text ON events USING gin (search_text);
CREATE INDEX events_by_co_host ON events USING gin (co_host_library_ids);
CREATE INDEX events_by_confirmed_co_host ON events USING gin (confirmed_co_host_ids);

-- Every state an event has been in, as it was. Nothing is ever taken out.
CREATE TABLE event_versions (
    event_id   uuid NOT NULL REFERENCES events,
    version    bigint NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- NULL: nobody said who, as when it was done past the service.
    recorded_by uuid REFERENCES people,
    facts      jsonb NOT NULL,
    PRIMARY KEY (event_id, version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = 'records_are_never_changed', TABLE = TG_TABLE_NAME;
END
$$;
-- What is kept for other reasons than that it is a record, under the name that the trigger gives; it says which
-- columns.
CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % is kept as it is', TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END
$$;
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is decided once, when the service is installed. Calendars know an event by its UID for ever (RFC 5545 3.8.4.7),
-- so the host that stands in new UIDs is no setting that could change with the address of the service.
CREATE TABLE installation (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    calendar_host text NOT NULL,
    decided_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT calendar_host_is_a_host_name CHECK (
        calendar_host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' AND char_length(calendar_host) <= 253)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON installation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever changes an event, by this service or by hand, moves its version: so no state is missing in the history. To
-- write what stands already changes nothing, and moves none.
CREATE FUNCTION move_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept CONSTANT text[] := '{version,search_text}';
BEGIN
    NEW.version := OLD.version + CASE WHEN to_jsonb(NEW) - kept = to_jsonb(OLD) - kept THEN 0 ELSE 1 END;
    RETURN NEW;
END
$$;
CREATE TRIGGER version_moves BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION move_version();

-- Who does it is said by the transaction (CaseRecords.actAs); of a new event its row says so too.
CREATE FUNCTION record_event_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.version = NEW.version THEN
        RETURN NULL;
    END IF;
    INSERT INTO event_versions (event_id, version, recorded_by, facts)
    VALUES (NEW.id, NEW.version, coalesce(nullif(current_setting('samlyft.actor', true), '')::uuid,
        CASE TG_OP WHEN 'INSERT' THEN NEW.created_by END), to_jsonb(NEW));
    RETURN NULL;
END
$$;
CREATE TRIGGER event_history_is_kept AFTER INSERT OR UPDATE ON events
    FOR EACH ROW EXECUTE FUNCTION record_event_version();

-- What every reader of the calendar and of its feed is told of an invitation, as SHA-256. Instants stand there as
-- numbers, since their text depends on who asks.
CREATE FUNCTION invitation_hash(event events) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_build_array(event.title, event.summary, event.description, event.kind,
        extract(epoch FROM event.starts_at), extract(epoch FROM event.ends_at), event.attendance, event.venue_name,
        event.venue_street, event.venue_city, event.venue_municipality_code, event.recording_only, event.audience,
        event.capacity,
        event.seats_own, event.seats_others, event.seats_any, extract(epoch FROM event.registration_opens_at),
        extract(epoch FROM event.registration_closes_at), extract(epoch FROM event.registration_others_close_at),
        event.price_own, event.price_others, event.host_library_id, event.confirmed_co_host_ids,
        event.invitation_scope, event.invited_library_ids, event.invited_branch_ids)::text, 'UTF8'))
$$;

-- The log of the region's calendar as a channel: which invitation could be read there, from when, in which version. One
-- row for each that says something else than the one before. Nothing is ever taken out.
CREATE TABLE invitation_publications (
    event_id     uuid NOT NULL REFERENCES events,
    version      bigint NOT NULL,
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    content_hash bytea NOT NULL,
    PRIMARY KEY (event_id, version)
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON invitation_publications
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether what stands in the calendar now is what the log says last.
CREATE FUNCTION invitation_is_logged(event events) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT publication.content_hash = invitation_hash(event)
           FROM invitation_publications AS publication
          WHERE publication.event_id = event.id
          ORDER BY publication.version DESC
          LIMIT 1), false)
$$;

-- Whether the region sees an event now: the window of its invitation is open.
CREATE FUNCTION is_seen(event events) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(event.invitation_visible_from <= clock_timestamp(), true)
       AND coalesce(clock_timestamp() < event.invitation_visible_until, true)
$$;

CREATE FUNCTION log_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NOT invitation_is_logged(NEW) THEN
        INSERT INTO invitation_publications (event_id, version, content_hash)
        VALUES (NEW.id, NEW.version, invitation_hash(NEW));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publication_is_logged AFTER INSERT OR UPDATE ON events
    FOR EACH ROW WHEN (NEW.status = 'published' AND NEW.invitation_state = 'published' AND is_seen(NEW))
    EXECUTE FUNCTION log_publication();

-- Arrays carry no foreign keys, so the row is asked here whether it names libraries and branches that exist.
CREATE FUNCTION check_named_libraries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(NEW.co_host_library_ids || NEW.invited_library_ids) AS named (id)
                WHERE NOT EXISTS (SELECT FROM libraries WHERE libraries.id = named.id))
       OR EXISTS (SELECT FROM unnest(NEW.invited_branch_ids) AS named (id)
                   WHERE NOT EXISTS (SELECT FROM branches WHERE branches.id = named.id)) THEN
        RAISE EXCEPTION 'the event names a library that does not exist'
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'event_names_known_libraries', TABLE = 'events';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER event_names_known_libraries BEFORE INSERT OR UPDATE OF co_host_library_ids, invited_library_ids,
    invited_branch_ids ON events FOR EACH ROW EXECUTE FUNCTION check_named_libraries();
