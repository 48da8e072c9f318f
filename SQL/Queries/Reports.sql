-- name: draft
-- What a library has written of a report and not sent. For its own eyes only.
SELECT content, version, saved_by, saved_at
  FROM report_drafts
 WHERE grant_id = :grant_id;

-- name: saveDraft
-- In place of what was written before.
INSERT INTO report_drafts (grant_id, content, saved_by, saved_at)
VALUES (:grant_id, :content, :saved_by, :saved_at)
ON CONFLICT (grant_id) DO UPDATE
   SET content = excluded.content, version = report_drafts.version + 1, saved_by = excluded.saved_by,
       saved_at = excluded.saved_at;

-- name: ofGrant
-- The reports of a grant that were sent, the last first, with why each was returned.
SELECT report.id, report.number, report.content, report.content_hash, report.sent_by, report.sent_at,
       returned.reasons, returned.due_on, returned.returned_by, returned.returned_at
  FROM grant_reports AS report
  LEFT JOIN report_returns AS returned ON returned.report_id = report.id
 WHERE report.grant_id = :grant_id
 ORDER BY report.number DESC;

-- name: insert
INSERT INTO grant_reports (id, grant_id, number, content, content_hash, sent_by, sent_at)
VALUES (:id, :grant_id, :number, :content, sha256(convert_to(:content, 'UTF8')), :sent_by, :sent_at);

-- name: insertReturn
INSERT INTO report_returns (report_id, reasons, due_on, returned_by, returned_at)
VALUES (:report_id, :reasons, :due_on, :returned_by, :returned_at);

-- name: facts
-- What the service itself knows of the events of a grant: whom each invited, and what shows that they could read it.
SELECT event.id, event.title, event.starts_at, event.ends_at, event.attendance, event.venue_name, event.venue_city,
       condition.id AS condition_id, condition.cost_share, condition.state,
       ARRAY(SELECT invited FROM invited_libraries(event, condition.hosts) AS invited ORDER BY invited) AS invited,
       CASE WHEN event.invitation_state = 'published' THEN event.invitation_published_at END AS published_at,
       (SELECT min(log.published_at) FROM invitation_publications AS log WHERE log.event_id = event.id) AS logged_at
  FROM conditions AS condition
  JOIN events AS event ON event.id = condition.event_id
 WHERE condition.grant_id = :grant_id AND condition.state <> 'not-applicable'
 ORDER BY event.starts_at, event.id;

-- name: settlements
-- What was proposed of the reports of a grant, the last first, and who confirmed it or sent it back.
SELECT settlement.id, settlement.report_id, settlement.payable, settlement.entitled, settlement.claimed,
       settlement.due_on, settlement.reasons, settlement.proposed_by, settlement.proposed_at, confirmation.confirmed_by,
       confirmation.confirmed_at, confirmation.document_id, returned.returned_by, returned.returned_at,
       returned.reasons AS returned_because,
       EXISTS (SELECT FROM later_reopenings AS reopened WHERE reopened.document_id = confirmation.document_id)
           AS is_reopened
  FROM report_settlements AS settlement
  JOIN grant_reports AS report ON report.id = settlement.report_id
  LEFT JOIN settlement_confirmations AS confirmation ON confirmation.settlement_id = settlement.id
  LEFT JOIN settlement_returns AS returned ON returned.settlement_id = settlement.id
 WHERE report.grant_id = :grant_id
 ORDER BY settlement.proposed_at DESC, settlement.id;

-- name: evidence
-- The evidence that was accepted in a settlement.
SELECT condition_id, note
  FROM accepted_evidence
 WHERE settlement_id = :settlement_id
 ORDER BY condition_id;

-- name: insertSettlement
INSERT INTO report_settlements (id, report_id, payable, entitled, claimed, due_on, reasons, proposed_by, proposed_at)
VALUES (:id, :report_id, :payable, :entitled, :claimed, :due_on::date, :reasons, :proposed_by, :proposed_at);

-- name: insertEvidence
INSERT INTO accepted_evidence (settlement_id, condition_id, note)
VALUES (:settlement_id, :condition_id, :note);

