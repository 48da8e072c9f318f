-- Calls: nine that Region Skåne really made in 2017–2024, three of our own that are open or about to open on the day of
-- seeding, and what was granted before this service existed.
--
-- Real calls (public pages of utveckling.skane.se, bibliotekbildningochmedia.blogspot.com): names, days, amounts, who
-- may apply and conditions are facts. The season or year behind a name is ours, where the name alone came twice.
-- Assumed: one could apply from midnight, and to the end of the last day where no clock time is given; each was
-- published when it opened; the first day of "experimentspåret 2020" and two days of 2017 (opening 13 or 15 March,
-- decision 16 or 19 June: the pages disagree). A budget that is not known is 0, and the text says so. Amounts are in
-- öre. Ids are name-based UUIDs (RFC 9562, version 5) of names such as 'library/klippan' in the namespace of the DNS
-- name samlyft.example, so that the same thing has the same id in every database.

-- The clock in Stockholm, so many days from the day of seeding.
CREATE OR REPLACE FUNCTION pg_temp.wall_clock(days integer, clock time) RETURNS timestamptz LANGUAGE sql AS $$
    SELECT ((now() AT TIME ZONE 'Europe/Stockholm')::date + days + clock) AT TIME ZONE 'Europe/Stockholm'
$$;

INSERT INTO calls (id, region_id, title, description, opens_at, closes_at, budget, maximum_amount, status, published_at,
                   created_at)
SELECT given.id::uuid, regions.id, given.title, given.description,
       given.opens AT TIME ZONE 'Europe/Stockholm', given.closes AT TIME ZONE 'Europe/Stockholm',
       given.budget, given.maximum, 'published',
       given.opens AT TIME ZONE 'Europe/Stockholm', given.opens AT TIME ZONE 'Europe/Stockholm'
  FROM regions,
       (VALUES
           ('a2fed394-9129-5fd8-98ca-37202f4a06ee', 'Bidrag till biblioteksutveckling 2017', timestamp '2017-03-13 00:00', timestamp '2017-05-11 23:59:59', 150000000, NULL::bigint, E'Vem kan söka: folkbibliotek i Skåne.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nVillkor: regionalt mervärde; egen insats krävs.\nBeslut: 19 juni 2017.'),
           ('33c8573b-8fb9-5e7b-b7c0-e466f084a750', 'Bidrag till biblioteksutveckling 2018', timestamp '2018-03-12 00:00', timestamp '2018-05-03 23:59:59', 150000000, NULL, E'Vem kan söka: kommunala folkbibliotek i Skåne.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nBeslut: 14 juni 2018.'),
           ('dd86cf86-4572-551e-b4ed-bfab2c557a12', 'Bidrag till kompetensutveckling, hösten 2019', timestamp '2019-09-16 00:00', timestamp '2019-10-16 23:59:59', 0, NULL, E'Vem kan söka: folkbibliotek i Skåne, gärna i samverkan.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nVillkor: biblioteket bjuder även in bibliotekspersonal från andra bibliotek i Skåne.\nHur mycket pengar som fanns är inte känt.'),
           ('aad59043-09ca-5283-8097-6ff67334a842', 'Bidrag till biblioteksutveckling, hösten 2019', timestamp '2019-09-16 00:00', timestamp '2019-10-16 23:59:59', 0, NULL, E'Vem kan söka: folkbibliotek i Skåne, gärna i samverkan.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nHur mycket pengar som fanns är inte känt.'),
           ('ed0d1c93-5d3a-54f6-a846-239585d3a9a6', 'Bidrag till biblioteksutveckling – Folkpaket', timestamp '2019-12-09 00:00', timestamp '2020-01-20 23:59:59', 0, NULL, E'Vem kan söka: folkbibliotek i Skåne, begränsat antal platser.\nOmråden: digitalisering.\nVillkor: biblioteksledningen aktiv; 2–4 deltagare; med på alla workshoppar.\nHur mycket pengar som fanns är inte känt.'),
           ('c1f0673a-0b17-5dee-b6b9-0398324cafd3', 'Bidrag till biblioteksutveckling – kompetensutveckling, våren 2020', timestamp '2020-03-16 00:00', timestamp '2020-04-16 23:59:59', 0, NULL, E'Vem kan söka: bibliotek i Skåne.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nVillkor: biblioteket bjuder även in bibliotekspersonal från andra bibliotek i Skåne.\nHur mycket pengar som fanns är inte känt.'),
           ('27295fed-46b2-56c0-a9b8-0f264dbcd5b6', 'Bidrag till biblioteksutveckling – kompetensutveckling, hösten 2020', timestamp '2020-09-15 00:00', timestamp '2020-10-15 23:59:59', 0, NULL, E'Vem kan söka: bibliotek i Skåne.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nVillkor: biblioteket bjuder även in bibliotekspersonal från andra bibliotek i Skåne.\nHur mycket pengar som fanns är inte känt.'),
           ('04cd9931-73bc-50bb-8fa3-e99b00d7982a', 'Bidrag till biblioteksutveckling – experimentspåret 2020', timestamp '2020-01-01 00:00', timestamp '2020-12-11 23:59:59', 0, 3500000, E'Vem kan söka: kommunala folkbibliotek i Skåne.\nOmråden: demokrati, digitalisering, folkbibliotek för alla och litteratur- och läsfrämjande.\nBeslut: löpande.\nHur mycket pengar som fanns är inte känt.'),
           ('f7e0830b-1a04-5be4-89f9-b7464072da03', 'Biblioteksutveckling 2024 (Experimentspåret, Lärandespåret, Projektspåret)', timestamp '2024-01-16 00:00', timestamp '2024-11-15 12:00', 0, NULL, E'Vem kan söka: folkbibliotek i Skåne; Lärandespåret även andra bibliotekstyper.\nVillkor: Lärandespåret: lärandeinsatsen ska vara öppen och relevant för folkbibliotekspersonal i Skåne.\nBeslut: löpande.\nHur mycket pengar som fanns är inte känt.')
       ) AS given (id, title, opens, closes, budget, maximum, description)
 WHERE regions.slug = 'skane';

