-- columns: application
-- With how it stood before a decision that is not told yet.
application.id, application.call_id, application.library_id, application.title, application.purpose,
application.requested_amount, application.status, application.registry_number, application.submitted_by,
application.submitted_at, application.case_officer_id, application.created_by, application.version,
application.changed_at, application.question_version, application.track_id, application.round_id, application.areas,
application.priority_groups, application.own_hours, application.own_hourly_cost, application.other_funding,
untold.found_status, untold.found_version, untold.found_changed_at

-- name: get
SELECT :application_columns
  FROM grant_applications AS application
  LEFT JOIN LATERAL untold_decision(application.id) AS untold ON true
 WHERE application.id = :id;

-- name: lock
-- One application, held until the transaction ends. Read the facts of its events in a later statement, never in this
-- one.
SELECT id
  FROM grant_applications
 WHERE id = :id
   FOR NO KEY UPDATE;

-- name: list
-- Those of these libraries and those in which they apply together with another, and where :received every one that the
-- region has received; in the order asked for, else the latest change first. Whoever is not of the region finds what
-- may not be told yet as the decision found it, and in that place of the list.
SELECT :application_columns
  FROM grant_applications AS application
  JOIN libraries AS library ON library.id = application.library_id
  LEFT JOIN LATERAL untold_decision(application.id) AS untold ON true
 WHERE (application.library_id = ANY (:libraries::uuid[])
        OR (:received::boolean AND application.submitted_at IS NOT NULL)
        OR application.id IN (SELECT partner.application_id
                                FROM application_partners AS partner
                               WHERE partner.library_id = ANY (:libraries::uuid[]) AND partner.role = 'co-applicant'))
   AND (:status::text IS NULL
        OR CASE WHEN :received::boolean THEN application.status
                ELSE coalesce(untold.found_status, application.status) END = :status)
   AND (:call_id::uuid IS NULL OR application.call_id = :call_id)
   AND (:officer_id::uuid IS NULL OR :received::boolean AND application.case_officer_id = :officer_id)
   AND (NOT :of_nobody::boolean OR :received::boolean AND application.case_officer_id IS NULL)
   AND (:text::text IS NULL
        OR strpos(lower(concat_ws(' ', application.title, application.registry_number, library.name)),
                  lower(:text)) > 0)
 ORDER BY CASE WHEN :order_by::text = 'received' THEN application.submitted_at END,
          CASE WHEN :order_by = 'amount' THEN application.requested_amount END DESC,
          CASE WHEN :received::boolean THEN application.changed_at
               ELSE coalesce(untold.found_changed_at, application.changed_at) END DESC, application.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM grant_applications AS application
  JOIN libraries AS library ON library.id = application.library_id
  LEFT JOIN LATERAL untold_decision(application.id) AS untold ON true
 WHERE (application.library_id = ANY (:libraries::uuid[])
        OR (:received::boolean AND application.submitted_at IS NOT NULL)
        OR application.id IN (SELECT partner.application_id
                                FROM application_partners AS partner
                               WHERE partner.library_id = ANY (:libraries::uuid[]) AND partner.role = 'co-applicant'))
   AND (:status::text IS NULL
        OR CASE WHEN :received::boolean THEN application.status
                ELSE coalesce(untold.found_status, application.status) END = :status)
   AND (:call_id::uuid IS NULL OR application.call_id = :call_id)
   AND (:officer_id::uuid IS NULL OR :received::boolean AND application.case_officer_id = :officer_id)
   AND (NOT :of_nobody::boolean OR :received::boolean AND application.case_officer_id IS NULL)
   AND (:text::text IS NULL
        OR strpos(lower(concat_ws(' ', application.title, application.registry_number, library.name)),
                  lower(:text)) > 0);

-- name: eventsOf
-- The events of these applications with the share of the money that each is to have, in the order of their ids.
SELECT application_id, event_id, cost_share
  FROM application_events
 WHERE application_id = ANY (:applications::uuid[])
 ORDER BY application_id, event_id;

-- name: budgetOf
SELECT application_id, kind, amount
  FROM budget_lines
 WHERE application_id = ANY (:applications::uuid[])
 ORDER BY application_id, position;

-- name: textsOf
-- The standard fields of text that are filled in.
SELECT application_id, field, content
  FROM application_texts
 WHERE application_id = ANY (:applications::uuid[])
 ORDER BY application_id, field;

-- name: answersOf
SELECT application_id, question_id, content
  FROM application_answers
 WHERE application_id = ANY (:applications::uuid[])
 ORDER BY application_id, question_id, position;

-- name: insert
INSERT INTO grant_applications (id, call_id, library_id, title, purpose, requested_amount, track_id, areas,
                                priority_groups, own_hours, own_hourly_cost, other_funding, created_by)