-- name: confirm
INSERT INTO settlement_confirmations (settlement_id, confirmed_by, confirmed_at, document_id)
VALUES (:settlement_id, :confirmed_by, :confirmed_at, :document_id);

-- name: returnSettlement
INSERT INTO settlement_returns (settlement_id, reasons, returned_by, returned_at)
VALUES (:settlement_id, :reasons, :returned_by, :returned_at);

-- name: discharge
-- Evidence that was accepted ends a condition that still bound.
UPDATE conditions
   SET state = 'discharged'
 WHERE id = ANY (:ids::uuid[]) AND (state IN ('held', 'cured') OR waived_version IS NOT NULL);

-- name: close
-- With the rule of the day for how long the case is kept.
UPDATE grants
   SET state = :state, version = version + 1, closed_on = :closed_on::date, retention_rule_id = rule.id,
       keep_until = (:closed_on::date + make_interval(years => rule.years))::date
  FROM (VALUES (true)) AS one
  LEFT JOIN LATERAL (
       SELECT id, years FROM retention_rules WHERE valid_from <= :closed_on::date ORDER BY valid_from DESC LIMIT 1)
       AS rule ON true
 WHERE grants.id = :id;

-- name: retentionRules
-- For how long closed cases are kept, the rule of today first.
SELECT valid_from, years, decision
  FROM retention_rules
 ORDER BY valid_from DESC;

-- name: toClose
-- Grants of which nothing more is to be done.
SELECT award.id
  FROM grants AS award
 WHERE (award.state IN ('settled', 'repayment-demanded')
        OR award.state = 'active' AND grant_is_taken_back(award.id)
           AND NOT EXISTS (SELECT FROM payments AS payment
                            WHERE payment.grant_id = award.id AND payment.state NOT IN ('paid', 'cancelled')))
   AND NOT is_untold(award.application_id)
   AND NOT EXISTS (SELECT FROM claims AS claim WHERE claim.grant_id = award.id AND claim.state = 'due')
   AND NOT EXISTS (SELECT FROM conditions AS condition
                    WHERE condition.grant_id = award.id
                      AND (condition.state IN ('held', 'cured', 'breached', 'frustrated')
                           OR condition.waived_version IS NOT NULL))
   AND (:after::uuid IS NULL OR award.id > :after)
 ORDER BY award.id
 LIMIT :limit::bigint;

-- name: remind
-- Notes the reminders of reports that are due, each once, and answers with them.
INSERT INTO report_reminders (grant_id, kind, due_on)
SELECT award.id, reminder.kind, due.day
  FROM grants AS award
 CROSS JOIN LATERAL (SELECT report_due_on(award.id) AS day) AS due
  JOIN (VALUES ('before', -14, -1), ('due', 0, 13), ('after', 14, 10000)) AS reminder (kind, from_day, to_day)
    ON :today::date - due.day BETWEEN reminder.from_day AND reminder.to_day
 WHERE award.state IN ('active', 'change-requested') AND NOT is_untold(award.application_id)
   AND NOT grant_is_taken_back(award.id)
ON CONFLICT DO NOTHING
RETURNING grant_id, kind, due_on;

-- name: desk
-- The reports that the region's desk looks at: due within two weeks or overdue, sent, and settled by one person of two.
SELECT award.id, award.application_id, award.state, application.registry_number, application.title,
       library.name AS library_name, due.day AS due_on,
       coalesce((SELECT NOT EXISTS (SELECT FROM settlement_returns AS sent WHERE sent.settlement_id = settlement.id)
                   FROM grant_reports AS report
                   JOIN report_settlements AS settlement ON settlement.report_id = report.id
                  WHERE report.grant_id = award.id
                    AND NOT EXISTS (SELECT FROM report_returns AS returned WHERE returned.report_id = report.id)
                  ORDER BY settlement.proposed_at DESC, settlement.id
                  LIMIT 1), false) AS is_proposed
  FROM grants AS award
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 CROSS JOIN LATERAL (SELECT report_due_on(award.id) AS day) AS due
 WHERE award.state = 'reported'
    OR award.state IN ('active', 'change-requested') AND due.day <= :today::date + 14
       AND NOT grant_is_taken_back(award.id)
 ORDER BY due.day, award.id
 LIMIT :limit::bigint;
