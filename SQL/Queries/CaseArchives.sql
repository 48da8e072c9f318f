-- columns: archive
archive.id, archive.application_id, archive.ordered_by, archive.ordered_at, archive.attempts, archive.try_at,
archive.fault, archive.made_at, archive.size, archive.content_hash

-- name: order
-- A case is ordered anew: what was made before is gone. One that is being made is left to that.
INSERT INTO case_archives AS archive (id, application_id, ordered_by, ordered_at)
VALUES (:id, :application_id, :ordered_by, :ordered_at)
ON CONFLICT (application_id) DO UPDATE
   SET ordered_by = excluded.ordered_by, ordered_at = excluded.ordered_at, attempts = 0, try_at = clock_timestamp(),
       fault = NULL, made_at = NULL, size = NULL, content_hash = NULL
RETURNING archive.id;

-- name: forgetPieces
DELETE FROM case_archive_pieces
 WHERE archive_id = :archive_id;

-- name: ofCase
SELECT :archive_columns
  FROM case_archives AS archive
 WHERE archive.application_id = :application_id;

-- name: take
-- One that is to be made, put off until this attempt must be over; no other instance is at it. What is kept back waits.
UPDATE case_archives AS archive
   SET attempts = archive.attempts + 1,
       try_at = clock_timestamp() + make_interval(secs => :patience::double precision)
 WHERE archive.id = (
       SELECT id
         FROM case_archives
        WHERE made_at IS NULL AND try_at <= clock_timestamp() AND NOT is_untold(application_id)
        ORDER BY try_at, id
        LIMIT 1
          FOR UPDATE SKIP LOCKED)
RETURNING :archive_columns;

-- name: putOff
UPDATE case_archives
   SET fault = :fault, try_at = clock_timestamp() + make_interval(secs => :seconds::double precision)
 WHERE id = :id AND made_at IS NULL;

-- name: finish
-- Only what nobody has ordered anew meanwhile.
UPDATE case_archives
   SET made_at = clock_timestamp(), size = :size, content_hash = :content_hash, fault = NULL
 WHERE id = :id AND made_at IS NULL AND ordered_at = :ordered_at;

-- name: insertPiece
INSERT INTO case_archive_pieces (archive_id, position, bytes)
VALUES (:archive_id, :position, :bytes);

-- name: piece
SELECT bytes
  FROM case_archive_pieces
 WHERE archive_id = :archive_id AND position = :position;

-- name: note
INSERT INTO case_archive_readings (id, application_id, act, person_id, content_hash)
VALUES (:id, :application_id, :act, :person_id, :content_hash);

-- name: readings
-- Who has ordered and fetched a case, the latest first.
SELECT reading.act, reading.happened_at, person.name AS person_name
  FROM case_archive_readings AS reading
  JOIN people AS person ON person.id = reading.person_id
 WHERE reading.application_id = :application_id
 ORDER BY reading.happened_at DESC, reading.id
 LIMIT :limit::bigint;

-- name: useUTC
-- From here to the end of the transaction instants are told in UTC, wherever the service runs.
SELECT set_config('TimeZone', 'UTC', true) AS zone;

-- name: records
-- Everything that is kept of a case, table by table in the order of their keys, as JSON: at one instant, since it is
-- one statement. Left out is what no archive wants: drafts, also those of events before the application came in; jobs
-- of the service; and bytes that are files of their own.
WITH counted_events AS (
    -- Those that the application counts on, and those that have taken their place since.
    SELECT share.event_id FROM application_events AS share WHERE share.application_id = :id
     UNION
    SELECT condition.event_id
      FROM conditions AS condition JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id)
