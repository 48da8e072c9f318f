-- name: ofGrants
-- How the breaches of these grants' conditions were settled, the oldest first.
SELECT settlement.id, settlement.condition_id, settlement.outcome, settlement.reasons, settlement.withheld,
       settlement.settled_by, settlement.settled_at, settlement.document_id, settlement.delegation_id,
       settlement.decided_by_body, settlement.meeting_on, settlement.minutes_paragraph, settlement.minutes_reference,
       EXISTS (SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = settlement.document_id)
           AS is_reopened
  FROM settlements AS settlement
  JOIN conditions AS condition ON condition.id = settlement.condition_id
 WHERE condition.grant_id = ANY (:grants::uuid[])
 ORDER BY settlement.settled_at, settlement.id;

-- name: insert
INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at, document_id,
                         delegation_id, decided_by_body, meeting_on, minutes_paragraph, minutes_reference)
VALUES (:id, :condition_id, :outcome, :reasons, :withheld, :settled_by, :settled_at, :document_id::uuid,
        :delegation_id::uuid, :decided_by_body, :meeting_on, :minutes_paragraph, :minutes_reference);

-- name: setConditionState
UPDATE conditions
   SET state = :state
 WHERE id = :id;

-- name: waiveCondition
-- Of one that is waived: what is forgiven of its event as it stands, where it binds on.
UPDATE conditions
   SET state = 'waived', waived = :waived::text[],
       waived_version = CASE WHEN :waived::text[] IS NOT NULL
                             THEN (SELECT version FROM events WHERE events.id = conditions.event_id) END
 WHERE id = :id;

-- name: closeBreaches
UPDATE breaches
   SET closed_at = :at
 WHERE condition_id = :condition_id AND closed_at IS NULL;

-- name: releaseHolds
UPDATE payment_holds
   SET released_at = :at
 WHERE released_at IS NULL AND breach_id IN (SELECT id FROM breaches WHERE condition_id = :condition_id);

-- name: claims
-- What these libraries owe back, the oldest first.
SELECT claim.id, claim.grant_id, claim.kind, claim.amount, claim.state, claim.reasons, claim.due_on, claim.demanded_by,
       claim.demanded_at, claim.document_id, paper.number AS reference,
       EXISTS (SELECT FROM appeals AS appeal
                WHERE appeal.document_id = claim.document_id AND appeal.outcome IN ('annulled', 'changed'))
           AS is_annulled
  FROM claims AS claim
  JOIN decision_documents AS paper ON paper.id = claim.document_id
 WHERE claim.grant_id = ANY (:grants::uuid[])
 ORDER BY claim.demanded_at, claim.id;

-- name: entries
-- What has come back of these grants' claims, or was given up, the oldest first.
SELECT entry.id, entry.claim_id, entry.kind, entry.amount, entry.note, entry.happened_on, entry.recorded_by,
       entry.recorded_at, entry.reverses_id, entry.delegation_id, entry.decided_by_body, entry.meeting_on,
       entry.minutes_paragraph, entry.minutes_reference
  FROM claim_entries AS entry
  JOIN claims AS claim ON claim.id = entry.claim_id
 WHERE claim.grant_id = ANY (:grants::uuid[])
 ORDER BY entry.recorded_at, entry.id;

-- name: insertClaim
INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at, document_id)
VALUES (:id, :grant_id, :kind, :amount, :reasons, :due_on, :demanded_by, :demanded_at, :document_id::uuid);

-- name: insertEntry
INSERT INTO claim_entries (id, claim_id, kind, amount, note, happened_on, recorded_by, recorded_at, reverses_id,
                           delegation_id, decided_by_body, meeting_on, minutes_paragraph, minutes_reference)
VALUES (:id, :claim_id, :kind, :amount, :note, :happened_on, :recorded_by, :recorded_at, :reverses_id::uuid,
        :delegation_id::uuid, :decided_by_body::text, :meeting_on::date, :minutes_paragraph::text,
        :minutes_reference::text);

-- name: setClaimState
UPDATE claims
   SET state = :state
 WHERE id = :id;

-- name: reopenClosed
-- A held grant that was closed is again as it was before that: something of it is owed after all.
UPDATE grants
   SET state = closed_from, closed_on = NULL, keep_until = NULL, retention_rule_id = NULL
 WHERE id = :id AND state = 'closed'
RETURNING state;