-- Synthetic, for trying the service: one open, one announced, one with hardly any money left (0006 commits it).
INSERT INTO calls (id, region_id, title, description, opens_at, closes_at, project_starts_on, project_ends_on, budget,
                   maximum_amount, status, published_at, created_by, created_at)
SELECT given.id::uuid, people.region_id, given.title, given.description, given.opens, given.closes,
       (least(given.opens, now()) AT TIME ZONE 'Europe/Stockholm')::date,
       ((now() AT TIME ZONE 'Europe/Stockholm') + interval '2 years')::date,
       given.budget, given.maximum, 'published', least(given.opens, pg_temp.wall_clock(-7, '09:00')), people.id,
       least(given.opens, pg_temp.wall_clock(-7, '09:00'))
  FROM people,
       (VALUES
           ('5e317b9c-df0d-539b-8b35-743e70a93954', 'Kompetensutveckling', pg_temp.wall_clock(-30, '00:00'), pg_temp.wall_clock(120, '12:00'), 60000000, 6000000, E'Folkbiblioteken i Skåne kan söka bidrag till föreläsningar, utbildningsdagar och workshoppar för sin personal. Biblioteket bjuder även in personal från andra skånska bibliotek.\nBidraget täcker arvoden, resor, lokal, förtäring, material, teknik och kommunikation. Lön för egen personal ingår inte.\nHandläggning pågår löpande. Sök i god tid: inbjudan ska gå ut minst 14 dagar före.'),
           ('80549a3a-ee8d-53b9-818f-a1c45fc205e4', 'Experimentspåret', pg_temp.wall_clock(21, '09:00'), pg_temp.wall_clock(200, '12:00'), 35000000, 3500000, 'För dig som vill pröva något nytt i liten skala och lära av det tillsammans med andra. Biblioteket bjuder in personal från andra skånska bibliotek till det tillfälle där resultatet visas.'),
           ('679a4a88-fd60-5ac2-9d58-f4c05da04920', 'Läsfrämjande i samverkan', pg_temp.wall_clock(-120, '00:00'), pg_temp.wall_clock(30, '12:00'), 10000000, 5000000, 'Utbildning i läsfrämjande för personal på flera bibliotek. Det mesta av pengarna är redan beviljade.')
       ) AS given (id, title, opens, closes, budget, maximum, description)
 WHERE people.email = 'maria@region.example';

-- Two that have closed. Their grants are on their way to the bank, or back again (0008); one is drawn in parts.
INSERT INTO calls (id, region_id, title, description, opens_at, closes_at, project_starts_on, project_ends_on, budget,
                   maximum_amount, payment_mode, status, published_at, created_by, created_at)
