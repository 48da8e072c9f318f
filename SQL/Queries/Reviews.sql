-- name: rubric
-- The latest rubric of a call.
SELECT version, required_reviews
  FROM call_rubrics
 WHERE call_id = :call_id
 ORDER BY version DESC
 LIMIT 1;

-- name: criteria
SELECT name_sv, name_en, weight, guidance
  FROM call_criteria
 WHERE call_id = :call_id AND rubric_version = :rubric_version
 ORDER BY position;

-- name: insertRubric
INSERT INTO call_rubrics (call_id, version, required_reviews, recorded_by)
VALUES (:call_id, :version, :required_reviews, :recorded_by);

-- name: insertCriteria
-- The criteria in order, as arrays of one length.
INSERT INTO call_criteria (call_id, rubric_version, position, name_sv, name_en, weight, guidance)
SELECT :call_id, :rubric_version, criterion.position, criterion.name_sv, criterion.name_en, criterion.weight,
       criterion.guidance
  FROM unnest(:names_sv::text[], :names_en::text[], :weights::bigint[], :guidances::text[])
       WITH ORDINALITY AS criterion (name_sv, name_en, weight, guidance, position);

-- name: touchCall
-- Moves the version of a locked call: its rubric is another.
UPDATE calls
   SET version = version + 1
 WHERE id = :id;

-- name: ofApplication
-- Every review of an application, the first first.
SELECT id, application_version, reviewed_by, reviewed_at
  FROM reviews
 WHERE application_id = :application_id
 ORDER BY reviewed_at, id;

-- name: scores
SELECT review_id, score, comment
  FROM review_scores
 WHERE review_id = ANY (:reviews::uuid[])
 ORDER BY review_id, position;

-- name: insert
INSERT INTO reviews (id, application_id, application_version, call_id, rubric_version, reviewed_by, reviewed_at)
VALUES (:id, :application_id, :application_version, :call_id, :rubric_version, :reviewed_by, :reviewed_at);

-- name: insertScores
-- The scores in the order of the criteria, as arrays of one length.
INSERT INTO review_scores (review_id, position, score, comment)
SELECT :review_id, given.position, given.score, given.comment
  FROM unnest(:scores::bigint[], :comments::text[]) WITH ORDINALITY AS given (score, comment, position);

-- name: latestVersion
-- Which version of the application was received last; 0: none was.
SELECT coalesce(max(application_version), 0) AS version
  FROM application_snapshots
 WHERE application_id = :application_id;
