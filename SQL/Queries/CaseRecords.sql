-- name: actAs
-- From here to the end of the transaction event_versions names this person as the one who does it.
SELECT set_config('samlyft.actor', :person_id::uuid::text, true) AS actor;

-- name: eventVersions
-- Every state that these events have been in, in order, as rows of the table that they were rows of.
SELECT version.event_id, version.recorded_at, person.name AS recorded_by,
       event.id, event.calendar_uid, event.host_library_id, event.co_host_library_ids, event.confirmed_co_host_ids,
       event.title, event.kind, event.summary, event.description, event.starts_at, event.ends_at, event.all_day,
       event.attendance, event.venue_name, event.venue_street, event.venue_city, event.venue_municipality_code,
       event.online_url, event.recording_only, event.audience, event.themes, event.capacity, event.seats_own,
       event.seats_others,
       event.seats_any, event.registration_opens_at, event.registration_closes_at, event.registration_others_close_at,
       event.price_own, event.price_others, event.status, event.published_at, event.cancelled_at,
       event.cancellation_reason, event.invitation_scope, event.invitation_state, event.invited_library_ids,
       event.invited_branch_ids, event.invitation_published_at,
       event.invitation_visible_from, event.invitation_visible_until, event.invitation_publish_by,
       event.invites_region, event.sequence, event.version,
       event.created_at, event.changed_at, event.day_said_at
  FROM event_versions AS version
 CROSS JOIN LATERAL jsonb_populate_record(NULL::events, version.facts) AS event
  LEFT JOIN people AS person ON person.id = version.recorded_by
 WHERE version.event_id = ANY (:events::uuid[])
 ORDER BY version.event_id, version.version;

-- name: libraryNames
-- What every library is called, those that have closed too.
SELECT id, name
  FROM libraries;

-- name: branchNames
SELECT id, name
  FROM branches;
