-- What libraries owe back, over all grants: what finance follows up.

-- name: list
-- The claims that stand so on a day, the first due first, with what is left of each and the number of its decision,
-- which is what the payer refers to.
SELECT claim.id, claim.grant_id, award.application_id, claim.kind, claim_standing(claim, :today::date) AS standing,
       claim.amount,
       CASE claim.state WHEN 'released' THEN 0 ELSE claim.amount - covered.amount END AS remaining, claim.due_on,
       claim.document_id, paper.number,
       EXISTS (SELECT FROM appeals AS appeal
                WHERE appeal.document_id = claim.document_id AND appeal.outcome IN ('annulled', 'changed'))
           AS is_annulled,
       library.name AS library_name, application.registry_number, application.title
  FROM claims AS claim
 CROSS JOIN LATERAL (SELECT coalesce(sum(entry.amount), 0)::bigint AS amount
                       FROM claim_entries AS entry WHERE entry.claim_id = claim.id) AS covered
  JOIN decision_documents AS paper ON paper.id = claim.document_id
  JOIN grants AS award ON award.id = claim.grant_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 WHERE claim_standing(claim, :today::date) = ANY (:standings::text[])
 ORDER BY claim.due_on, claim.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: sum
-- How many claims stand so on a day, what they come to, and what is left of them.
SELECT count(*) AS total, coalesce(sum(claim.amount), 0)::bigint AS amount,
       coalesce(sum(claim.amount - covered.amount) FILTER (WHERE claim.state <> 'released'), 0)::bigint AS remaining
  FROM claims AS claim
 CROSS JOIN LATERAL (SELECT coalesce(sum(entry.amount), 0)::bigint AS amount
                       FROM claim_entries AS entry WHERE entry.claim_id = claim.id) AS covered
 WHERE claim_standing(claim, :today::date) = ANY (:standings::text[]);