VALUES (:id, :call_id, :library_id, :title, :purpose, :requested_amount, :track_id, :areas, :priority_groups,
        :own_hours, :own_hourly_cost, :other_funding, :created_by);

-- name: update
-- Writes the draft and moves its version. Only for one that is locked.
UPDATE grant_applications
   SET title = :title, purpose = :purpose, requested_amount = :requested_amount, track_id = :track_id,
       areas = :areas, priority_groups = :priority_groups, own_hours = :own_hours,
       own_hourly_cost = :own_hourly_cost, other_funding = :other_funding, version = version + 1,
       changed_at = clock_timestamp()
 WHERE id = :id;

-- name: setEvents
-- The events and their shares, as two arrays of one length. A line that is there keeps when it was claimed.
INSERT INTO application_events (application_id, event_id, cost_share)
SELECT :application_id, share.event_id, share.cost_share
  FROM unnest(:events::uuid[], :cost_shares::bigint[]) AS share (event_id, cost_share)
ON CONFLICT (application_id, event_id) DO UPDATE SET cost_share = excluded.cost_share;

-- name: insertSuccessor
-- The event that has taken the place of another in the grant of an application which is reopened, with the other's
-- share.
INSERT INTO application_events (application_id, event_id, cost_share)
SELECT application_id, :successor_id, cost_share
  FROM application_events
 WHERE application_id = :application_id AND event_id = :event_id;

-- name: deleteReplaced
DELETE FROM application_events
 WHERE application_id = :application_id AND event_id = :event_id;

-- name: clearEvents
-- Takes away the events that are none of :kept.
DELETE FROM application_events
 WHERE application_id = :application_id AND event_id <> ALL (:kept::uuid[]);

-- name: setBudget
-- The budget lines in order, as two arrays of one length.
INSERT INTO budget_lines (application_id, position, kind, amount)
SELECT :application_id, line.position, line.kind, line.amount
  FROM unnest(:kinds::text[], :amounts::bigint[]) WITH ORDINALITY AS line (kind, amount, position);

-- name: clearBudget
DELETE FROM budget_lines
 WHERE application_id = :application_id;

-- name: setTexts
-- The standard fields of text, as two arrays of one length.
INSERT INTO application_texts (application_id, field, content)
SELECT :application_id, text.field, text.content
  FROM unnest(:fields::text[], :contents::text[]) AS text (field, content);

-- name: clearTexts
DELETE FROM application_texts
 WHERE application_id = :application_id AND field = ANY (:fields::text[]);

-- name: setAnswers
-- Every value of every answer, as three arrays of one length.
INSERT INTO application_answers (application_id, question_id, position, content)
SELECT :application_id, answer.question_id, answer.position, answer.content
  FROM unnest(:questions::uuid[], :positions::bigint[], :contents::text[]) AS answer (question_id, position, content);

-- name: clearAnswers
DELETE FROM application_answers
 WHERE application_id = :application_id;

-- name: submit
-- From here it keeps the questions that its call asks now, and the round that is open.
UPDATE grant_applications
   SET status = 'submitted', registry_number = :registry_number, submitted_by = :submitted_by,
       submitted_at = :submitted_at, round_id = :round_id,
       question_version = (SELECT question_version FROM calls WHERE calls.id = grant_applications.call_id),
       version = version + 1, changed_at = clock_timestamp()
 WHERE id = :id;

-- name: setStatus
UPDATE grant_applications
   SET status = :status, case_officer_id = coalesce(:case_officer_id::uuid, case_officer_id),
       closing_note = coalesce(:closing_note::text, closing_note), version = version + 1,
       changed_at = clock_timestamp()
 WHERE id = :id;

-- name: nextRegistryNumber
-- The next number of the year. The row stays locked until the transaction ends, so that no number is lost.
INSERT INTO registry_series AS series (year, last_number)
VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last_number = series.last_number + 1
RETURNING last_number;

-- name: insertSnapshot
INSERT INTO application_snapshots (application_id, application_version, taken_at, content, content_hash)
VALUES (:application_id, :application_version, :taken_at, :content, :content_hash);

-- name: snapshots
SELECT application_version, taken_at, content, content_hash, content_version
  FROM application_snapshots
 WHERE application_id = :application_id
 ORDER BY application_version;

-- name: recordCaseEvent
-- The next event of a case whose application is locked.
INSERT INTO case_events (application_id, number, actor_id, kind, detail)
SELECT :application_id, coalesce(max(number), 0) + 1, :actor_id::uuid, :kind::text, :detail::text
  FROM case_events
 WHERE application_id = :application_id;

-- name: caseEvents
SELECT case_event.number, case_event.happened_at, case_event.kind, case_event.detail, person.name AS actor_name
  FROM case_events AS case_event
  LEFT JOIN people AS person ON person.id = case_event.actor_id
 WHERE case_event.application_id = :application_id
 ORDER BY case_event.number;

