-- columns: event
-- One event with its invitation.
id, calendar_uid, host_library_id, co_host_library_ids, confirmed_co_host_ids, title, kind, summary, description,
starts_at, ends_at, all_day, attendance, venue_name, venue_street, venue_city, venue_municipality_code, online_url,
recording_only, audience, themes, capacity, seats_own, seats_others, seats_any, registration_opens_at,
registration_closes_at,
registration_others_close_at, price_own, price_others, status, published_at, cancelled_at, cancellation_reason,
invitation_scope, invitation_state, invited_library_ids, invited_branch_ids, invitation_published_at,
invitation_visible_from, invitation_visible_until, invitation_publish_by, invites_region, sequence, version,
created_at, changed_at, day_said_at

-- name: get
-- One event with its invitation, whatever its status: the reader decides who may see it.
SELECT :event_columns
  FROM events
 WHERE id = :id;

-- name: some
-- The events with these ids, in the order of their ids.
SELECT :event_columns
  FROM events
 WHERE id = ANY (:ids::uuid[])
 ORDER BY id;

-- name: lock
-- Holds the events until the transaction ends, by id order. Read what is not on these rows in a later statement: this
-- one still sees the other tables as they were before it waited (docs/rules.md, Locks; PostgreSQL 13.2.1).
SELECT :event_columns
  FROM events
 WHERE id = ANY (:ids::uuid[])
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: list
-- What the calendar shows, by start. Every filter may be left out.
SELECT :event_columns
  FROM events
 WHERE status <> 'draft' AND published_at IS NOT NULL AND is_seen(events)
   AND (:from::timestamptz IS NULL OR ends_at > :from)
   AND (:until::timestamptz IS NULL OR starts_at < :until)
   AND (:kind::text IS NULL OR kind = :kind)
   AND (:theme::text IS NULL OR :theme = ANY (themes))
   AND (:host::uuid IS NULL OR host_library_id = :host OR confirmed_co_host_ids @> ARRAY[:host])
   AND (:municipality::text IS NULL OR venue_municipality_code = :municipality OR EXISTS (
        SELECT FROM libraries
         WHERE libraries.id = host_library_id AND libraries.municipality_code = :municipality))
   AND (:online::boolean IS NULL OR (attendance <> 'onsite') = :online)
   AND (:words::text IS NULL OR search_text @@ websearch_to_tsquery('swedish', :words))
 ORDER BY starts_at, id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
-- How many events the same filters leave.
SELECT count(*) AS total
  FROM events
 WHERE status <> 'draft' AND published_at IS NOT NULL AND is_seen(events)
   AND (:from::timestamptz IS NULL OR ends_at > :from)
   AND (:until::timestamptz IS NULL OR starts_at < :until)
   AND (:kind::text IS NULL OR kind = :kind)
   AND (:theme::text IS NULL OR :theme = ANY (themes))
   AND (:host::uuid IS NULL OR host_library_id = :host OR confirmed_co_host_ids @> ARRAY[:host])
   AND (:municipality::text IS NULL OR venue_municipality_code = :municipality OR EXISTS (
        SELECT FROM libraries
         WHERE libraries.id = host_library_id AND libraries.municipality_code = :municipality))
   AND (:online::boolean IS NULL OR (attendance <> 'onsite') = :online)
   AND (:words::text IS NULL OR search_text @@ websearch_to_tsquery('swedish', :words));

-- name: ofHosts
-- Everything that these libraries host, drafts too, the latest first.
SELECT :event_columns
  FROM events
 WHERE host_library_id = ANY (:hosts::uuid[]) OR co_host_library_ids && :hosts::uuid[]
 ORDER BY starts_at DESC, id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countOfHosts
SELECT count(*) AS total
  FROM events
 WHERE host_library_id = ANY (:hosts::uuid[]) OR co_host_library_ids && :hosts::uuid[];

-- name: feed
-- The public feed: what is published, from :since on, and what is cancelled until seven days after it would have ended.
SELECT :event_columns
  FROM events
 WHERE status <> 'draft' AND published_at IS NOT NULL AND is_seen(events)
   AND ends_at > :since::timestamptz
   AND (status = 'published' OR ends_at > :cancelled_since::timestamptz)
 ORDER BY starts_at, calendar_uid;

-- name: insert
INSERT INTO events (id, calendar_uid, host_library_id, co_host_library_ids, confirmed_co_host_ids, title, kind,
        summary, description, starts_at, ends_at, all_day,
        attendance, venue_name, venue_street, venue_city, venue_municipality_code, online_url, recording_only,
        audience, themes,
        capacity, seats_own, seats_others, seats_any, registration_opens_at, registration_closes_at,
        registration_others_close_at, price_own, price_others, status, published_at, cancelled_at,
        cancellation_reason, invitation_scope, invitation_state, invited_library_ids, invited_branch_ids,
        invitation_published_at, invitation_visible_from, invitation_visible_until, invitation_publish_by,
        sequence, created_at, changed_at, created_by)
VALUES (:id, :calendar_uid, :host_library_id, :co_host_library_ids, :confirmed_co_host_ids, :title, :kind, :summary,
        :description, :starts_at, :ends_at,
        :all_day, :attendance, :venue_name, :venue_street, :venue_city, :venue_municipality_code, :online_url,
        :recording_only,
        :audience, :themes, :capacity, :seats_own, :seats_others, :seats_any, :registration_opens_at,
        :registration_closes_at, :registration_others_close_at, :price_own, :price_others, :status, :published_at,
        :cancelled_at, :cancellation_reason, :invitation_scope, :invitation_state, :invited_library_ids,
        :invited_branch_ids, :invitation_published_at, :invitation_visible_from, :invitation_visible_until,
        :invitation_publish_by, :sequence, :created_at, :changed_at, :created_by)
RETURNING version, invites_region, day_said_at;

-- name: update
-- Writes the whole event; a trigger moves its version. Only for one that is locked.
UPDATE events
   SET host_library_id = :host_library_id,
       co_host_library_ids = :co_host_library_ids,
       confirmed_co_host_ids = :confirmed_co_host_ids,
       title = :title,
       kind = :kind,
       summary = :summary,
       description = :description,
       starts_at = :starts_at,
       ends_at = :ends_at,
       all_day = :all_day,
       attendance = :attendance,
       venue_name = :venue_name,
       venue_street = :venue_street,
       venue_city = :venue_city,
       venue_municipality_code = :venue_municipality_code,
       online_url = :online_url,
       recording_only = :recording_only,
       audience = :audience,
       themes = :themes,
       capacity = :capacity,
       seats_own = :seats_own,
       seats_others = :seats_others,
       seats_any = :seats_any,
       registration_opens_at = :registration_opens_at,
       registration_closes_at = :registration_closes_at,
       registration_others_close_at = :registration_others_close_at,
       price_own = :price_own,
       price_others = :price_others,
       status = :status,
       published_at = :published_at,
       cancelled_at = :cancelled_at,
       cancellation_reason = :cancellation_reason,
       invitation_scope = :invitation_scope,
       invitation_state = :invitation_state,
       invited_library_ids = :invited_library_ids,
       invited_branch_ids = :invited_branch_ids,
       invitation_published_at = :invitation_published_at,
       invitation_visible_from = :invitation_visible_from,
       invitation_visible_until = :invitation_visible_until,
       invitation_publish_by = :invitation_publish_by,
       sequence = :sequence,
       changed_at = :changed_at
 WHERE id = :id
RETURNING version, invites_region, day_said_at;
