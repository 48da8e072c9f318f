-- name: acceptances
-- Who accepted these grants, and which words.
SELECT grant_id, accepted_by, accepted_at, terms, terms_hash
  FROM grant_acceptances
 WHERE grant_id = ANY (:grants::uuid[]);

-- name: insertAcceptance
INSERT INTO grant_acceptances (grant_id, accepted_by, accepted_at, terms, terms_hash)
VALUES (:grant_id, :accepted_by, :accepted_at, :terms, :terms_hash);

-- name: accounts
-- Where these libraries want their money. What one said before another took it over says nothing of that one's account.
SELECT account.grant_id, account.kind, account.number, account.confirmed_by, account.confirmed_at
  FROM payee_accounts AS account
  JOIN grants AS award ON award.id = account.grant_id
 WHERE account.grant_id = ANY (:grants::uuid[]) AND payee_is_confirmed(award);

-- name: setAccount
INSERT INTO payee_accounts (grant_id, kind, number, confirmed_by, confirmed_at)
VALUES (:grant_id, :kind, :number, :confirmed_by, :confirmed_at)
ON CONFLICT (grant_id) DO UPDATE
   SET kind = excluded.kind, number = excluded.number, confirmed_by = excluded.confirmed_by,
       confirmed_at = excluded.confirmed_at;

-- name: ofGrants
-- The ledger of these grants, in the order in which the payments were planned, each with the file it has left in.
SELECT payment.id, payment.grant_id, payment.number, payment.amount, payment.text, payment.state, payment.planned_at,
       payment.requested_by, payment.requested_at, payment.attempt, payment.attested_by, payment.attested_at,
       payment.account_kind, payment.account_number, batch.number AS batch_number, payment.paid_by, payment.paid_at,
       payment.paid_on, payment.reference, payment.ended_because
  FROM payments AS payment
  LEFT JOIN payment_batch_lines AS line ON line.payment_id = payment.id AND line.attempt = payment.attempt
  LEFT JOIN payment_batches AS batch ON batch.id = line.batch_id
 WHERE payment.grant_id = ANY (:grants::uuid[])
 ORDER BY payment.grant_id, payment.number;

-- name: insert
INSERT INTO payments (id, grant_id, number, amount, text, state, planned_at, requested_by, requested_at)
SELECT :id, :grant_id, count(*) + 1, :amount, :text, :state, :planned_at, :requested_by::uuid,
       :requested_at::timestamptz
  FROM payments
 WHERE grant_id = :grant_id;

-- name: request
UPDATE payments
   SET state = 'requested', requested_by = :requested_by, requested_at = :requested_at, attested_by = NULL,
       attested_at = NULL, account_kind = NULL, account_number = NULL, ended_because = NULL
 WHERE id = :id;

-- name: attest
-- The account is kept with the payment: what is attested is paid there, or not at all.
UPDATE payments AS payment
   SET state = 'attested', attempt = attempt + 1, attested_by = :attested_by, attested_at = :attested_at,
       account_kind = account.kind, account_number = account.number
  FROM payee_accounts AS account
 WHERE payment.id = :id AND account.grant_id = payment.grant_id;

-- name: pay
UPDATE payments
   SET state = 'paid', paid_by = :paid_by, paid_at = :paid_at, paid_on = :paid_on, reference = :reference
 WHERE id = :id;

-- name: end
-- It failed at the bank, or is not to be paid.
UPDATE payments
   SET state = :state, ended_because = :because
 WHERE id = :id;

-- name: cancelOpen
-- Nothing more is paid. What is with the bank is not ours to cancel: whoever comes here has waited for its answer.
UPDATE payments
   SET state = 'cancelled', ended_because = :because
 WHERE grant_id = :grant_id AND state NOT IN ('exported', 'paid', 'cancelled');

