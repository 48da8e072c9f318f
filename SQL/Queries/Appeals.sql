-- columns: appeal
appeal.id, appeal.decision_id, appeal.document_id, appeal.kind, appeal.received_on, appeal.appellant, appeal.served_on,
appeal.is_late, appeal.court, appeal.court_case_number, appeal.outcome, appeal.ended_on

-- name: insert
INSERT INTO appeals (id, decision_id, document_id, kind, received_on, appellant, served_on, is_late, court,
                     court_case_number, recorded_by, recorded_at)
VALUES (:id, :decision_id, :document_id::uuid, :kind, :received_on, :appellant, :served_on, :is_late, :court,
        :court_case_number, :recorded_by, :recorded_at);

-- name: ofCase
-- The appeals of every decision that there has been in a case, the first first.
SELECT :appeal_columns
  FROM appeals AS appeal
  JOIN decisions AS decision ON decision.id = appeal.decision_id
 WHERE decision.application_id = :application_id
 ORDER BY appeal.received_on, appeal.recorded_at, appeal.id;

-- name: end
-- How an appeal of a locked case ended.
UPDATE appeals
   SET outcome = :outcome, ended_on = :ended_on, court = :court, court_case_number = :court_case_number,
       ended_by = :ended_by, ended_at = :ended_at
 WHERE id = :id AND outcome IS NULL;

-- name: insertService
INSERT INTO decision_services (id, decision_id, document_id, served_on, manner, shown_by, appeal_ends_on, final_on,
                               recorded_by, recorded_at)
VALUES (:id, :decision_id, :document_id::uuid, :served_on, :manner, :shown_by, :appeal_ends_on, :final_on, :recorded_by,
        :recorded_at);

-- name: servedOn
-- On which day the parties had got a decision, or a later one on its grant, as noted last.
SELECT served_on
  FROM latest_service(:decision_id::uuid, :document_id::uuid);

-- name: finalOn
-- From which day a decision is final and binding; NULL while nobody can say.
SELECT decision_final_on(:decision_id::uuid) AS final_on;
