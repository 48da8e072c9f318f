-- columns: decision
decision.id, decision.number, decision.outcome, decision.amount, decision.reasons, decision.conditions,
decision.reclaim_reservation, decision.appeal_kind, decision.appeal, decision.delegation_id, decision.decided_by_body,
decision.meeting_on, decision.minutes_paragraph, decision.minutes_reference, decision.decided_by, decision.decided_at

-- columns: document
document.id, document.application_id, document.decision_id, document.kind, document.number, document.issued_by,
document.issued_at

-- name: insert
INSERT INTO decisions (id, number, application_id, outcome, amount, reasons, conditions, reclaim_reservation,
                       appeal_kind,
                       appeal, delegation_id, decided_by_body, meeting_on, minutes_paragraph, minutes_reference,
                       recommended_by, decided_by, decided_at, found_status, found_version, found_changed_at)
VALUES (:id, :number, :application_id, :outcome, :amount, :reasons, :conditions, :reclaim_reservation, :appeal_kind,
        :appeal, :delegation_id, :decided_by_body, :meeting_on, :minutes_paragraph, :minutes_reference,
        :recommended_by, :decided_by, :decided_at, :found_status, :found_version, :found_changed_at);

-- name: live
-- The decision that stands.
SELECT :decision_columns
  FROM decisions AS decision
 WHERE decision.application_id = :application_id AND decision.superseded_at IS NULL;

-- name: ofGrant
-- The decision that gave a grant, whether it stands or not.
SELECT :decision_columns
  FROM decisions AS decision
  JOIN grants AS award ON award.decision_id = decision.id
 WHERE award.id = :grant_id;

-- name: isUntold
-- Whether nobody outside the region may learn the outcome of a case yet.
SELECT is_untold(:application_id::uuid) AS is_untold;

-- name: firstDecidedAt
-- When the case was decided for the first time, if its outcome is still kept back.
SELECT decision.decided_at
  FROM decisions AS decision
 WHERE decision.application_id = :application_id AND is_untold(:application_id)
 ORDER BY decision.decided_at
 LIMIT 1;

-- name: supersede
UPDATE decisions
   SET superseded_at = :superseded_at
 WHERE id = :id AND superseded_at IS NULL;

-- name: nextNumber
-- The next number of the year. The row stays locked until the transaction ends, so that no number is lost.
INSERT INTO decision_series AS series (year, last_number)
VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last_number = series.last_number + 1
RETURNING last_number;

-- name: delegations
SELECT id, number, text, person_id, outcomes, maximum_amount, valid_from, valid_to
  FROM delegations
 ORDER BY number, valid_from, id;

-- name: insertDelegation
INSERT INTO delegations (id, number, text, person_id, outcomes, maximum_amount, valid_from, valid_to, created_by)
VALUES (:id, :number, :text, :person_id, :outcomes::text[], :maximum_amount, :valid_from, :valid_to, :created_by);

-- name: textsOn
-- The texts that hold on a day.
SELECT DISTINCT ON (kind) kind, language, valid_from, text
  FROM decision_texts
 WHERE language = :language AND valid_from <= :day::date
 ORDER BY kind, valid_from DESC;

-- name: texts
-- Every text that there has been, the latest of each kind first.
SELECT kind, language, valid_from, text
  FROM decision_texts
 ORDER BY kind, language DESC, valid_from DESC;

-- name: insertText
INSERT INTO decision_texts (kind, language, valid_from, text, created_by)
VALUES (:kind, :language, :valid_from, :text, :created_by);

-- name: insertDocument
INSERT INTO decision_documents (id, application_id, decision_id, kind, number, content, content_hash, translation,
                                issued_by, issued_at)
VALUES (:id, :application_id, :decision_id, :kind, :number, :content, :content_hash, :translation, :issued_by,
        :issued_at);

-- name: insertPrintJob
-- Of one of the two.
INSERT INTO print_jobs (document_id, received_id)
VALUES (:document_id::uuid, :received_id::uuid);