SELECT record.section, record.content::text AS content
  FROM (
    SELECT 1 AS place, 'application' AS section, '' AS key, to_jsonb(application.*) AS content
      FROM grant_applications AS application WHERE application.id = :id
    UNION ALL
    SELECT 2, 'call', '', to_jsonb(call.*) - 'committed' - 'version'
      FROM calls AS call JOIN grant_applications AS mine ON mine.call_id = call.id WHERE mine.id = :id
    UNION ALL
    SELECT 3, 'callRules', lpad(rule.version::text, 9, '0'), to_jsonb(rule.*)
      FROM call_rules AS rule JOIN grant_applications AS mine ON mine.call_id = rule.call_id WHERE mine.id = :id
    UNION ALL
    SELECT 4, 'questions', '', to_jsonb(asked.*)
      FROM call_question_sets AS asked
      JOIN grant_applications AS mine ON mine.call_id = asked.call_id AND mine.question_version = asked.version
     WHERE mine.id = :id
    UNION ALL
    SELECT 5, 'applicant', '', to_jsonb(library.*)
      FROM libraries AS library JOIN grant_applications AS mine ON mine.library_id = library.id WHERE mine.id = :id
    UNION ALL
    SELECT 6, 'costShares', share.event_id::text, to_jsonb(share.*)
      FROM application_events AS share WHERE share.application_id = :id
    UNION ALL
    SELECT 7, 'budget', lpad(line.position::text, 9, '0'), to_jsonb(line.*)
      FROM budget_lines AS line WHERE line.application_id = :id
    UNION ALL
    SELECT 8, 'texts', to_jsonb(text.*)::text, to_jsonb(text.*)
      FROM application_texts AS text WHERE text.application_id = :id
    UNION ALL
    SELECT 9, 'answers', to_jsonb(answer.*)::text, to_jsonb(answer.*)
      FROM application_answers AS answer WHERE answer.application_id = :id
    UNION ALL
    SELECT 10, 'partners', partner.library_id::text, to_jsonb(partner.*)
      FROM application_partners AS partner WHERE partner.application_id = :id
    UNION ALL
    SELECT 11, 'attachments', file.id::text, to_jsonb(file.*) - 'scan_tried_at'
      FROM application_attachments AS file WHERE file.application_id = :id
    UNION ALL
    SELECT 12, 'versions', lpad(received.application_version::text, 9, '0'), to_jsonb(received.*)
      FROM application_snapshots AS received WHERE received.application_id = :id
    UNION ALL
    SELECT 13, 'completions', request.requested_at || request.id::text, to_jsonb(request.*)
      FROM completion_requests AS request WHERE request.application_id = :id
    UNION ALL
    SELECT 14, 'reviews', review.reviewed_at || review.id::text, to_jsonb(review.*) || jsonb_build_object('scores', (
               SELECT jsonb_agg(to_jsonb(score.*) ORDER BY score.position)
                 FROM review_scores AS score WHERE score.review_id = review.id))
      FROM reviews AS review WHERE review.application_id = :id
    UNION ALL
    SELECT 15, 'conflicts', conflict.declared_at || conflict.id::text, to_jsonb(conflict.*)
      FROM declared_conflicts AS conflict WHERE conflict.application_id = :id
    UNION ALL
    SELECT 16, 'messages', message.sent_at || message.id::text, to_jsonb(message.*)
      FROM case_messages AS message WHERE message.application_id = :id
    UNION ALL
    SELECT 17, 'recommendations', lpad(said.application_version::text, 9, '0'), to_jsonb(said.*)
      FROM recommendations AS said WHERE said.application_id = :id
    UNION ALL
    SELECT 18, 'evaluations', lpad(evaluation.id::text, 19, '0'), to_jsonb(evaluation.*)
      FROM rule_evaluations AS evaluation WHERE evaluation.application_id = :id
    UNION ALL
    SELECT 19, 'decisions', decision.number, to_jsonb(decision.*)
      FROM decisions AS decision WHERE decision.application_id = :id
    UNION ALL
    SELECT 20, 'documents', document.number, to_jsonb(document.*) - 'content' - 'translation'
      FROM decision_documents AS document WHERE document.application_id = :id
    UNION ALL
    SELECT 21, 'corrections', correction.document_id::text, to_jsonb(correction.*)
      FROM corrections AS correction JOIN decisions AS decision ON decision.id = correction.decision_id
     WHERE decision.application_id = :id
    UNION ALL
    SELECT 22, 'reopenings', reopening.decision_id::text, to_jsonb(reopening.*)
      FROM reopenings AS reopening JOIN decisions AS decision ON decision.id = reopening.decision_id
     WHERE decision.application_id = :id
    UNION ALL
    SELECT 22, 'reopenings', reopening.document_id::text, to_jsonb(reopening.*)
      FROM later_reopenings AS reopening JOIN decision_documents AS paper ON paper.id = reopening.document_id
     WHERE paper.application_id = :id
    UNION ALL
    SELECT 23, 'announcements', notice.decision_id || coalesce(notice.document_id::text, ''), to_jsonb(notice.*)
      FROM announcements AS notice JOIN decisions AS decision ON decision.id = notice.decision_id
     WHERE decision.application_id = :id
    UNION ALL
    SELECT 24, 'appeals', appeal.recorded_at || appeal.id::text, to_jsonb(appeal.*)
      FROM appeals AS appeal JOIN decisions AS decision ON decision.id = appeal.decision_id
     WHERE decision.application_id = :id
    UNION ALL
    SELECT 24, 'services', served.recorded_at || served.id::text, to_jsonb(served.*)
      FROM decision_services AS served JOIN decisions AS decision ON decision.id = served.decision_id
     WHERE decision.application_id = :id
    UNION ALL
    SELECT 25, 'grants', award.id::text, to_jsonb(award.*) FROM grants AS award WHERE award.application_id = :id
    UNION ALL
    SELECT 26, 'acceptances', accepted.grant_id::text, to_jsonb(accepted.*)
      FROM grant_acceptances AS accepted JOIN grants AS award ON award.id = accepted.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 27, 'conditions', condition.id::text, to_jsonb(condition.*)
      FROM conditions AS condition JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 28, 'deviations', deviation.id::text, to_jsonb(deviation.*)
      FROM deviations AS deviation
     WHERE EXISTS (SELECT FROM breaches AS breach JOIN grants AS award ON award.id = breach.grant_id
                    WHERE breach.deviation_id = deviation.id AND award.application_id = :id)
    UNION ALL
    SELECT 29, 'breaches', breach.id::text, to_jsonb(breach.*)
      FROM breaches AS breach JOIN grants AS award ON award.id = breach.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 30, 'breachReplies', reply.id::text, to_jsonb(reply.*)
      FROM breach_replies AS reply
      JOIN conditions AS condition ON condition.id = reply.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 31, 'settlements', settlement.id::text, to_jsonb(settlement.*)
      FROM settlements AS settlement
      JOIN conditions AS condition ON condition.id = settlement.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 32, 'payeeAccounts', account.grant_id::text, to_jsonb(account.*)
      FROM payee_accounts AS account JOIN grants AS award ON award.id = account.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 33, 'payments', payment.grant_id || lpad(payment.number::text, 9, '0'), to_jsonb(payment.*)
      FROM payments AS payment JOIN grants AS award ON award.id = payment.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 34, 'paymentBatches', line.batch_id || line.payment_id::text, to_jsonb(line.*)
      FROM payment_batch_lines AS line
      JOIN payments AS payment ON payment.id = line.payment_id
      JOIN grants AS award ON award.id = payment.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 35, 'paymentHolds', hold.grant_id || hold.breach_id::text, to_jsonb(hold.*)
      FROM payment_holds AS hold JOIN grants AS award ON award.id = hold.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 36, 'claims', claim.id::text, to_jsonb(claim.*)
      FROM claims AS claim JOIN grants AS award ON award.id = claim.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 37, 'claimEntries', entry.id::text, to_jsonb(entry.*)
      FROM claim_entries AS entry
      JOIN claims AS claim ON claim.id = entry.claim_id
      JOIN grants AS award ON award.id = claim.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 38, 'changeRequests', change.grant_id || lpad(change.number::text, 9, '0'),
           to_jsonb(change.*) || jsonb_build_object('shares', (
               SELECT jsonb_agg(to_jsonb(share.*) ORDER BY share.condition_id)
                 FROM change_shares AS share WHERE share.change_id = change.id), 'withdrawal', (
               SELECT to_jsonb(withdrawal) FROM change_withdrawals AS withdrawal
                WHERE withdrawal.change_id = change.id))
      FROM change_requests AS change JOIN grants AS award ON award.id = change.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 39, 'grantDecisions', decided.decided_at || decided.document_id::text, to_jsonb(decided.*)
      FROM grant_decisions AS decided JOIN grants AS award ON award.id = decided.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 40, 'successorOffers', offer.offered_at || offer.id::text,
           to_jsonb(offer.*) || jsonb_build_object('proposals', (
               SELECT jsonb_agg(to_jsonb(proposal.*) ORDER BY proposal.proposed_at, proposal.id)
                 FROM successor_proposals AS proposal
                WHERE proposal.condition_id = offer.condition_id AND proposal.proposed_at >= offer.offered_at))
      FROM successor_offers AS offer
      JOIN conditions AS condition ON condition.id = offer.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 41, 'shareMoves', move.condition_id || lpad(move.number::text, 9, '0'), to_jsonb(move.*)
      FROM share_moves AS move
      JOIN conditions AS condition ON condition.id = move.condition_id
      JOIN grants AS award ON award.id = condition.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 42, 'reports', report.grant_id || lpad(report.number::text, 9, '0'), to_jsonb(report.*)
      FROM grant_reports AS report JOIN grants AS award ON award.id = report.grant_id WHERE award.application_id = :id
    UNION ALL
    SELECT 43, 'reportReturns', returned.report_id::text, to_jsonb(returned.*)
      FROM report_returns AS returned
      JOIN grant_reports AS report ON report.id = returned.report_id
      JOIN grants AS award ON award.id = report.grant_id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 44, 'reportSettlements', settlement.proposed_at || settlement.id::text,
           to_jsonb(settlement.*) || jsonb_build_object('confirmation', to_jsonb(confirmation.*), 'returned',
               to_jsonb(returned.*), 'evidence', (
               SELECT jsonb_agg(to_jsonb(evidence.*) ORDER BY evidence.condition_id)
                 FROM accepted_evidence AS evidence WHERE evidence.settlement_id = settlement.id))
      FROM report_settlements AS settlement
      JOIN grant_reports AS report ON report.id = settlement.report_id
      JOIN grants AS award ON award.id = report.grant_id
      LEFT JOIN settlement_confirmations AS confirmation ON confirmation.settlement_id = settlement.id
      LEFT JOIN settlement_returns AS returned ON returned.settlement_id = settlement.id
     WHERE award.application_id = :id
    UNION ALL
    SELECT 45, 'eventVersions', kept.event_id || lpad(kept.version::text, 9, '0'),
           to_jsonb(kept.*) || jsonb_build_object('facts', kept.facts - 'search_text' - 'online_url')
      FROM event_versions AS kept
      JOIN counted_events AS counted ON counted.event_id = kept.event_id
      JOIN grant_applications AS mine ON mine.id = :id
     WHERE kept.version >= (
           SELECT coalesce(max(received.version), 0) FROM event_versions AS received
            WHERE received.event_id = kept.event_id AND received.recorded_at <= mine.submitted_at)
    UNION ALL
    SELECT 46, 'publications', publication.event_id || lpad(publication.version::text, 9, '0'), to_jsonb(publication.*)
      FROM invitation_publications AS publication
      JOIN counted_events AS counted ON counted.event_id = publication.event_id
    UNION ALL
    SELECT 47, 'invitationReadings', reading.event_id || reading.library_id::text, to_jsonb(reading.*)
      FROM invitation_readings AS reading
      JOIN counted_events AS counted ON counted.event_id = reading.event_id
    UNION ALL
    SELECT 48, 'dispatches', dispatch.event_id || lpad(dispatch.event_version::text, 9, '0') || dispatch.library_id,
           to_jsonb(dispatch.*)
      FROM dispatches AS dispatch
      JOIN counted_events AS counted ON counted.event_id = dispatch.event_id
    UNION ALL
    SELECT 49, 'log', lpad(entry.number::text, 9, '0'), to_jsonb(entry.*)
      FROM case_events AS entry
     WHERE entry.application_id = :id AND entry.kind <> 'edit-completion' AND entry.number >= (
           SELECT min(number) FROM case_events WHERE application_id = :id AND kind = 'submit')
    UNION ALL
    SELECT 50, 'caseOfficers', officer.assigned_at || officer.person_id::text, to_jsonb(officer.*)
      FROM case_officers AS officer WHERE officer.application_id = :id
    UNION ALL
    SELECT 51, 'reviewAssignments', given.assigned_at || given.id::text, to_jsonb(given.*)
      FROM review_assignments AS given WHERE given.application_id = :id
  ) AS record
 ORDER BY record.place, record.key COLLATE "C";

-- name: names
-- What people and libraries that a case names are called, and what else it names: by title or number.
SELECT id::text AS id, name
  FROM people
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, name
  FROM libraries
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, name
  FROM branches
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, title
  FROM events
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, title
  FROM calls
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, name
  FROM call_tracks
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT condition.id::text, event.title
  FROM conditions AS condition
  JOIN events AS event ON event.id = condition.event_id
 WHERE condition.id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number
  FROM decisions
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number
  FROM decision_documents
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number
  FROM delegations
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number::text
  FROM payments
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number::text
  FROM change_requests
 WHERE id = ANY (:ids::uuid[])
 UNION ALL
SELECT id::text, number::text
  FROM grant_reports
 WHERE id = ANY (:ids::uuid[])
 ORDER BY id;