SELECT given.id::uuid, people.region_id, given.title, given.description, pg_temp.wall_clock(-500, '09:00'),
       pg_temp.wall_clock(-60, '12:00'), ((now() AT TIME ZONE 'Europe/Stockholm')::date - 500),
       ((now() AT TIME ZONE 'Europe/Stockholm') + interval '2 years')::date, given.budget, given.maximum, given.payment,
       'published', pg_temp.wall_clock(-500, '09:00'), people.id, pg_temp.wall_clock(-510, '10:00')
  FROM people,
       (VALUES
           ('18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'Samverkan kring lärande', 40000000, 6000000, 'fixed', 'För bibliotek som ordnar en dag eller kväll där personal från hela länet lär sig tillsammans. Utlysningen är stängd.'),
           ('6a0b6f60-ccf7-5593-94f4-591e6cea5009', 'Lärande i flera steg', 20000000, 9000000, 'drawn', 'För längre insatser. Biblioteket begär ut pengarna i delar, när de behövs. Utlysningen är stängd.')
       ) AS given (id, title, budget, maximum, payment, description)
 WHERE people.email = 'maria@region.example';

-- What those of our own say under the standard headings. The real ones say it in their description, as it is known.
UPDATE calls
   SET texts = jsonb_build_object(
           'who-may-apply', jsonb_build_object(
               'sv', 'Folkbibliotek i Skåne. Ni arrangerar själva eller tillsammans med andra, och bjuder in personal från andra bibliotek.',
               'en', 'Public libraries in Skåne. You host alone or together with others, and invite staff of other libraries.'),
           'not-for-what', jsonb_build_object(
               'sv', 'Ordinarie drift, lön för egen personal, inköp av medier eller lokaler, och sådant som redan har ägt rum.',
               'en', 'Ordinary operation, wages of own staff, media or premises, and what has already taken place.'))
 WHERE created_by IS NOT NULL;

-- The funding rule is the law of the service, so every call carries it, also those whose page did not state it:
-- invite all others, 14 days' notice, 5 seats for others, at most half of the seats kept for own staff. Of the real
-- calls four state that the library invites staff of other libraries (2019, spring and autumn 2020, 2024); the numbers
-- are ours.
INSERT INTO call_rules (call_id, version, invite, notice_days, minimum_seats_for_others, maximum_own_share, recorded_at)
SELECT id, 1, NULL, 14, 5, 0.5, created_at
  FROM calls;

-- Real grants as the region published them. A year with a question mark is inferred from the version of the page.
-- Two belong to a municipality rather than its library, and one to a branch: library_id is who answers for it.
INSERT INTO earlier_awards (id, year, scheme, grantee, library_id, amount, purpose, is_training_event, source)
SELECT given.id::uuid, given.year, given.scheme, given.grantee, libraries.id, given.amount, given.purpose,
       given.is_training_event, given.source
  FROM (VALUES
           ('3dd19c7c-0f09-527c-a9f6-9e9f48db3309', '2018', 'kunskapsdelning', 'Båstads bibliotek', 'bastad', 3410000, 'Studiecirkel i biblioterapeutisk läsning och skrivande för biblioteksanställda inom Familjen Helsingborg', true, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling'),
           ('f521f365-76f9-5980-a0bd-61de75249df6', '2018', 'kunskapsdelning', 'Malmö stadsbibliotek', 'malmo', 5000000, 'Metodhandbok för KRUT och kunskapsdelning', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling'),
           ('9142e748-7e71-50b6-9374-a9d27fd88a8b', '2018', 'biblioteksutveckling', 'Östra Göinge kommun', 'ostra-goinge', 5000000, 'Digitala verktyg i läsfrämjande arbete med barn och unga', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling'),
           ('4dbb502b-fb34-5c0f-88ee-3a1c1f2891c8', '2018', 'biblioteksutveckling', 'Svedala kommun', 'svedala', 25000000, 'Svedalarummet: utveckla och förnya lokalsamlingen', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling'),
           ('fde54e1b-4a32-5b46-bbcc-a4dbb1becb26', '2021?', 'kompetensutveckling', 'Eslövs stadsbibliotek', 'eslov', 2170000, 'Halvdagsutbildning om barns och ungas delaktighet', true, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senare version'),
           ('9198efca-26ed-5170-a12a-f8f6f7081d5a', '2021?', 'kompetensutveckling', 'Ystads bibliotek', 'ystad', 3500000, 'Kompetensutvecklingsdag om HBTQ+ och normkreativitet', true, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senare version'),
           ('45755b2f-cfff-583d-a2b0-bbaae12c9f9b', '2021?', 'experimentspåret', 'Biblioteken i Kävlinge kommun', 'kavlinge', 3500000, 'Filmskapande som metod; fjärrlån i Skåne (november 2021–juni 2022)', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senare version'),
           ('fee74588-e258-5699-8bf7-9a9068b34c18', '2021?', 'experimentspåret', 'Folkbiblioteken i Lund', 'lund', 3500000, 'Multimediakiosk i parken utanför stadsbiblioteket', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senare version'),
           ('5fbf673a-e099-5a32-af60-aab1e2a1eefe', 'okänt', 'projekt', 'Bjuvs bibliotek', 'bjuv', 28400000, 'Kapprumsbibliotek: läsfrämjande i förskolans kapprum', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senaste version'),
           ('2e28cc85-575b-5963-a6e4-a2d72d18466c', 'okänt', 'projekt', 'Dawit Isaak-biblioteket', 'malmo', 20000000, 'Regional biblioteksresurs i yttrande- och informationsfrihetsfrågor', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senaste version'),
           ('df38aa5b-c295-5070-9cf6-fc09f44df238', 'okänt', 'projekt', 'Trelleborgs bibliotek', 'trelleborg', 35000000, 'Rum för unga 16–21 år', false, 'utveckling.skane.se, beviljade bidrag inom biblioteksutveckling, senaste version')
       ) AS given (id, year, scheme, grantee, library, amount, purpose, is_training_event, source)
  JOIN libraries ON libraries.slug = given.library;

DROP FUNCTION pg_temp.wall_clock(integer, time);