-- name: laterDecision
-- A later decision of a case, with how its grant was before it.
SELECT decided.document_id, decided.grant_id, decided.kind, decided.state_before, paper.number,
       reopened.document_id IS NOT NULL AS is_reopened,
       EXISTS (SELECT FROM grant_decisions AS other
                 -- That the whole grant was demanded back is told in the log by its own name, with its own decision.
                 JOIN case_events AS told ON told.application_id = paper.application_id
                  AND told.kind = 'repayment-demand' AND told.happened_at >= other.decided_at
                  AND NOT EXISTS (SELECT FROM grant_decisions AS between
                                   WHERE between.grant_id = other.grant_id
                                     AND between.decided_at > other.decided_at
                                     AND between.decided_at <= told.happened_at)
                WHERE other.grant_id = decided.grant_id AND other.kind = 'repayment-demand'
                  AND other.decided_at > decided.decided_at
                  AND NOT EXISTS (SELECT FROM later_reopenings AS undone
                                   WHERE undone.document_id = other.document_id)) AS is_followed
  FROM grant_decisions AS decided
  JOIN decision_documents AS paper ON paper.id = decided.document_id
  LEFT JOIN later_reopenings AS reopened ON reopened.document_id = decided.document_id
 WHERE decided.document_id = :document_id AND paper.application_id = :application_id;

-- name: insertLaterReopening
INSERT INTO later_reopenings (document_id, paper_id, ground, reference, reasons, delegation_id, decided_by_body,
                              meeting_on, minutes_paragraph, minutes_reference, reopened_by, reopened_at)
VALUES (:document_id, :paper_id, :ground, :reference, :reasons, :delegation_id, :decided_by_body, :meeting_on,
        :minutes_paragraph, :minutes_reference, :reopened_by, :reopened_at);

-- name: releaseClaims
UPDATE claims
   SET state = 'released'
 WHERE document_id = :document_id::uuid AND state <> 'released';

-- name: restoreConditions
-- The conditions that a reopened decision has settled are as they were before it, unless a later settlement stands:
-- what was waived and bound on binds on.
UPDATE conditions AS condition
   SET state = settlement.state_before, waived = settlement.waived_before,
       waived_version = settlement.waived_version_before
  FROM settlements AS settlement
 WHERE settlement.condition_id = condition.id AND settlement.document_id = :document_id::uuid
   AND is_last_word(settlement);

-- name: revokedConditions
-- The conditions that a revocation has ended, with how each was before it.
SELECT before.id, before.state
  FROM grant_decisions AS decided
 CROSS JOIN LATERAL jsonb_to_recordset(decided.conditions_before) AS before (id uuid, state text)
  JOIN conditions AS condition ON condition.id = before.id AND condition.state <> before.state
 WHERE decided.document_id = :document_id
 ORDER BY before.id;

-- name: claimRevoked
-- What wanted to be the only grant of its event wants it again. While the grant has ended.
UPDATE conditions AS condition
   SET only_grant = true
  FROM grant_decisions AS decided
 CROSS JOIN LATERAL jsonb_to_recordset(decided.conditions_before) AS before (id uuid, only_grant boolean)
 WHERE decided.document_id = :document_id AND condition.id = before.id AND before.only_grant;

-- name: restoreRevoked
-- The conditions that a revocation has ended are as they were before it.
UPDATE conditions AS condition
   SET state = before.state, waived = before.waived, waived_version = before.waived_version
  FROM grant_decisions AS decided
 CROSS JOIN LATERAL jsonb_to_recordset(decided.conditions_before)
    AS before (id uuid, state text, waived text[], waived_version bigint)
 WHERE decided.document_id = :document_id AND condition.id = before.id AND condition.state <> before.state;

-- name: reopenRevokedBreaches
UPDATE breaches AS breach
   SET closed_at = NULL
  FROM grant_decisions AS decided
 WHERE decided.document_id = :document_id AND breach.grant_id = decided.grant_id
   AND breach.closed_at = decided.decided_at;

-- name: holdRevokedAgain
UPDATE payment_holds AS hold
   SET released_at = NULL
  FROM grant_decisions AS decided
 WHERE decided.document_id = :document_id AND hold.grant_id = decided.grant_id
   AND hold.released_at = decided.decided_at;

-- name: reopenBreaches
UPDATE breaches AS breach
   SET closed_at = NULL
  FROM settlements AS settlement
 WHERE settlement.condition_id = breach.condition_id AND settlement.document_id = :document_id::uuid
   AND settlement.settled_at = breach.closed_at AND settlement.state_before IN ('breached', 'frustrated')
   AND is_last_word(settlement);

-- name: holdAgain
UPDATE payment_holds AS hold
   SET released_at = NULL
  FROM breaches AS breach
  JOIN settlements AS settlement ON settlement.condition_id = breach.condition_id
 WHERE hold.breach_id = breach.id AND breach.closed_at IS NULL AND settlement.document_id = :document_id::uuid;
