-- Money on its way to libraries and back again: seven grants of calls that have closed. One is reported, settled and
-- closed; of one the report waits. One event was called off and its host has answered; of two that were called off the
-- region has settled, and the money is to come back, of one since some days. One grant is drawn in parts, which stand
-- in every state of the ledger. In one a change waits.
--
-- Synthetic throughout. Amounts are in öre. What people did, they did in the order and with the roles that the service
-- asks for. Ids are UUIDs of our own making (RFC 9562, version 8) from names, but those that 0006 has given.

CREATE OR REPLACE FUNCTION pg_temp.made_id(name text) RETURNS uuid LANGUAGE sql AS $$
    SELECT overlay(overlay(md5(name) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid
$$;
-- So many days from the day of seeding, as a day and as the clock in Stockholm.
CREATE OR REPLACE FUNCTION pg_temp.day(days integer) RETURNS date LANGUAGE sql AS $$
    SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date + days
$$;
CREATE OR REPLACE FUNCTION pg_temp.wall_clock(days integer, clock time) RETURNS timestamptz LANGUAGE sql AS $$
    SELECT (pg_temp.day(days) + clock) AT TIME ZONE 'Europe/Stockholm'
$$;
CREATE OR REPLACE FUNCTION pg_temp.person(address text) RETURNS uuid LANGUAGE sql AS $$
    SELECT id FROM people WHERE email = address || '.example'
$$;
-- As the service keeps instants in what a library reports.
CREATE OR REPLACE FUNCTION pg_temp.microseconds(instant timestamptz) RETURNS bigint LANGUAGE sql AS $$
    SELECT (extract(epoch FROM instant) * 1000000)::bigint
$$;

CREATE TEMPORARY TABLE funded ON COMMIT DROP AS
SELECT given.name, award.id AS grant_id, award.application_id, award.library_id, award.amount, award.awarded_at,
       application.registry_number, application.submitted_by AS signer_id, application.created_by AS writer_id,
       application.case_officer_id AS officer_id, condition.id AS condition_id, event.id AS event_id, event.title,
       event.starts_at, event.ends_at, event.venue_name, event.published_at, given.account
  FROM (VALUES
           ('boksamtal-med-unga', '8b81969b-fa37-530c-97cc-f554a77467a6'::uuid, '99100000'),
           ('lokalhistoria', '47016b8e-9945-5092-b324-dd19f11f404f'::uuid, '99101370'),
           ('berattarkvall', '601173b6-1ff5-5c18-a0e0-63a9233163b5'::uuid, '99102741'),
           ('tillgangliga-program', 'b2db46e5-df73-5a79-aa67-9f023edbc34b'::uuid, '99104119'),
           ('skrivarverkstad', 'eeab4185-7ba2-5953-ae6d-2a9dd2ecd246'::uuid, '99105488'),
           ('kodklubbar', '911b1e99-9d0b-5585-b7c7-ef54ad670611'::uuid, '99106858'),
           ('poddstudio', '9ebe150a-cd41-5f84-b6c5-9874bf837f24'::uuid, '99108227')
       ) AS given (name, application_id, account)
  JOIN grants AS award ON award.application_id = given.application_id
  JOIN grant_applications AS application ON application.id = award.application_id
  JOIN conditions AS condition ON condition.grant_id = award.id
  JOIN events AS event ON event.id = condition.event_id;

-- What has happened, for the log of each case.
CREATE TEMPORARY TABLE steps (
    application_id uuid, happened_at timestamptz, actor_id uuid, kind text, detail text DEFAULT ''
) ON COMMIT DROP;

-- Each decision stood on the notice board for three weeks.
INSERT INTO announcements (decision_id, text, posted_at, appeal_ends_on, taken_down_on, posted_by)
SELECT decision.id, 'Beslut ' || decision.number || ' om bidrag: ' || funded.title || '. Ärende ' || funded.registry_number || '.',
       awarded_at + interval '1 day', (awarded_at + interval '22 days')::date, (awarded_at + interval '23 days')::date,
       officer_id
  FROM funded
  JOIN decisions AS decision ON decision.application_id = funded.application_id;

INSERT INTO steps
SELECT funded.application_id, awarded_at + interval '1 day', officer_id, 'announce', decision.number
  FROM funded
  JOIN decisions AS decision ON decision.application_id = funded.application_id;

-- All are accepted, and each library has confirmed its account.
INSERT INTO grant_acceptances (grant_id, accepted_by, accepted_at, terms, terms_hash)
SELECT funded.grant_id, signer_id, awarded_at + interval '2 days', decision.reasons,
       sha256(convert_to(decision.reasons, 'UTF8'))
  FROM funded
  JOIN decisions AS decision ON decision.application_id = funded.application_id;

INSERT INTO payee_accounts (grant_id, kind, number, confirmed_by, confirmed_at)
SELECT grant_id, 'bankgiro', account, signer_id, awarded_at + interval '2 days 5 minutes'
  FROM funded;

UPDATE grants
   SET state = 'active', version = version + 1
  FROM funded
 WHERE funded.grant_id = grants.id;

INSERT INTO steps
SELECT application_id, awarded_at + interval '2 days', signer_id, 'accept', ''
  FROM funded
 UNION ALL
SELECT application_id, awarded_at + interval '2 days 5 minutes', signer_id, 'payee', ''
  FROM funded;

-- What two libraries have reported, as the service writes it (Store/KeptReport). Lokalhistoria cost less than was
-- given.
INSERT INTO grant_reports (id, grant_id, number, content, content_hash, sent_by, sent_at)
SELECT pg_temp.made_id('report/' || told.name), told.grant_id, 1, told.content, sha256(convert_to(told.content, 'UTF8')),
       told.signer_id, told.sent_at
  FROM (SELECT funded.*, outcome.sent_at, jsonb_build_object(
                   'events', jsonb_build_array(jsonb_build_object(
                       'event', funded.event_id, 'carriedOut', true, 'deviations', '', 'refused', 0,
                       'guests', (SELECT jsonb_agg(jsonb_build_object(
                                             'library', libraries.id, 'registered', 3, 'attended', 2) ORDER BY libraries.id)
                                    FROM libraries WHERE slug IN ('lund', 'klippan', 'perstorp')),
                       'facts', jsonb_build_object(
                           'title', funded.title, 'startsAt', pg_temp.microseconds(funded.starts_at),
                           'endsAt', pg_temp.microseconds(funded.ends_at), 'attendance', 'onsite',
                           'place', funded.venue_name, 'costShare', funded.amount,
                           'invited', (SELECT jsonb_agg(invited ORDER BY invited)
                                         FROM events AS event, invited_libraries(event, event_hosts(event)) AS invited
                                        WHERE event.id = funded.event_id),
                           'publishedAt', pg_temp.microseconds(funded.published_at),
                           'loggedAt', pg_temp.microseconds(funded.published_at)))),
                   'outcome', jsonb_build_array(
                       jsonb_build_object('kind', 'fee', 'ore', outcome.fee),
                       jsonb_build_object('kind', 'material', 'ore', outcome.material)),
                   'total', outcome.fee + outcome.material, 'learnings', outcome.learnings, 'materialLink', '',
                   'supportWasTold', true)::text AS content
          FROM funded
          JOIN (VALUES
                   ('boksamtal-med-unga', 2160000, 1440000, pg_temp.wall_clock(-255, '10:00'), 'Samtalsschemat används nu på sju bibliotek. Vi skulle ha haft mer tid till övning i par.'),
                   ('lokalhistoria', 1560000, 740000, pg_temp.wall_clock(-6, '15:20'), 'Enkla skärmar räcker långt. Flera vill låna vårt upplägg.')
               ) AS outcome (name, fee, material, sent_at, learnings) ON outcome.name = funded.name) AS told;

UPDATE grants
   SET state = 'reported', version = version + 1
  FROM funded
 WHERE funded.grant_id = grants.id AND funded.name IN ('boksamtal-med-unga', 'lokalhistoria');

-- The ledger: in one sum each, but for what is drawn in parts, of which each has come to another place.
INSERT INTO payments (id, grant_id, number, amount, text, state, planned_at, requested_by, requested_at, attempt, attested_by,
                      attested_at, account_kind, account_number, paid_by, paid_at, paid_on, reference, ended_because)
SELECT pg_temp.made_id('payment/' || funded.name || '/' || part.number), funded.grant_id, part.number,
       coalesce(part.amount, funded.amount), part.text, part.state, part.at, part.drawer, part.at,
       (part.attester IS NOT NULL)::integer, part.attester,
       CASE WHEN part.attester IS NOT NULL THEN part.at + interval '1 day' END,
       CASE WHEN part.attester IS NOT NULL THEN 'bankgiro' END, CASE WHEN part.attester IS NOT NULL THEN funded.account END,
       part.payer, CASE WHEN part.payer IS NOT NULL THEN part.at + interval '2 days' END,
       CASE WHEN part.payer IS NOT NULL THEN (part.at + interval '2 days')::date END,
       part.reference, part.ended_because
  FROM funded
 CROSS JOIN LATERAL (VALUES
           ('boksamtal-med-unga', 1, NULL::bigint, '', 'paid', 'finn', 'frida', 'BG 2231', NULL::text, funded.awarded_at + interval '3 days'),
           ('lokalhistoria', 1, NULL, '', 'paid', 'frida', 'finn', 'BG 4107', NULL, funded.awarded_at + interval '3 days'),
           ('skrivarverkstad', 1, NULL, '', 'paid', 'finn', 'frida', 'BG 4152', NULL, funded.awarded_at + interval '3 days'),
           ('tillgangliga-program', 1, NULL, '', 'paid', 'frida', 'finn', 'BG 4419', NULL, funded.awarded_at + interval '4 days'),
           ('berattarkvall', 1, NULL, '', 'requested', NULL, NULL, NULL, NULL, funded.awarded_at + interval '3 days'),
           ('poddstudio', 1, NULL, '', 'requested', NULL, NULL, NULL, NULL, funded.awarded_at + interval '3 days'),
           ('kodklubbar', 1, 2000000, 'Första träffen: föreläsare och lokal', 'paid', 'finn', 'frida', 'BG 4388', NULL, pg_temp.wall_clock(-60, '09:00')),
           ('kodklubbar', 2, 1000000, 'Robotar till övningarna', 'failed', 'finn', NULL, NULL, 'Banken kände inte igen kontot.', pg_temp.wall_clock(-30, '09:00')),
           ('kodklubbar', 3, 1500000, 'Andra träffen', 'exported', 'finn', NULL, NULL, NULL, pg_temp.wall_clock(-9, '09:00')),
           ('kodklubbar', 4, 1500000, 'Tredje träffen', 'attested', 'frida', NULL, NULL, NULL, pg_temp.wall_clock(-5, '09:00')),
           ('kodklubbar', 5, 1000000, 'Fjärde träffen', 'requested', NULL, NULL, NULL, NULL, pg_temp.wall_clock(-2, '09:00'))
       ) AS given (name, number, amount, text, state, attester, payer, reference, ended_because, at)
 CROSS JOIN LATERAL (
       SELECT given.number, given.amount, given.text, given.state, given.at, given.reference, given.ended_because,
              CASE WHEN given.text <> '' THEN funded.signer_id END AS drawer,
              pg_temp.person(given.attester || '@region') AS attester, pg_temp.person(given.payer || '@region') AS payer
       ) AS part
 WHERE given.name = funded.name;

INSERT INTO payments (id, grant_id, number, amount, text, planned_at)
SELECT pg_temp.made_id('payment/' || name || '/6'), grant_id, 6, 1000000, 'Uppföljning', pg_temp.wall_clock(-1, '09:00')
  FROM funded
 WHERE name = 'kodklubbar';

INSERT INTO payment_batches (id, number, made_by, made_at)
VALUES (pg_temp.made_id('batch/1'), 1, pg_temp.person('frida@region'), pg_temp.wall_clock(-7, '13:00'));

INSERT INTO payment_batch_lines (batch_id, payment_id, attempt, amount, account_kind, account_number, payee, registry_number,
                                 payment_number)
SELECT pg_temp.made_id('batch/1'), payment.id, payment.attempt, payment.amount, payment.account_kind, payment.account_number,
       libraries.name, funded.registry_number, payment.number
  FROM funded
  JOIN payments AS payment ON payment.grant_id = funded.grant_id AND payment.state = 'exported'
  JOIN libraries ON libraries.id = funded.library_id;

INSERT INTO steps
SELECT funded.application_id, step.happened_at, step.actor_id, step.kind,
       payment.number || CASE WHEN payment.text <> '' THEN '. ' || payment.text ELSE '' END
  FROM funded
  JOIN payments AS payment ON payment.grant_id = funded.grant_id
 CROSS JOIN LATERAL (VALUES
           ('payment-request', payment.requested_at, coalesce(payment.requested_by, funded.signer_id)),
           ('payment-attest', payment.attested_at, payment.attested_by),
           ('payment-export', CASE WHEN payment.state = 'exported' THEN pg_temp.wall_clock(-7, '13:00') END,
            pg_temp.person('frida@region')),
           ('payment-pay', payment.paid_at, payment.paid_by)
       ) AS step (kind, happened_at, actor_id)
 WHERE step.happened_at IS NOT NULL;

-- Boksamtal: what was reported is accepted, nothing is left, and the case is closed.
INSERT INTO report_settlements (id, report_id, payable, entitled, claimed, reasons, proposed_by, proposed_at)
SELECT pg_temp.made_id('report-settlement/' || name), pg_temp.made_id('report/' || name), amount, amount, 0,
       'Insatsen är genomförd som den beviljades, och kostnaderna är visade.', officer_id, pg_temp.wall_clock(-245, '11:00')
  FROM funded
 WHERE name = 'boksamtal-med-unga';

INSERT INTO accepted_evidence (settlement_id, condition_id, note)
SELECT pg_temp.made_id('report-settlement/' || name), condition_id, 'Inbjudan har stått i kalendern, och gäster från tre bibliotek kom.'
  FROM funded
 WHERE name = 'boksamtal-med-unga';

UPDATE conditions
   SET state = 'discharged'
  FROM funded
 WHERE funded.condition_id = conditions.id AND funded.name = 'boksamtal-med-unga';

UPDATE grants
   SET state = 'settled', version = version + 1
  FROM funded
 WHERE funded.grant_id = grants.id AND funded.name = 'boksamtal-med-unga';

UPDATE grants
   SET state = 'closed', closed_on = pg_temp.day(-244), version = version + 1
  FROM funded
 WHERE funded.grant_id = grants.id AND funded.name = 'boksamtal-med-unga';

INSERT INTO steps
SELECT funded.application_id, report.sent_at, report.sent_by, 'report', ''
  FROM funded
  JOIN grant_reports AS report ON report.grant_id = funded.grant_id
 UNION ALL
SELECT application_id, pg_temp.wall_clock(-245, '11:00'), officer_id, 'settle', 'Insatsen är genomförd som den beviljades, och kostnaderna är visade.'
  FROM funded
 WHERE name = 'boksamtal-med-unga'
 UNION ALL
SELECT application_id, pg_temp.wall_clock(-244, '03:00'), NULL, 'close', ''
  FROM funded
 WHERE name = 'boksamtal-med-unga';

-- Three events were called off by their hosts, who have said why and answered.
CREATE TEMPORARY TABLE broken ON COMMIT DROP AS
SELECT funded.*, given.broken_at, given.reason, given.reply, given.settled_at, given.judgement, given.due_on
  FROM funded
  JOIN (VALUES
           ('berattarkvall', pg_temp.wall_clock(-6, '14:10'), 'Båda berättarna har fått förhinder.', 'Vi söker andra berättare och vill gärna ge kvällen i vår i stället.', NULL::timestamptz, NULL::text, NULL::date),
           ('tillgangliga-program', pg_temp.wall_clock(-40, '09:30'), 'Lokalen byggs om och ingen annan är tillgänglig.', 'Vi hinner inte ordna en ny dag inom projekttiden.', pg_temp.wall_clock(-8, '10:00'), 'Händelsen blir inte av och ingen ny dag är möjlig. Det som betalats ut ska komma tillbaka.', pg_temp.day(22)),
           ('skrivarverkstad', pg_temp.wall_clock(-60, '16:00'), 'För få anmälda.', 'Vi ställde in i god tid och har inte haft några kostnader.', pg_temp.wall_clock(-45, '10:00'), 'Pengarna har inte använts. De ska komma tillbaka.', pg_temp.day(-10))
       ) AS given (name, broken_at, reason, reply, settled_at, judgement, due_on) ON given.name = funded.name;

INSERT INTO deviations (id, event_id, kind, reason, reported_by, reported_at, findings)
SELECT pg_temp.made_id('deviation/' || name), event_id, 'cancellation', reason, writer_id, broken_at,
       jsonb_build_array(jsonb_build_object('event', event_id, 'libraries', '[]'::jsonb, 'predicate', 'P4',
           'reason', 'event_is_cancelled', 'severity', 'core', 'verdict', 'fails'))
  FROM broken;

INSERT INTO breaches (id, condition_id, grant_id, deviation_id, breached_at, reply_due_at, closed_at)
SELECT pg_temp.made_id('breach/' || name), condition_id, grant_id, pg_temp.made_id('deviation/' || name), broken_at,
       broken_at + interval '14 days', settled_at
  FROM broken;

INSERT INTO payment_holds (breach_id, grant_id, placed_at, released_at)
SELECT pg_temp.made_id('breach/' || name), grant_id, broken_at, settled_at
  FROM broken;

UPDATE conditions
   SET state = 'breached'
  FROM broken
 WHERE broken.condition_id = conditions.id;

UPDATE grants
   SET version = version + 1
  FROM broken
 WHERE broken.grant_id = grants.id;

UPDATE events
   SET status = 'cancelled', cancelled_at = broken.broken_at, cancellation_reason = broken.reason,
       changed_at = broken.broken_at, version = events.version + 1
  FROM broken
 WHERE broken.event_id = events.id;

INSERT INTO breach_replies (id, condition_id, reply, replied_by, replied_at)
SELECT pg_temp.made_id('breach-reply/' || name), condition_id, reply, signer_id, broken_at + interval '3 days'
  FROM broken;

-- A decision maker has settled two of them; what was paid is claimed back.
INSERT INTO settlements (id, condition_id, outcome, reasons, withheld, settled_by, settled_at, document_id, delegation_id)
SELECT pg_temp.made_id('settlement/' || name), condition_id, 'enforced', judgement, broken.amount, pg_temp.person('dag@region'),
       settled_at, pg_temp.made_id('demand/' || name), decision.delegation_id
  FROM broken
  JOIN decisions AS decision ON decision.application_id = broken.application_id
 WHERE settled_at IS NOT NULL;

UPDATE conditions
   SET state = 'enforced'
  FROM broken
 WHERE broken.condition_id = conditions.id AND broken.settled_at IS NOT NULL;

-- Each demand is a decision of its own, with its number and its letter of that day, in the form of the service's
-- letters.
CREATE OR REPLACE FUNCTION pg_temp.kronor_in_words(ore bigint, language text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE language
               WHEN 'sv' THEN replace(to_char(ore / 100, 'FM999G999G999'), ',', U&'\00A0') || U&'\00A0kr'
               ELSE 'SEK ' || to_char(ore / 100, 'FM999G999G999')
           END
$$;
CREATE OR REPLACE FUNCTION pg_temp.escaped(said text) RETURNS text LANGUAGE sql AS $$
    SELECT replace(replace(replace(said, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;
CREATE TEMPORARY TABLE demands ON COMMIT DROP AS
SELECT broken.*, pg_temp.made_id('demand/' || name) AS document_id, decision.id AS decision_id,
       decision.number AS decision_number, decision.delegation_id, year,
       'BES ' || year || '/' || lpad((coalesce(series.last_number, 0)
           + row_number() OVER (PARTITION BY year ORDER BY settled_at))::text, 4, '0') AS number
  FROM broken
  JOIN decisions AS decision ON decision.application_id = broken.application_id
 CROSS JOIN LATERAL (SELECT extract(year FROM settled_at AT TIME ZONE 'Europe/Stockholm')::integer AS year) AS settled
  LEFT JOIN decision_series AS series USING (year)
 WHERE settled_at IS NOT NULL;

INSERT INTO decision_series (year, last_number)
SELECT year, count(*)
  FROM demands
 GROUP BY year
    ON CONFLICT (year) DO UPDATE SET last_number = decision_series.last_number + EXCLUDED.last_number;

CREATE OR REPLACE FUNCTION pg_temp.letter(demand demands, language text) RETURNS text LANGUAGE sql AS $$
    SELECT '<!DOCTYPE html><html lang="' || language || '"><head><meta charset="utf-8"><title>' || title || '</title>'
        || '<link rel="stylesheet" href="/letter.css"></head><body><main><article><header><p class="sender">Region Skåne</p><h1>'
        || title || '</h1></header><dl>'
        || (SELECT string_agg('<dt>' || fact || '</dt><dd>' || pg_temp.escaped(told) || '</dd>', '' ORDER BY place)
              FROM (VALUES
                       (1, CASE language WHEN 'sv' THEN 'Diarienummer' ELSE 'Registry number' END, demand.registry_number),
                       (2, CASE language WHEN 'sv' THEN 'Gäller' ELSE 'Concerns' END, demand.decision_number),
                       (3, CASE language WHEN 'sv' THEN 'Datum' ELSE 'Date' END,
                           (demand.settled_at AT TIME ZONE 'Europe/Stockholm')::date::text),
                       (4, CASE language WHEN 'sv' THEN 'Sökande' ELSE 'Applicant' END,
                           (SELECT libraries.name FROM libraries WHERE libraries.id = demand.library_id)),
                       (5, CASE language WHEN 'sv' THEN 'Ansökan' ELSE 'Application' END, demand.title)
                   ) AS facts (place, fact, told))
        || '</dl><section><p>' || CASE language
               WHEN 'sv' THEN 'Regionen kräver tillbaka ' || pg_temp.kronor_in_words(demand.amount, language)
                   || '. Pengarna ska vara regionen till handa senast den ' || demand.due_on || '.'
               ELSE 'The region demands ' || pg_temp.kronor_in_words(demand.amount, language)
                   || ' back. The money must have reached the region by ' || demand.due_on || '.'
           END || '</p><h2>' || CASE language WHEN 'sv' THEN 'Skäl' ELSE 'Reasons' END || '</h2><p>'
        || pg_temp.escaped(demand.judgement) || '</p></section><section><h2>'
        || CASE language WHEN 'sv' THEN 'Beslutet fattas med stöd av' ELSE 'Made by delegation' END || '</h2><p>'
        || (SELECT pg_temp.escaped(line.number || '. ' || line.text) FROM delegations AS line WHERE line.id = demand.delegation_id)
        || '</p></section><section><h2>' || CASE language WHEN 'sv' THEN 'Så överklagar du' ELSE 'How to appeal' END || '</h2><p>'
        || (SELECT pg_temp.escaped(kept.text) FROM decision_texts AS kept
             WHERE kept.kind = 'legality-review' AND kept.language = letter.language ORDER BY kept.valid_from DESC LIMIT 1)
        || '</p></section><footer><p>'
        || (SELECT pg_temp.escaped(people.name) FROM people WHERE people.id = pg_temp.person('dag@region'))
        || '</p></footer></article></main></body></html>'
      FROM (SELECT CASE letter.language WHEN 'sv' THEN 'Beslut om återkrav ' ELSE 'Decision to demand repayment ' END
                   || demand.number AS title) AS head
$$;

INSERT INTO decision_documents (id, application_id, decision_id, kind, number, content, content_hash, translation, issued_by,
                                issued_at)
SELECT document_id, application_id, decision_id, 'repayment-demand', number, letter, sha256(convert_to(letter, 'UTF8')),
       pg_temp.letter(demands, 'en'), pg_temp.person('dag@region'), settled_at
  FROM demands
 CROSS JOIN LATERAL pg_temp.letter(demands, 'sv') AS letter;

INSERT INTO print_jobs (document_id)
SELECT document_id
  FROM demands;

INSERT INTO grant_decisions (document_id, grant_id, kind, amount_before, amount_after, reasons, delegation_id, appeal_kind,
                             appeal, decided_by, decided_at)
SELECT document_id, grant_id, 'repayment-demand', amount, amount, judgement, delegation_id, 'legality-review',
       (SELECT text FROM decision_texts WHERE kind = 'legality-review' AND language = 'sv' ORDER BY valid_from DESC LIMIT 1),
       pg_temp.person('dag@region'), settled_at
  FROM demands;

INSERT INTO announcements (decision_id, document_id, text, posted_at, appeal_ends_on, taken_down_on, posted_by)
SELECT decision_id, document_id, 'Beslut ' || number || ' om återkrav: ' || title || '. Ärende ' || registry_number || '.',
       settled_at + interval '1 day', (settled_at + interval '22 days')::date, (settled_at + interval '23 days')::date,
       officer_id
  FROM demands;

INSERT INTO claims (id, grant_id, kind, amount, reasons, due_on, demanded_by, demanded_at, document_id)
SELECT pg_temp.made_id('claim/' || name), grant_id, 'repayment', amount, judgement, due_on, pg_temp.person('dag@region'),
       settled_at, document_id
  FROM demands;

INSERT INTO steps
SELECT application_id, broken_at, writer_id, 'deviation', reason
  FROM broken
 UNION ALL
SELECT application_id, broken_at + interval '3 days', signer_id, 'reply', ''
  FROM broken
 UNION ALL
SELECT application_id, settled_at, pg_temp.person('dag@region'), 'enforced', judgement
  FROM broken
 WHERE settled_at IS NOT NULL;

-- Eslöv asks to hold the day a week later.
INSERT INTO change_requests (id, grant_id, number, kind, event_id, starts_before, ends_before, starts_after, ends_after, reasons,
                             requested_by, requested_at)
SELECT pg_temp.made_id('change/' || name), grant_id, 1, 'time', event_id, starts_at, ends_at, starts_at + interval '7 days',
       ends_at + interval '7 days', 'Studion är upptagen den dagen. Alla som är inbjudna får den nya tiden.', signer_id,
       pg_temp.wall_clock(-3, '11:30')
  FROM funded
 WHERE name = 'poddstudio';

UPDATE grants
   SET state = 'change-requested', version = version + 1
  FROM funded
 WHERE funded.grant_id = grants.id AND funded.name = 'poddstudio';

INSERT INTO steps
SELECT application_id, pg_temp.wall_clock(-3, '11:30'), signer_id, 'change-request',
       '1. Studion är upptagen den dagen. Alla som är inbjudna får den nya tiden.'
  FROM funded
 WHERE name = 'poddstudio';

INSERT INTO case_events (application_id, number, happened_at, actor_id, kind, detail)
SELECT steps.application_id, last.number + row_number() OVER (PARTITION BY steps.application_id ORDER BY steps.happened_at),
       steps.happened_at, steps.actor_id, steps.kind, steps.detail
  FROM steps
 CROSS JOIN LATERAL (
       SELECT max(number) AS number FROM case_events WHERE application_id = steps.application_id) AS last;

DROP FUNCTION pg_temp.made_id(text);
DROP FUNCTION pg_temp.day(integer) CASCADE;
DROP FUNCTION pg_temp.person(text);
DROP FUNCTION pg_temp.microseconds(timestamptz);
DROP FUNCTION pg_temp.wall_clock(integer, time);
