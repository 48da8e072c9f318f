-- columns: change
change.id, change.grant_id, change.number, change.kind, change.event_id, change.new_event_id, change.starts_before,
change.ends_before, change.starts_after, change.ends_after, change.scope_before, change.scope_after, change.reasons,
change.requested_by, change.requested_at

-- name: ofGrant
-- What was asked to change of a grant, the oldest first, with how it was decided.
SELECT :change_columns, decided.document_id, decided.kind AS decided_kind, decided.reasons AS decided_reasons,
       decided.decided_by, decided.decided_at, decided.amount_before AS decided_amount_before,
       EXISTS (SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = decided.document_id)
           AS decision_is_reopened,
       document.number AS document_number, withdrawal.withdrawn_at
  FROM change_requests AS change
  LEFT JOIN change_withdrawals AS withdrawal ON withdrawal.change_id = change.id
  LEFT JOIN grant_decisions AS decided ON decided.document_id IN (SELECT deciding(change.id))
  LEFT JOIN decision_documents AS document ON document.id = decided.document_id
 WHERE change.grant_id = :grant_id
 ORDER BY change.number;

-- name: sharesOfGrant
-- The shares of the changes of amounts of a grant.
SELECT share.change_id, share.condition_id, share.amount_before, share.amount_after
  FROM change_shares AS share
  JOIN change_requests AS change ON change.id = share.change_id
  JOIN conditions AS condition ON condition.id = share.condition_id
 WHERE change.grant_id = :grant_id
 ORDER BY condition.event_id;

-- name: insertChange
INSERT INTO change_requests (id, grant_id, number, kind, event_id, new_event_id, starts_before, ends_before,
                             starts_after, ends_after, scope_before, scope_after, reasons, requested_by, requested_at)
VALUES (:id, :grant_id, :number, :kind, :event_id::uuid, :new_event_id::uuid, :starts_before::timestamptz,
        :ends_before::timestamptz, :starts_after::timestamptz, :ends_after::timestamptz, :scope_before::text,
        :scope_after::text, :reasons, :requested_by, :requested_at);

-- name: agreeTo
-- From here to the end of the transaction an event may move to the day of this change: the region agrees to it.
SELECT set_config('samlyft.agreed_change', :change_id::uuid::text, true) AS change;

-- name: insertShare
INSERT INTO change_shares (change_id, condition_id, amount_before, amount_after)
VALUES (:change_id, :condition_id, :amount_before, :amount_after);

-- name: insertWithdrawal
INSERT INTO change_withdrawals (change_id, withdrawn_by, withdrawn_at)
VALUES (:change_id, :withdrawn_by, :withdrawn_at);

-- name: insertDecision
INSERT INTO grant_decisions (document_id, grant_id, kind, change_id, amount_before, amount_after, reasons,
                             delegation_id,
                             decided_by_body, meeting_on, minutes_paragraph, minutes_reference, appeal_kind, appeal,
                             decided_by, decided_at)
VALUES (:document_id, :grant_id, :kind, :change_id::uuid, :amount_before, :amount_after, :reasons, :delegation_id,
        :decided_by_body, :meeting_on, :minutes_paragraph, :minutes_reference, :appeal_kind, :appeal, :decided_by,
        :decided_at);

-- name: insertShareMove
-- Why the share of a condition moves. It comes before the move itself.
INSERT INTO share_moves (condition_id, number, amount_before, amount_after, document_id, moved_at)
SELECT :condition_id, count(*) + 1, :amount_before, :amount_after, :document_id::uuid, :moved_at
  FROM share_moves
 WHERE condition_id = :condition_id;

-- name: setShare
UPDATE conditions
   SET cost_share = :cost_share
 WHERE id = :id;

-- name: setAmount
UPDATE grants
   SET amount = :amount
 WHERE id = :id;

-- name: succeed
-- Another event takes the place of the condition's, with what is given of its share.
UPDATE conditions
   SET state = 'not-applicable', cost_share = :cost_share, successor_event_id = :successor_event_id
 WHERE id = :id;

-- name: insertSuccessor
-- The same promise for the event that takes the place: by the rule of its day, with the libraries that there are now.
INSERT INTO conditions (grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts, held_since)
SELECT condition.grant_id, :event_id, :cost_share, condition.call_id, condition.rule_version, :minimum_invited,
       :hosts::uuid[], :held_since
  FROM conditions AS condition
 WHERE condition.id = :condition_id;