-- name: participants
-- Everybody who wrote or signed on the applicant's side of a case, before the decision and after it, or wrote in one of
-- its events before it came into the case; also in an event that took the place of another.
WITH own_events AS (
    SELECT share.event_id, coalesce(share.claimed_at, application.submitted_at) AS since
      FROM application_events AS share
      JOIN grant_applications AS application ON application.id = share.application_id
     WHERE application.id = :application_id
    UNION ALL
    SELECT condition.event_id, condition.held_since
      FROM grants AS award
      JOIN conditions AS condition ON condition.grant_id = award.id
     WHERE award.application_id = :application_id
       AND condition.event_id NOT IN (SELECT event_id FROM application_events WHERE application_id = :application_id)
)
SELECT actor_id AS person_id
  FROM case_events
 WHERE application_id = :application_id AND actor_id IS NOT NULL
   AND kind IN ('draft', 'edit', 'submit', 'edit-completion', 'complete', 'withdraw', 'deviation', 'reply', 'co-apply',
                'not-co-apply', 'ask-to-sign', 'accept', 'decline', 'payee', 'payment-request', 'change-request',
                'change-withdrawal', 'successor', 'successor-proposal', 'report')
UNION
SELECT created_by FROM grant_applications WHERE id = :application_id AND created_by IS NOT NULL
UNION
SELECT draft.saved_by
  FROM grants AS award
  JOIN report_drafts AS draft ON draft.grant_id = award.id
 WHERE award.application_id = :application_id
UNION
SELECT event.created_by
  FROM own_events
  JOIN events AS event ON event.id = own_events.event_id
 WHERE event.created_by IS NOT NULL
UNION
SELECT version.recorded_by
  FROM own_events
  JOIN event_versions AS version ON version.event_id = own_events.event_id AND version.recorded_at <= own_events.since
 WHERE version.recorded_by IS NOT NULL
       -- A decision writes in the event too, by publishing its invitation or moving it; that is no part on the
       -- applicant's side.
   AND version.recorded_by NOT IN (
           SELECT decision.decided_by
             FROM decisions AS decision
             JOIN application_events AS decided ON decided.application_id = decision.application_id
            WHERE decided.event_id = own_events.event_id
           UNION ALL
           SELECT decision.decided_by
             FROM grant_decisions AS decision
             JOIN conditions AS decided ON decided.grant_id = decision.grant_id
            WHERE decided.event_id = own_events.event_id);

-- name: preparers
-- Everybody who has prepared a case.
SELECT DISTINCT person_id
  FROM preparers(:application_id::uuid) AS person_id
 WHERE person_id IS NOT NULL;

-- name: insertRecommendation
INSERT INTO recommendations (application_id, application_version, outcome, amount, reasons, event_versions,
                             recommended_by, recommended_at)
VALUES (:application_id, :application_version, :outcome, :amount, :reasons, :event_versions, :recommended_by,
        :recommended_at);

-- name: latestRecommendation
SELECT application_version, outcome, amount, reasons, event_versions, recommended_by, recommended_at
  FROM recommendations
 WHERE application_id = :application_id
 ORDER BY application_version DESC
 LIMIT 1;

-- name: liveOfEvent
-- Applications that still count on the event, or of which nobody may know yet that they do not.
SELECT application.id
  FROM application_events AS share
  JOIN grant_applications AS application ON application.id = share.application_id
 WHERE share.event_id = :event_id
   AND (application.status NOT IN ('rejected', 'dismissed', 'withdrawn', 'lapsed') OR is_untold(application.id))
 ORDER BY application.id;

-- name: invitationsToRelease
-- The events whose invitation was bound for cases that have come to nothing, as everybody may know by now, and that
-- their hosts have left as they were since.
SELECT event.id
  FROM events AS event
 WHERE event.invitation_state = 'bound' AND event.status <> 'cancelled'
   AND EXISTS (SELECT FROM application_events AS share
                 JOIN grant_applications AS application ON application.id = share.application_id
                WHERE share.event_id = event.id AND application.changed_at >= event.changed_at
                  AND application.status IN ('rejected', 'dismissed', 'withdrawn', 'lapsed'))
   AND NOT EXISTS (SELECT FROM application_events AS share
                     JOIN grant_applications AS application ON application.id = share.application_id
                    WHERE share.event_id = event.id
                      AND (application.status NOT IN ('rejected', 'dismissed', 'withdrawn', 'lapsed')
                           OR is_untold(application.id)))
 ORDER BY event.id;

-- name: isInReceivedApplication
-- Whether the region has received an application that counts on the event, and so may read it.
SELECT EXISTS (
       SELECT FROM application_events AS share
         JOIN grant_applications AS application ON application.id = share.application_id
        WHERE share.event_id = :event_id AND application.submitted_at IS NOT NULL) AS is_received;