-- name: documents
-- The papers of a case, the oldest first, with the hashes of what is kept of each; of a decision and of later ones on
-- the grant when each was posted, and when it is final.
SELECT :document_columns, document.content_hash, print.pdf_hash, octet_length(print.pdf) AS pdf_size,
       later.appeal_kind AS later_appeal, later.decided_by_body, later.meeting_on, later.minutes_paragraph,
       later.minutes_reference, reopened.document_id IS NOT NULL AS is_reopened, notice.posted_on,
       notice.appeal_ends_on, coalesce(later.appeal_kind, decision.appeal_kind) AS appeal_kind, served.served_on,
       served.manner AS service_manner, served.appeal_ends_on AS service_ends_on,
       CASE WHEN document.kind = 'decision' OR later.document_id IS NOT NULL
            THEN decision_final_on(document.decision_id, later.document_id) END AS final_on
  FROM decision_documents AS document
  LEFT JOIN document_prints AS print ON print.document_id = document.id
  LEFT JOIN grant_decisions AS later ON later.document_id = document.id
  LEFT JOIN later_reopenings AS reopened ON reopened.document_id = document.id
  LEFT JOIN announcements AS notice
    ON notice.document_id = document.id
    OR document.kind = 'decision' AND notice.decision_id = document.decision_id AND notice.document_id IS NULL
  JOIN decisions AS decision ON decision.id = document.decision_id
  LEFT JOIN LATERAL latest_service(document.decision_id, later.document_id) AS served
    ON document.kind = 'decision' OR later.document_id IS NOT NULL
 WHERE document.application_id = :application_id
 ORDER BY document.issued_at, document.number;

-- name: unposted
-- What was decided, may be told and nobody has posted, the oldest first.
SELECT application_id, registry_number, library_name, kind, number, decided_at
  FROM unposted_decisions
 WHERE NOT is_untold(application_id)
 ORDER BY decided_at, number
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countUnposted
SELECT count(*) AS total
  FROM unposted_decisions
 WHERE NOT is_untold(application_id);

-- name: content
SELECT CASE WHEN :translated::boolean THEN translation ELSE content END AS content
  FROM decision_documents
 WHERE id = :id;

-- name: pdf
SELECT pdf
  FROM document_prints
 WHERE document_id = :document_id;

-- name: takePrintJob
-- One job whose time has come, put off until this attempt must be over; no other instance is at it.
UPDATE print_jobs
   SET attempts = attempts + 1,
       try_at = clock_timestamp() + make_interval(secs => :patience::double precision)
 WHERE id = (
       SELECT id
         FROM print_jobs
        WHERE try_at <= clock_timestamp()
        ORDER BY try_at, id
        LIMIT 1
          FOR UPDATE SKIP LOCKED)
RETURNING id, document_id, received_id, attempts;

-- name: insertPrint
INSERT INTO document_prints (document_id, pdf, pdf_hash)
VALUES (:document_id, :pdf, :pdf_hash)
ON CONFLICT (document_id) DO NOTHING;

-- name: endPrintJob
DELETE FROM print_jobs
 WHERE id = :id;

-- name: putOffPrintJob
UPDATE print_jobs
   SET fault = :fault, attempts = :attempts,
       try_at = clock_timestamp() + make_interval(secs => :seconds::double precision)
 WHERE id = :id;

-- name: waitingPrints
-- What is not printed although somebody has tried.
SELECT job.attempts, job.try_at, job.fault, coalesce(document.number, application.registry_number) AS number,
       application.id AS application_id
  FROM print_jobs AS job
  LEFT JOIN decision_documents AS document ON document.id = job.document_id
  LEFT JOIN received_papers AS received ON received.id = job.received_id
  JOIN grant_applications AS application ON application.id = coalesce(document.application_id, received.application_id)
 WHERE job.fault IS NOT NULL
 ORDER BY job.try_at, job.id
 LIMIT :limit::bigint;

-- name: insertCorrection
INSERT INTO corrections (document_id, decision_id, text, corrected_by, corrected_at)
VALUES (:document_id, :decision_id, :text, :corrected_by, :corrected_at);

-- name: insertReopening
INSERT INTO reopenings (decision_id, document_id, ground, reference, reasons, delegation_id, decided_by_body,
                        meeting_on, minutes_paragraph, minutes_reference, reopened_by, reopened_at)
VALUES (:decision_id, :document_id, :ground, :reference, :reasons, :delegation_id, :decided_by_body, :meeting_on,
        :minutes_paragraph, :minutes_reference, :reopened_by, :reopened_at);