-- name: claimsOn
-- The other cases that count on events which could take the place of another in a grant (P13): whoever asks for it now
-- came last.
SELECT share.event_id, other.id AS application_id, share.grant_id IS NOT NULL AND untold.id IS NULL AS is_granted
  FROM events_of_cases AS share
  JOIN grant_applications AS other ON other.id = share.application_id
  JOIN calls AS their_call ON their_call.id = other.call_id
  JOIN call_rules AS their_rule
    ON their_rule.call_id = their_call.id AND their_rule.version = their_call.rule_version
  LEFT JOIN LATERAL untold_decision(other.id) AS untold ON true
 WHERE share.event_id = ANY (:events::uuid[]) AND share.application_id <> :application_id
   AND (:only_grant::boolean OR their_rule.one_grant_per_event)
   AND (share.grant_id IS NOT NULL OR untold.id IS NOT NULL
        OR other.status IN ('submitted', 'in-review', 'completion-requested', 'ready-for-decision'))
 ORDER BY share.event_id, other.id;

-- name: insertOffer
INSERT INTO successor_offers (id, condition_id, last_day, message, offered_by, offered_at)
VALUES (:id, :condition_id, :last_day, :message, :offered_by, :offered_at);

-- name: offersOf
-- The new dates that were offered for the events of a grant, the oldest first.
SELECT offer.id, offer.condition_id, offer.last_day, offer.message, offer.offered_by, offer.offered_at
  FROM successor_offers AS offer
  JOIN conditions AS condition ON condition.id = offer.condition_id
 WHERE condition.grant_id = :grant_id
 ORDER BY offer.offered_at, offer.id;

-- name: insertProposal
INSERT INTO successor_proposals (id, condition_id, event_id, proposed_by, proposed_at)
VALUES (:id, :condition_id, :event_id, :proposed_by, :proposed_at);

-- name: proposalsOf
-- The events that hosts have proposed in place of cancelled events of a grant, the oldest first.
SELECT proposal.id, proposal.condition_id, proposal.event_id, proposal.proposed_by, proposal.proposed_at
  FROM successor_proposals AS proposal
  JOIN conditions AS condition ON condition.id = proposal.condition_id
 WHERE condition.grant_id = :grant_id
 ORDER BY proposal.proposed_at, proposal.id;

-- name: standingOffers
-- The new dates that people of these libraries can take up or propose an event for: those of the libraries' own grants,
-- and of the events that they host. The first to lapse comes first.
SELECT award.id AS grant_id, condition.id AS condition_id, event.title AS event_title, offer.last_day
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
   AND award.state IN ('awarded', 'active', 'change-requested', 'reported')
  JOIN LATERAL (SELECT last_day FROM successor_offers WHERE condition_id = condition.id
                 ORDER BY offered_at DESC LIMIT 1) AS offer ON offer.last_day >= :today::date
  JOIN events AS event ON event.id = condition.event_id
 WHERE condition.state IN ('breached', 'frustrated')
   AND (award.library_id = ANY (:libraries::uuid[]) OR event.host_library_id = ANY (:libraries::uuid[])
        OR event.co_host_library_ids && :libraries::uuid[])
   AND NOT is_untold(award.application_id)
 ORDER BY offer.last_day, condition.id
 LIMIT 50;

-- name: successorOf
-- The event that has taken the place of another, as far as everybody may know of it.
SELECT condition.successor_event_id
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
 WHERE condition.event_id = :event_id AND condition.successor_event_id IS NOT NULL
     AND NOT is_untold(award.application_id)
 ORDER BY condition.held_since DESC
 LIMIT 1;

-- name: waiting
-- What waits for the region: changes that are asked for, and offers of a new date that are open or have lapsed unused.
SELECT award.id AS grant_id, library.name AS library_name, application.registry_number, change.number AS change_number,
       NULL::text AS event_title, NULL::date AS last_day, change.requested_at AS since
  FROM grants AS award
  JOIN change_requests AS change ON change.grant_id = award.id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 WHERE award.state = 'change-requested'
   AND NOT EXISTS (SELECT FROM deciding(change.id))
   AND NOT EXISTS (SELECT FROM change_withdrawals AS withdrawal WHERE withdrawal.change_id = change.id)
UNION ALL
SELECT award.id, library.name, application.registry_number, NULL, event.title, offer.last_day, offer.offered_at
  FROM conditions AS condition
  JOIN grants AS award ON award.id = condition.grant_id
   AND award.state IN ('awarded', 'active', 'change-requested', 'reported')
  JOIN LATERAL (SELECT last_day, offered_at FROM successor_offers WHERE condition_id = condition.id
                 ORDER BY offered_at DESC LIMIT 1) AS offer ON true
  JOIN events AS event ON event.id = condition.event_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 WHERE condition.state IN ('breached', 'frustrated')
 ORDER BY since, grant_id
 LIMIT :limit::bigint;
