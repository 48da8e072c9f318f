-- What shows the rest of a case: a call with rounds, tracks, criteria and questions of its own, one of which follows
-- from the answer to another; and in the case of Malmö a review, a completion under way, and what the two sides have
-- said.
--
-- Synthetic throughout. Amounts are in öre. Ids are UUIDs of our own making (RFC 9562, version 8) from names.

CREATE OR REPLACE FUNCTION pg_temp.made_id(name text) RETURNS uuid LANGUAGE sql AS $$
    SELECT overlay(overlay(md5(name) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid
$$;
-- The clock in Stockholm, so many days from the day of seeding.
CREATE OR REPLACE FUNCTION pg_temp.wall_clock(days integer, clock time) RETURNS timestamptz LANGUAGE sql AS $$
    SELECT ((now() AT TIME ZONE 'Europe/Stockholm')::date + days + clock) AT TIME ZONE 'Europe/Stockholm'
$$;

INSERT INTO calls (id, region_id, title, description, opens_at, closes_at, project_starts_on, project_ends_on, budget,
                   maximum_amount, status, published_at, created_by, created_at)
SELECT pg_temp.made_id('call/larande'), people.region_id, 'Lärande i samverkan',
       'För bibliotek som lär sig tillsammans. Två inriktningar med var sin del av pengarna, och två ansökningsomgångar. Ansökningarna bedöms efter kriterier som alla kan läsa.',
       pg_temp.wall_clock(-10, '09:00'), pg_temp.wall_clock(240, '12:00'),
       (now() AT TIME ZONE 'Europe/Stockholm')::date, ((now() AT TIME ZONE 'Europe/Stockholm') + interval '2 years')::date,
       40000000, 8000000, 'published', pg_temp.wall_clock(-14, '10:00'), people.id, pg_temp.wall_clock(-20, '10:00')
  FROM people
 WHERE people.email = 'maria@region.example';

INSERT INTO call_rules (call_id, version, invite, notice_days, minimum_seats_for_others, maximum_own_share, recorded_at)
VALUES (pg_temp.made_id('call/larande'), 1, NULL, 14, 5, 0.5, pg_temp.wall_clock(-20, '10:00'));

INSERT INTO call_rounds (id, call_id, opens_at, closes_at, decision_expected_on) VALUES
    (pg_temp.made_id('round/larande/1'), pg_temp.made_id('call/larande'), pg_temp.wall_clock(-10, '09:00'),
     pg_temp.wall_clock(50, '12:00'), (now() AT TIME ZONE 'Europe/Stockholm')::date + 90),
    (pg_temp.made_id('round/larande/2'), pg_temp.made_id('call/larande'), pg_temp.wall_clock(180, '09:00'),
     pg_temp.wall_clock(240, '12:00'), (now() AT TIME ZONE 'Europe/Stockholm')::date + 280);

INSERT INTO call_tracks (id, call_id, position, name, english_name, budget, maximum_amount) VALUES
    (pg_temp.made_id('track/larande/prova'), pg_temp.made_id('call/larande'), 0, 'Pröva i liten skala',
     'Try on a small scale', 12000000, 3500000),
    (pg_temp.made_id('track/larande/lar'), pg_temp.made_id('call/larande'), 1, 'Lär i länet', 'Learn across the region',
     25000000, 8000000);

INSERT INTO call_question_sets (call_id, version, questions, recorded_by, recorded_at)
SELECT pg_temp.made_id('call/larande'), 1, jsonb_build_array(
           jsonb_build_object('id', pg_temp.made_id('question/larande/1'), 'kind', 'yes-or-no',
               'label', jsonb_build_object('sv', 'Spelas något in?', 'en', 'Will anything be recorded?'),
               'help', jsonb_build_object('sv', ''), 'isRequired', true, 'options', jsonb_build_array()),
           jsonb_build_object('id', pg_temp.made_id('question/larande/2'), 'kind', 'line',
               'label', jsonb_build_object('sv', 'Var kan andra bibliotek se inspelningen?',
                   'en', 'Where can other libraries see the recording?'),
               'help', jsonb_build_object('sv', 'En adress, eller vem man frågar.', 'en', 'An address, or whom to ask.'),
               'isRequired', true, 'options', jsonb_build_array(),
               'onlyIf', jsonb_build_object('questionId', pg_temp.made_id('question/larande/1'), 'answer', 'yes')),
           jsonb_build_object('id', pg_temp.made_id('question/larande/3'), 'kind', 'lines',
               'label', jsonb_build_object('sv', 'Vad gör ni om insatsen lyckas?', 'en', 'What will you do if it succeeds?'),
               'help', jsonb_build_object('sv', ''), 'isRequired', false, 'options', jsonb_build_array(),
               'limit', jsonb_build_object('most', 150, 'unit', 'words'))),
       people.id, pg_temp.wall_clock(-19, '10:00')
  FROM people
 WHERE people.email = 'maria@region.example';

UPDATE calls
   SET question_version = 1
 WHERE id = pg_temp.made_id('call/larande');

-- Two reviews are needed in the new call. Where handling goes on already, reviews help and are not needed.
INSERT INTO call_rubrics (call_id, version, required_reviews, recorded_by, recorded_at)
SELECT call.id, 1, call.reviews, people.id, pg_temp.wall_clock(-18, '10:00')
  FROM people,
       (VALUES (pg_temp.made_id('call/larande'), 2), ('5e317b9c-df0d-539b-8b35-743e70a93954'::uuid, 0)) AS call (id, reviews)
 WHERE people.email = 'maria@region.example';

INSERT INTO call_criteria (call_id, rubric_version, position, name_sv, name_en, weight, guidance)
SELECT rubric.call_id, 1, criterion.position, criterion.name_sv, criterion.name_en, criterion.weight, criterion.guidance
  FROM call_rubrics AS rubric,
       (VALUES
           (1, 'Angelägenhet', 'Need', 40, 'Möter insatsen ett behov som fler bibliotek har?'),
           (2, 'Regionalt mervärde', 'Value to the region', 40, 'Når inbjudan alla, och kan de som kommer ha nytta av det hemma?'),
           (3, 'Genomförbarhet', 'Feasibility', 20, 'Är tidplan och budget rimliga?')
       ) AS criterion (position, name_sv, name_en, weight, guidance);

-- Malmö: Amira has reviewed what was received; Elias, whose case it is, has then asked for more.
CREATE TEMPORARY TABLE malmo ON COMMIT DROP AS
SELECT application.id, application.call_id, application.case_officer_id, application.submitted_by, writer.id AS writer_id,
       reviewer.id AS reviewer_id
  FROM grant_applications AS application
  JOIN people AS writer ON writer.email = 'mia@malmo.example'
  JOIN people AS reviewer ON reviewer.email = 'amira@region.example'
 WHERE application.id = '26659815-2a10-5395-b0c5-d173a473b6e2';

INSERT INTO reviews (id, application_id, application_version, call_id, rubric_version, reviewed_by, reviewed_at)
SELECT pg_temp.made_id('review/malmo'), id, 2, call_id, 1, reviewer_id, pg_temp.wall_clock(-4, '09:15')
  FROM malmo;

INSERT INTO review_scores (review_id, position, score, comment) VALUES
    (pg_temp.made_id('review/malmo'), 1, 4, 'Flera bibliotek har frågat efter stöd att leda utan att kunna allt.'),
    (pg_temp.made_id('review/malmo'), 2, 5, 'Alla bjuds in, och upplägget går att ta med sig.'),
    (pg_temp.made_id('review/malmo'), 3, 3, 'Kostnaden för teknik behöver förklaras.');

-- Rut reviews it from outside, and has said that she is impartial.
INSERT INTO review_assignments (id, application_id, reviewer_id, due_on, assigned_by, assigned_at, impartial_at)
SELECT pg_temp.made_id('assignment/malmo'), malmo.id, people.id, (now() AT TIME ZONE 'Europe/Stockholm')::date + 21,
       malmo.case_officer_id, pg_temp.wall_clock(-5, '08:30'), pg_temp.wall_clock(-4, '11:00')
  FROM malmo, people
 WHERE people.email = 'rut@granskare.example';

INSERT INTO completion_requests (id, application_id, fields, message, due_on, requested_by, requested_at)
SELECT pg_temp.made_id('completion/malmo'), id, ARRAY['background', 'budget', 'attachments'],
       'Beskriv behovet närmare, dela upp kostnaden för teknik och bifoga gärna en offert.',
       (now() AT TIME ZONE 'Europe/Stockholm')::date + 14, case_officer_id, pg_temp.wall_clock(-2, '13:20')
  FROM malmo;

INSERT INTO completion_drafts (request_id, content, saved_by, saved_at)
SELECT pg_temp.made_id('completion/malmo'),
       jsonb_build_object('background', jsonb_build_object('texts', jsonb_build_object(
           'background', 'I vår enkät svarade två av tre att de inte vågar leda en kodstuga.'))),
       writer_id, pg_temp.wall_clock(-1, '15:40')
  FROM malmo;

UPDATE grant_applications
   SET status = 'completion-requested', version = version + 2, changed_at = pg_temp.wall_clock(-2, '13:20')
  FROM malmo
 WHERE malmo.id = grant_applications.id;

INSERT INTO case_messages (id, application_id, visibility, side, text, sent_by, sent_at)
SELECT pg_temp.made_id('message/malmo/' || said.number), malmo.id, said.visibility, said.side, said.text,
       CASE said.side WHEN 'region' THEN malmo.case_officer_id ELSE malmo.writer_id END, pg_temp.wall_clock(said.days, said.clock)
  FROM malmo,
       (VALUES
           (1, 'parties', 'region', 'Hej! Vad ingår i kostnaden för teknik?', -3, time '10:05'),
           (2, 'parties', 'applicant', 'Tolv lånedatorer och en teknisk värd under dagen.', -3, time '14:30'),
           (3, 'region', 'region', 'Jämför med vad Eslöv söker för teknik.', -3, time '15:00'),
           (4, 'parties', 'region', 'Tack. Jag ber om en komplettering, så att det står i ansökan.', -2, time '13:15')
       ) AS said (number, visibility, side, text, days, clock);

INSERT INTO case_events (application_id, number, happened_at, actor_id, kind, detail)
SELECT malmo.id, last.number + step.number, step.happened_at, step.actor_id, step.kind, step.detail
  FROM malmo
 CROSS JOIN LATERAL (SELECT max(number) AS number FROM case_events WHERE application_id = malmo.id) AS last
 CROSS JOIN LATERAL (VALUES
           (1, 'assign-reviewer', pg_temp.wall_clock(-5, '08:30'), malmo.case_officer_id, 'Rut Vidhem'),
           (2, 'review', pg_temp.wall_clock(-4, '09:15'), malmo.reviewer_id, ''),
           (3, 'confirm-impartiality', pg_temp.wall_clock(-4, '11:00'), 'a27a79b1-65dd-5e96-b5fa-d7607097ba6b', ''),
           (4, 'request-completion', pg_temp.wall_clock(-2, '13:20'), malmo.case_officer_id,
            'Beskriv behovet närmare, dela upp kostnaden för teknik och bifoga gärna en offert.'),
           (5, 'edit-completion', pg_temp.wall_clock(-1, '15:40'), malmo.writer_id, '')
       ) AS step (number, kind, happened_at, actor_id, detail);

-- Two neighbours have had a joint board since last year, and one of them is to become a part of the other: registered,
-- and not yet confirmed by a second person. Both are invented.
INSERT INTO library_boards (id, name)
VALUES (pg_temp.made_id('board/goinge'), 'Gemensamma biblioteksnämnden i Osby och Östra Göinge');

INSERT INTO board_changes (id, board_id, act, library_ids, effective_on, reason, registered_by, registered_at,
                           confirmed_by, confirmed_at)
SELECT pg_temp.made_id('board-change/goinge'), pg_temp.made_id('board/goinge'), 'arrival',
       ARRAY(SELECT id FROM libraries WHERE slug IN ('osby', 'ostra-goinge') ORDER BY slug),
       (date_trunc('year', now() AT TIME ZONE 'Europe/Stockholm') - interval '1 year')::date,
       'Kommunerna har avtalat om en gemensam nämnd för sina bibliotek.', registrar.id, pg_temp.wall_clock(-30, '10:00'),
       confirmer.id, pg_temp.wall_clock(-29, '10:00')
  FROM people AS registrar, people AS confirmer
 WHERE registrar.email = 'admin@region.example' AND confirmer.email = 'amira@region.example';

INSERT INTO board_members (id, board_id, library_id, valid_from, reason, decided_by, decided_at, applied_at)
SELECT pg_temp.made_id('board/goinge/' || library.slug), pg_temp.made_id('board/goinge'), library.id,
       (date_trunc('year', now() AT TIME ZONE 'Europe/Stockholm') - interval '1 year')::date,
       'Kommunerna har avtalat om en gemensam nämnd för sina bibliotek.', people.id, pg_temp.wall_clock(-30, '10:00'),
       pg_temp.wall_clock(-30, '10:00')
  FROM libraries AS library, people
 WHERE library.slug IN ('osby', 'ostra-goinge') AND people.email = 'admin@region.example';

INSERT INTO library_changes (id, library_id, successor_id, effective_on, reason, registered_by, registered_at)
SELECT pg_temp.made_id('library-change/osby'), library.id, successor.id,
       (date_trunc('year', now() AT TIME ZONE 'Europe/Stockholm') + interval '2 years')::date,
       'Kommunerna vill slå ihop sina bibliotek.', people.id, pg_temp.wall_clock(-6, '13:30')
  FROM libraries AS library, libraries AS successor, people
 WHERE library.slug = 'osby' AND successor.slug = 'ostra-goinge' AND people.email = 'amira@region.example';

DROP FUNCTION pg_temp.made_id(text);
DROP FUNCTION pg_temp.wall_clock(integer, time);