-- name: lockGrantOf
-- The grant of a decision, held until the transaction ends.
SELECT id, amount - released AS amount
  FROM grants
 WHERE decision_id = :decision_id AND state <> 'ended'
   FOR NO KEY UPDATE;

-- name: latestGrant
-- The last grant of an application, ended or not.
SELECT id
  FROM grants
 WHERE id = latest_grant(:application_id::uuid);

-- name: isOut
-- Whether money of a locked grant has left and not come back, or is with the bank.
SELECT money_is_out(:grant_id::uuid) AS is_out;

-- name: endGrant
UPDATE grants
   SET state = 'ended', version = version + 1
 WHERE id = :id;

-- name: insertAnnouncement
INSERT INTO announcements (decision_id, document_id, text, posted_at, appeal_ends_on, taken_down_on, posted_by)
VALUES (:decision_id, :document_id::uuid, :text, :posted_at, :appeal_ends_on, :taken_down_on, :posted_by);

-- name: announcementOf
SELECT notice.decision_id, notice.document_id, notice.text, notice.posted_at, notice.posted_on, notice.appeal_ends_on,
       notice.taken_down_on, decision_final_on(notice.decision_id, notice.document_id) AS final_on,
       coalesce(later.number, decision.number) AS number, application.registry_number
  FROM announcements AS notice
  JOIN decisions AS decision ON decision.id = notice.decision_id
  LEFT JOIN decision_documents AS later ON later.id = notice.document_id
  JOIN grant_applications AS application ON application.id = decision.application_id
 WHERE notice.decision_id = :decision_id AND notice.document_id IS NOT DISTINCT FROM :document_id::uuid;

-- name: announcementsOn
-- What stands on the notice board on a day, the latest first.
SELECT notice.decision_id, notice.document_id, notice.text, notice.posted_at, notice.posted_on, notice.appeal_ends_on,
       notice.taken_down_on, decision_final_on(notice.decision_id, notice.document_id) AS final_on,
       coalesce(later.number, decision.number) AS number, application.registry_number
  FROM announcements AS notice
  JOIN decisions AS decision ON decision.id = notice.decision_id
  LEFT JOIN decision_documents AS later ON later.id = notice.document_id
  JOIN grant_applications AS application ON application.id = decision.application_id
 WHERE notice.posted_on <= :day::date AND notice.taken_down_on > :day::date AND NOT is_untold(application.id)
 ORDER BY notice.posted_at DESC, number
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countAnnouncementsOn
SELECT count(*) AS total
  FROM announcements AS notice
  JOIN decisions AS decision ON decision.id = notice.decision_id
 WHERE notice.posted_on <= :day::date AND notice.taken_down_on > :day::date
   AND NOT is_untold(decision.application_id);

-- name: setDecisionTerms
-- Only for a call that is locked.
UPDATE calls
   SET outcomes_told_at = :outcomes_told_at, appeal = :appeal, report_due_on = :report_due_on, version = version + 1
 WHERE id = :id;

-- name: hasDecisions
-- Whether anything is decided in a call.
SELECT EXISTS (
       SELECT FROM decisions
         JOIN grant_applications AS application ON application.id = decisions.application_id
        WHERE application.call_id = :call_id) AS has_decisions;

-- name: hasGrants
-- Whether anything was granted in a call, be it that the grant has ended.
SELECT EXISTS (SELECT FROM grants WHERE call_id = :call_id) AS has_grants;

-- name: regionName
SELECT name
  FROM regions
 ORDER BY slug
 LIMIT 1;

-- name: moveMessages
UPDATE outbox
   SET not_before = :not_before
 WHERE sent_at IS NULL AND not_before IS NOT NULL
   AND subject_id IN (SELECT id FROM grant_applications WHERE call_id = :call_id
                      UNION ALL SELECT id FROM grants WHERE call_id = :call_id);

-- name: withoutLetters
-- The cases whose decision stands and has no letter.
SELECT application_id
  FROM decisions AS decision
 WHERE superseded_at IS NULL
   AND NOT EXISTS (SELECT FROM decision_documents AS document
                    WHERE document.decision_id = decision.id AND document.kind = 'decision')
 ORDER BY decided_at, application_id;
