-- name: insert
INSERT INTO rule_evaluations (application_id, condition_id, moment, evaluated_at, rule_version, verdict, findings,
                              inputs, inputs_hash)
VALUES (:application_id, :condition_id::uuid, :moment, :evaluated_at, :rule_version, :verdict, :findings, :inputs,
        :inputs_hash);

-- name: list
-- What the rule said at each moment of a case, the latest first. While an outcome is kept back, what was asked at the
-- decision and of its conditions is for those alone who learn outcomes at once.
SELECT id, condition_id, moment, evaluated_at, rule_version, verdict, findings, inputs, inputs_hash
  FROM rule_evaluations
 WHERE application_id = :application_id
   AND (:learns_outcomes::boolean OR moment IN ('submission', 'completion', 'recommendation')
        OR NOT is_untold(application_id))
 ORDER BY evaluated_at DESC, id DESC
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM rule_evaluations
 WHERE application_id = :application_id
   AND (:learns_outcomes::boolean OR moment IN ('submission', 'completion', 'recommendation')
        OR NOT is_untold(application_id));

-- name: get
SELECT id, condition_id, moment, evaluated_at, rule_version, verdict, findings, inputs, inputs_hash
  FROM rule_evaluations
 WHERE application_id = :application_id AND id = :id
   AND (:learns_outcomes::boolean OR moment IN ('submission', 'completion', 'recommendation')
        OR NOT is_untold(application_id));

-- name: toRepeat
-- The next of the evaluations that are kept, by number: all of them where no limit is given.
SELECT id
  FROM rule_evaluations
 WHERE id > :after::bigint
 ORDER BY id
 LIMIT :limit::bigint;

-- name: alarming
-- The evaluations of cases about whose evaluations an alarm is open: only asking them again can settle it.
SELECT id
  FROM rule_evaluations
 WHERE application_id IN (
           SELECT subject_id FROM alarms
            WHERE invariant = 'rule_evaluation_is_repeatable' AND settled_at IS NULL)
 ORDER BY id;

-- name: newest
SELECT coalesce(max(id), 0) AS id
  FROM rule_evaluations;

-- name: withIDs
SELECT id, application_id, condition_id, moment, evaluated_at, rule_version, verdict, findings, inputs, inputs_hash
  FROM rule_evaluations
 WHERE id = ANY (:ids::bigint[])
 ORDER BY id;

-- name: differing
-- Those evaluations of which the rule in SQL says something else than what is kept, or whose hash is another.
SELECT id
  FROM rule_verdicts
 WHERE id = ANY (:ids::bigint[]) AND is_same IS NOT TRUE
 ORDER BY id;

-- name: lastVerdicts
-- The verdict that was kept last of each of these conditions; of one that was never asked again there is none.
SELECT DISTINCT ON (condition_id) condition_id, verdict
  FROM rule_evaluations
 WHERE condition_id = ANY (:conditions::uuid[])
 ORDER BY condition_id, evaluated_at DESC, id DESC;