-- name: queue
-- The payments in one state, or that are under way: what finance has before it, the oldest first.
SELECT payment.id, payment.grant_id, payment.number, payment.amount, payment.state, payment.planned_at,
       payment.attested_by, library.name AS library_name, application.registry_number, application.title,
       EXISTS (SELECT FROM payment_holds AS hold WHERE hold.grant_id = payment.grant_id AND hold.released_at IS NULL)
           OR report_is_overdue(payment.grant_id) OR decision_is_annulled(payment.grant_id)
           OR has_ended(award.library_id) AS is_held,
       payee_is_confirmed(award) AS has_account,
       (SELECT batch.number
          FROM payment_batch_lines AS line JOIN payment_batches AS batch ON batch.id = line.batch_id
         WHERE line.payment_id = payment.id AND line.attempt = payment.attempt) AS batch_number
  FROM payments AS payment
  JOIN grants AS award ON award.id = payment.grant_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = award.library_id
 WHERE payment.state = ANY (:states::text[])
 ORDER BY payment.planned_at, payment.id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countQueue
SELECT count(*) AS total
  FROM payments
 WHERE state = ANY (:states::text[]);

-- name: lockBatches
-- One batch at a time: their numbers have no gaps, and no payment gets into two.
LOCK TABLE payment_batches IN SHARE ROW EXCLUSIVE MODE;

-- name: insertBatch
INSERT INTO payment_batches (id, number, made_by, made_at)
SELECT :id, coalesce(max(number), 0) + 1, :made_by, :made_at
  FROM payment_batches
RETURNING number;

-- name: grantsToExport
-- The grants that anything is attested of, in the order in which they are locked.
SELECT DISTINCT grant_id AS id
  FROM payments
 WHERE state = 'attested'
 ORDER BY id;

-- name: lockCases
-- Holds the applications of some grants until the transaction ends, by id order.
SELECT id
  FROM grant_applications
 WHERE id IN (SELECT application_id FROM grants WHERE grants.id = ANY (:grants::uuid[]))
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: lockGrants
-- Holds grants with their money until the transaction ends, by id order.
SELECT id
  FROM grants
 WHERE id = ANY (:grants::uuid[])
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: fillBatch
-- These payments, each with the account that it was attested for, and whose it is: of who answers for the library
-- today.
INSERT INTO payment_batch_lines (batch_id, payment_id, attempt, amount, account_kind, account_number, payee,
                                 registry_number, payment_number)
SELECT :batch_id, payment.id, payment.attempt, payment.amount, payment.account_kind, payment.account_number,
       library.name, application.registry_number, payment.number
  FROM payments AS payment
  JOIN grants AS award ON award.id = payment.grant_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN libraries AS library ON library.id = principal_on(award.library_id, today())
 WHERE payment.id = ANY (:payments::uuid[]);

-- name: export
-- From here they end at the bank.
UPDATE payments
   SET state = 'exported'
 WHERE id = ANY (:payments::uuid[]);

-- name: batches
SELECT batch.id, batch.number, batch.made_by, batch.made_at, count(line.payment_id) AS payments,
       coalesce(sum(line.amount), 0)::bigint AS amount
  FROM payment_batches AS batch
  LEFT JOIN payment_batch_lines AS line ON line.batch_id = batch.id
 WHERE :id::uuid IS NULL OR batch.id = :id
 GROUP BY batch.id
 ORDER BY batch.number DESC
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: countBatches
SELECT count(*) AS total
  FROM payment_batches;

-- name: linesOfBatch
SELECT payment_id, amount, account_kind, account_number, payee, registry_number, payment_number
  FROM payment_batch_lines
 WHERE batch_id = :batch_id
 ORDER BY registry_number, payment_number;

-- name: grantsForTheClock
-- What waits for nobody: grants that need no acceptance, and planned payments that may be requested, where the time to
-- appeal has passed if the call pays only then. What is kept back waits until it is told, as messages speak of it.
SELECT award.id
  FROM grants AS award
  JOIN calls AS call ON call.id = award.call_id
 WHERE NOT is_untold(award.application_id)
   AND (award.state = 'awarded' AND NOT call.acceptance_needed
        OR award.state IN ('active', 'reported')
           AND EXISTS (SELECT FROM payments AS payment WHERE payment.grant_id = award.id AND payment.state = 'planned')
           AND (NOT call.payment_after_appeal OR decision_final_on(award.decision_id) <= :today::date)
           AND NOT EXISTS (SELECT FROM payment_holds AS hold
                            WHERE hold.grant_id = award.id AND hold.released_at IS NULL))
   AND (:after::uuid IS NULL OR award.id > :after)
 ORDER BY award.id
 LIMIT :limit::bigint;
