-- Cases of every age, so that no desk is empty: a draft in Klippan, one received from Båstad, one in review for Malmö,
-- one recommended for Eslöv (where Disa has a conflict of interest), and three approved, of Kristianstad, Helsingborg
-- (in part) and Ystad, which leave the call "Läsfrämjande i samverkan" with 6 500 kronor; and seven of calls that have
-- closed, whose money 0008 tells of.
--
-- Synthetic throughout. Times count in weeks from the day of seeding, on working days. The registry number has the year
-- in which the application came in. Amounts are in öre. Versions: an application is 1 as a draft and one more after
-- each of submission, handling, recommendation and decision; a recommendation bears the version that the decision then
-- reads. Not invented: what the rule said then (rule_evaluations). The service writes that itself, from facts. Ids are
-- name-based UUIDs (RFC 9562, version 5) of names such as 'library/klippan' in the namespace of the DNS name
-- samlyft.example, so that the same thing has the same id in every database. Ids that follow from others are UUIDs of
-- our own making (RFC 9562, version 8).

-- The clock in Stockholm in the week so many weeks from that of the day of seeding; weekday 0 is Monday.
CREATE OR REPLACE FUNCTION pg_temp.in_week(weeks integer, weekday integer, clock time) RETURNS timestamptz LANGUAGE sql AS $$
    SELECT (date_trunc('week', now() AT TIME ZONE 'Europe/Stockholm')::date + weeks * 7 + weekday + clock)
           AT TIME ZONE 'Europe/Stockholm'
$$;

CREATE OR REPLACE FUNCTION pg_temp.made_id(name text) RETURNS uuid LANGUAGE sql AS $$
    SELECT overlay(overlay(md5(name) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid
$$;

-- As the service itself writes times and amounts into what it keeps of a received application.
CREATE OR REPLACE FUNCTION pg_temp.rfc3339(instant timestamptz) RETURNS text LANGUAGE sql AS $$
    SELECT to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;
CREATE OR REPLACE FUNCTION pg_temp.kronor(ore bigint) RETURNS text LANGUAGE sql AS $$
    SELECT to_char(ore / 100.0, 'FM999999990.00')
$$;
CREATE OR REPLACE FUNCTION pg_temp.unit(library uuid) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('kind', 'library', 'id', id, 'name', name) FROM libraries WHERE id = library
$$;

-- An event that hosts alone and invites all others, as a snapshot keeps it.
CREATE OR REPLACE FUNCTION pg_temp.kept(event events) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object(
        'id', event.id, 'version', event.version, 'title', event.title, 'kind', event.kind, 'summary', event.summary,
        'description', event.description, 'startsAt', pg_temp.rfc3339(event.starts_at),
        'endsAt', pg_temp.rfc3339(event.ends_at), 'allDay', event.all_day, 'attendance', event.attendance,
        'venue', jsonb_build_object('name', event.venue_name, 'street', event.venue_street, 'city', event.venue_city,
            'municipalityCode', event.venue_municipality_code),
        'hasMeetingLink', event.online_url IS NOT NULL, 'audience', event.audience,
        'seats', jsonb_build_object('capacity', event.capacity, 'own', event.seats_own, 'others', event.seats_others,
            'any', event.seats_any),
        'registration', jsonb_build_object('opensAt', pg_temp.rfc3339(event.registration_opens_at),
            'closesAt', pg_temp.rfc3339(event.registration_closes_at)),
        'prices', jsonb_build_object('own', pg_temp.kronor(event.price_own),
            'others', pg_temp.kronor(event.price_others)),
        'host', pg_temp.unit(event.host_library_id), 'coHosts', '[]'::jsonb, 'confirmedCoHosts', '[]'::jsonb,
        'invitationScope', event.invitation_scope, 'invitationState', event.invitation_state,
        'invitees', (SELECT jsonb_agg(pg_temp.unit(invited) ORDER BY invited)
                       FROM invited_libraries(event, event_hosts(event)) AS invited),
        'status', event.status)
$$;

-- JSON as RFC 8785 spells it: no white space, and members by their names.
CREATE OR REPLACE FUNCTION pg_temp.canonical(value jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE jsonb_typeof(value)
        WHEN 'object' THEN (SELECT '{' || string_agg(to_json(member.key)::text || ':' || pg_temp.canonical(member.value),
                                       ',' ORDER BY member.key COLLATE "C") || '}'
                              FROM jsonb_each(value) AS member)
        WHEN 'array' THEN (SELECT '[' || coalesce(string_agg(pg_temp.canonical(item.value), ',' ORDER BY item.number), '')
                                  || ']'
                             FROM jsonb_array_elements(value) WITH ORDINALITY AS item (value, number))
        ELSE value::text
    END;
END
$$;

CREATE TEMPORARY TABLE cases ON COMMIT DROP AS
SELECT given.id::uuid AS id, given.call_id::uuid AS call_id, library.id AS library_id, given.status, given.version,
       given.requested, given.granted, writer.id AS writer_id, signer.id AS signer_id, officer.id AS officer_id,
       decider.id AS decider_id, given.created_at, given.submitted_at, given.handled_at, given.recommended_at,
       given.decided_at, given.title, given.purpose, given.proposal, given.reasons,
       'SAM ' || extract(year FROM given.submitted_at AT TIME ZONE 'Europe/Stockholm') || '/' || lpad(row_number() OVER (
           PARTITION BY extract(year FROM given.submitted_at AT TIME ZONE 'Europe/Stockholm')
           ORDER BY given.submitted_at)::text, 4, '0') AS registry_number
  FROM (VALUES
           ('b7ea3e6e-61b3-512a-bdbc-60d419c06e64', '679a4a88-fd60-5ac2-9d58-f4c05da04920', 'helsingborg', 'approved-partially', 5, 5000000, 4800000, 'eva@helsingborg.example', 'otto@helsingborg.example', 'elias@region.example', 'disa@region.example', pg_temp.in_week(-14, 1, '10:15'), pg_temp.in_week(-12, 1, '09:40'), pg_temp.in_week(-12, 3, '13:05'), pg_temp.in_week(-10, 2, '11:30'), pg_temp.in_week(-9, 1, '14:20'), 'Högläsning för vuxna', 'Personal från hela Skåne lär sig leda högläsning för vuxna, provar i par och tar med sig en plan för det egna biblioteket.', 'Insatsen är öppen för personal på alla skånska folkbibliotek och har god spridning. Kostnaden för förtäring är hög; 48 000 kronor föreslås.', 'Insatsen stärker läsfrämjande i hela länet. Bidrag beviljas med 48 000 kronor; förtäring täcks till en del. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att utbildningen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('f7922079-2b12-50f5-9ef5-91ac636c3b81', '679a4a88-fd60-5ac2-9d58-f4c05da04920', 'ystad', 'approved', 5, 4550000, 4550000, 'sara@ystad.example', 'bengt@ystad.example', 'elias@region.example', 'dag@region.example', pg_temp.in_week(-13, 0, '15:30'), pg_temp.in_week(-11, 4, '10:05'), pg_temp.in_week(-10, 0, '08:50'), pg_temp.in_week(-9, 0, '16:10'), pg_temp.in_week(-8, 2, '10:45'), 'Läsambassadörer i förskolan', 'Två dagar för bibliotekspersonal som arbetar med förskolor: boksamtal, rörelse och flerspråkighet.', 'Båda dagarna är öppna för alla folkbibliotek i Skåne. Budgeten är rimlig.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor till båda dagarna. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('f22f6d74-2842-55b3-a1ce-66ae11001261', '5e317b9c-df0d-539b-8b35-743e70a93954', 'kristianstad', 'approved', 5, 2800000, 2800000, 'nils@kristianstad.example', 'ingrid@kristianstad.example', 'amira@region.example', 'dag@region.example', pg_temp.in_week(-4, 4, '09:00'), pg_temp.in_week(-3, 0, '09:20'), pg_temp.in_week(-3, 1, '13:15'), pg_temp.in_week(-2, 1, '10:30'), pg_temp.in_week(-2, 3, '14:00'), 'Källkritik i bild och film', 'En dag om hur bilder och film granskas, med övningar som kan användas i undervisning på det egna biblioteket.', 'Temat efterfrågas i behovsinventeringen och inbjudan når alla andra folkbibliotek i Skåne.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att dagen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('1c607192-02a5-51a1-8702-80af92a4a2de', '5e317b9c-df0d-539b-8b35-743e70a93954', 'eslov', 'ready-for-decision', 4, 2450000, NULL::bigint, 'tove@eslov.example', 'gosta@eslov.example', 'amira@region.example', NULL, pg_temp.in_week(-4, 4, '11:20'), pg_temp.in_week(-3, 0, '15:05'), pg_temp.in_week(-3, 2, '09:30'), pg_temp.in_week(-1, 2, '11:20'), NULL, 'E-legitimation i disken: juridik och etik', 'En föreläsning, på plats och via länk, om vad personalen får och bör hjälpa till med när besökaren ska legitimera sig på nätet.', 'Alla andra folkbibliotek i Skåne bjuds in och kan delta via länk. Kostnaden är rimlig. Sökt belopp föreslås.', NULL),
           ('26659815-2a10-5395-b0c5-d173a473b6e2', '5e317b9c-df0d-539b-8b35-743e70a93954', 'malmo', 'in-review', 3, 4500000, NULL::bigint, 'mia@malmo.example', 'mans@malmo.example', 'elias@region.example', NULL, pg_temp.in_week(-3, 3, '10:40'), pg_temp.in_week(-2, 1, '09:12'), pg_temp.in_week(-2, 2, '13:40'), NULL, NULL, 'Kodstuga för alla', 'En dag för den som ska leda en kodstuga utan att kunna allt själv.', NULL, NULL),
           ('23998e1b-054e-5bb2-ab2b-78f01e608214', '5e317b9c-df0d-539b-8b35-743e70a93954', 'bastad', 'submitted', 2, 3250000, NULL::bigint, 'bodil@bastad.example', 'hans@bastad.example', NULL, NULL, pg_temp.in_week(-2, 1, '14:00'), pg_temp.in_week(-1, 1, '10:32'), NULL, NULL, NULL, 'Biblioterapi i grupp: ledarutbildning', 'Två dagar för den som vill leda en cirkel i biblioterapeutisk läsning och skrivande på sitt bibliotek.', NULL, NULL),
           ('8b81969b-fa37-530c-97cc-f554a77467a6', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'eslov', 'approved', 5, 3600000, 3600000, 'tove@eslov.example', 'gosta@eslov.example', 'amira@region.example', 'dag@region.example', pg_temp.in_week(-62, 1, '10:00'), pg_temp.in_week(-60, 1, '11:00'), pg_temp.in_week(-60, 2, '09:00'), pg_temp.in_week(-58, 2, '10:00'), pg_temp.in_week(-57, 3, '14:00'), 'Boksamtal med unga', 'Personalen prövar samtalsmetoder med unga läsare och tar med sig ett samtalsschema hem.', 'Öppet för alla folkbibliotek i Skåne. Budgeten är rimlig.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('47016b8e-9945-5092-b324-dd19f11f404f', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'kristianstad', 'approved', 5, 2600000, 2600000, 'nils@kristianstad.example', 'ingrid@kristianstad.example', 'elias@region.example', 'dag@region.example', pg_temp.in_week(-30, 1, '10:00'), pg_temp.in_week(-28, 1, '11:00'), pg_temp.in_week(-28, 2, '09:00'), pg_temp.in_week(-26, 2, '10:00'), pg_temp.in_week(-25, 3, '14:00'), 'Lokalhistoria i biblioteksrummet', 'En dag om att visa bygdens historia med enkla medel, i rummet och på nätet.', 'Temat efterfrågas, och alla bjuds in.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('eeab4185-7ba2-5953-ae6d-2a9dd2ecd246', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'bastad', 'approved', 5, 2200000, 2200000, 'bodil@bastad.example', 'hans@bastad.example', 'amira@region.example', 'disa@region.example', pg_temp.in_week(-29, 1, '10:00'), pg_temp.in_week(-27, 1, '11:00'), pg_temp.in_week(-27, 2, '09:00'), pg_temp.in_week(-26, 2, '10:00'), pg_temp.in_week(-24, 3, '14:00'), 'Skrivarverkstad för ledare', 'Den som leder skrivande på sitt bibliotek får öva och ge respons.', 'God spridning. Sökt belopp föreslås.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('601173b6-1ff5-5c18-a0e0-63a9233163b5', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'ystad', 'approved', 5, 3400000, 3400000, 'sara@ystad.example', 'bengt@ystad.example', 'elias@region.example', 'disa@region.example', pg_temp.in_week(-24, 1, '10:00'), pg_temp.in_week(-22, 1, '11:00'), pg_temp.in_week(-22, 2, '09:00'), pg_temp.in_week(-20, 2, '10:00'), pg_temp.in_week(-19, 3, '14:00'), 'Berättarkväll för hela länet', 'Muntligt berättande som metod i biblioteket, med övningar i grupp.', 'Alla bjuds in, och upplägget går att ta med sig.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('b2db46e5-df73-5a79-aa67-9f023edbc34b', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'helsingborg', 'approved', 5, 3800000, 3800000, 'eva@helsingborg.example', 'otto@helsingborg.example', 'amira@region.example', 'dag@region.example', pg_temp.in_week(-23, 1, '10:00'), pg_temp.in_week(-21, 1, '11:00'), pg_temp.in_week(-21, 2, '09:00'), pg_temp.in_week(-20, 2, '10:00'), pg_temp.in_week(-18, 3, '14:00'), 'Tillgängliga program', 'Hur program görs tillgängliga för alla besökare: rum, språk och teknik.', 'Insatsen möter ett behov som många har.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('911b1e99-9d0b-5585-b7c7-ef54ad670611', '6a0b6f60-ccf7-5593-94f4-591e6cea5009', 'malmo', 'approved', 5, 8000000, 8000000, 'mia@malmo.example', 'mans@malmo.example', 'elias@region.example', 'dag@region.example', pg_temp.in_week(-22, 1, '10:00'), pg_temp.in_week(-20, 1, '11:00'), pg_temp.in_week(-20, 2, '09:00'), pg_temp.in_week(-18, 2, '10:00'), pg_temp.in_week(-17, 3, '14:00'), 'Kodklubbar i fyra steg', 'Fyra träffar där personalen lär sig starta och leda kodklubbar.', 'Stegen bygger på varandra, och alla bjuds in.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('9ebe150a-cd41-5f84-b6c5-9874bf837f24', '18cd3769-8692-55e4-aa5f-c7ebeaf1f402', 'eslov', 'approved', 5, 3000000, 3000000, 'tove@eslov.example', 'gosta@eslov.example', 'amira@region.example', 'dag@region.example', pg_temp.in_week(-21, 1, '10:00'), pg_temp.in_week(-19, 1, '11:00'), pg_temp.in_week(-19, 2, '09:00'), pg_temp.in_week(-17, 2, '10:00'), pg_temp.in_week(-16, 3, '14:00'), 'Poddstudio för personal', 'Att göra en podd med det som finns: röst, klipp och upphovsrätt.', 'Lätt att göra efter. Sökt belopp föreslås.', 'Bidrag beviljas med sökt belopp. Villkor: personal från andra skånska bibliotek bjuds in på lika villkor fram till att insatsen har ägt rum. Bidrag kan krävas tillbaka om villkoret inte följs.'),
           ('d19946ea-06fd-5ccc-8872-5c6c39159aa0', '5e317b9c-df0d-539b-8b35-743e70a93954', 'klippan', 'draft', 1, 3000000, NULL::bigint, 'karin@klippan.example', NULL, NULL, NULL, pg_temp.in_week(-1, 3, '14:10'), NULL, NULL, NULL, NULL, 'AI i bibliotekets vardag', 'Personalen prövar verktyg, granskar svaren och samtalar om vad de betyder för bibliotekets uppdrag.', NULL, NULL)
       ) AS given (id, call_id, library, status, version, requested, granted, writer, signer, officer, decider, created_at,
                   submitted_at, handled_at, recommended_at, decided_at, title, purpose, proposal, reasons)
  JOIN libraries AS library ON library.slug = given.library
  JOIN people AS writer ON writer.email = given.writer
  LEFT JOIN people AS signer ON signer.email = given.signer
  LEFT JOIN people AS officer ON officer.email = given.officer
  LEFT JOIN people AS decider ON decider.email = given.decider;

CREATE TEMPORARY TABLE case_plans ON COMMIT DROP AS
SELECT given.id::uuid AS id, given.application_id::uuid AS application_id, given.cost_share, given.kind, given.theme,
       given.starts_at, given.ends_at, given.attendance, given.venue, given.city, given.municipality, given.url,
       given.capacity, given.own, given.others, given."any", given.title, given.summary, given.description
  FROM (VALUES
           ('fe939ed6-f165-517c-a80f-0f12b2bd281b', 'b7ea3e6e-61b3-512a-bdbc-60d419c06e64', 'workshop', 'litteratur-lasframjande', pg_temp.in_week(4, 3, '09:30'), pg_temp.in_week(4, 3, '15:30'), 'onsite', 'Helsingborgs stadsbibliotek, Studion', 'Helsingborg', '1283', NULL, 60, 20, 20, 20, 5000000, 'Högläsning för vuxna', 'Lär dig leda högläsning för vuxna.', 'Vi lyssnar, läser och ger varandra respons. Eftermiddagen ägnas åt en plan för det egna biblioteket.'),
           ('e39b72cc-ca74-5fc9-a5a5-3f5e088bb246', 'f7922079-2b12-50f5-9ef5-91ac636c3b81', 'training-day', 'barn-och-unga', pg_temp.in_week(5, 1, '09:00'), pg_temp.in_week(5, 1, '16:00'), 'onsite', 'Ystads stadsbibliotek', 'Ystad', '1286', NULL, 40, 10, 10, 20, 2500000, 'Läsambassadörer i förskolan, dag 1', 'Boksamtal och rörelse med de yngsta.', 'Första dagen av två. Anmälan gäller en dag i taget.'),
           ('5ba00cfe-5c74-5ba4-a4f6-6b5a28e103a1', 'f7922079-2b12-50f5-9ef5-91ac636c3b81', 'training-day', 'barn-och-unga', pg_temp.in_week(9, 1, '09:00'), pg_temp.in_week(9, 1, '16:00'), 'onsite', 'Ystads stadsbibliotek', 'Ystad', '1286', NULL, 40, 10, 10, 20, 2050000, 'Läsambassadörer i förskolan, dag 2', 'Flerspråkighet och samarbete med förskolan.', 'Andra dagen av två. Anmälan gäller en dag i taget.'),
           ('d0ce2e4b-fe55-543b-96d9-38b9a4b203ef', 'f22f6d74-2842-55b3-a1ce-66ae11001261', 'training-day', 'kallkritik-sokkritik-kalltillit', pg_temp.in_week(7, 1, '09:30'), pg_temp.in_week(7, 1, '15:30'), 'onsite', 'Kristianstads stadsbibliotek, Hörsalen', 'Kristianstad', '1290', NULL, 36, 0, 0, 36, 2800000, 'Källkritik i bild och film', 'Hur granskar vi bilder och film på nätet?', 'Förmiddagen går igenom metoder, eftermiddagen är övningar som du kan ta med dig hem.'),
           ('a5a4e73f-c10a-558a-a1e0-a90a322e2667', '1c607192-02a5-51a1-8702-80af92a4a2de', 'lecture', 'pedagogik-handledning-bemotande', pg_temp.in_week(10, 2, '13:00'), pg_temp.in_week(10, 2, '15:30'), 'hybrid', 'Eslövs stadsbibliotek, Sal Gasverket', 'Eslöv', '1285', 'https://meet.example/e-legitimation', 55, 0, 15, 40, 2450000, 'E-legitimation i disken: juridik och etik', 'Vad får vi hjälpa till med, och vad ska vi låta bli?', 'Föreläsning med tid för frågor. Du deltar på plats eller via länk.'),
           ('a835b76f-d44b-5ce5-919f-868c223467bd', '26659815-2a10-5395-b0c5-d173a473b6e2', 'workshop', 'barn-och-unga', pg_temp.in_week(11, 3, '10:00'), pg_temp.in_week(11, 3, '15:00'), 'onsite', 'Malmö stadsbibliotek, Lärcentrum', 'Malmö', '1280', NULL, 30, 10, 0, 20, 4500000, 'Kodstuga för alla: att leda utan att kunna allt', 'Pröva blockprogrammering och planera en kodstuga.', 'Ta gärna med en egen dator. Det finns att låna.'),
           ('eca75174-b874-5e03-902e-634a200c4769', '23998e1b-054e-5bb2-ab2b-78f01e608214', 'learning-circle', 'litteratur-lasframjande', pg_temp.in_week(12, 2, '10:00'), pg_temp.in_week(12, 2, '16:00'), 'onsite', 'Båstads bibliotek', 'Båstad', '1278', NULL, 24, 0, 0, 24, 1800000, 'Biblioterapi i grupp, dag 1: läsa', 'Att välja texter och leda samtalet.', 'Första dagen av två.'),
           ('a1c81494-0d8b-54c4-bc4f-2d98f208b959', '23998e1b-054e-5bb2-ab2b-78f01e608214', 'learning-circle', 'litteratur-lasframjande', pg_temp.in_week(15, 2, '10:00'), pg_temp.in_week(15, 2, '16:00'), 'onsite', 'Båstads bibliotek', 'Båstad', '1278', NULL, 24, 0, 0, 24, 1450000, 'Biblioterapi i grupp, dag 2: skriva', 'Att skriva tillsammans och ta hand om det som kommer upp.', 'Andra dagen av två.'),
           ('3e559ab6-63ed-5407-9ccf-3dc2feae8423', '8b81969b-fa37-530c-97cc-f554a77467a6', 'workshop', 'barn-och-unga', pg_temp.in_week(-40, 1, '09:30'), pg_temp.in_week(-40, 1, '15:30'), 'onsite', 'Eslövs stadsbibliotek, Sal Gasverket', 'Eslöv', '1285', NULL, 40, 0, 0, 40, 3600000, 'Boksamtal med unga', 'Personalen prövar samtalsmetoder med unga läsare och tar med sig ett samtalsschema hem.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('620a69e5-1223-5074-977c-efdc7310f81a', '47016b8e-9945-5092-b324-dd19f11f404f', 'training-day', 'digital-kompetens', pg_temp.in_week(-3, 2, '09:30'), pg_temp.in_week(-3, 2, '15:30'), 'onsite', 'Kristianstads stadsbibliotek, Hörsalen', 'Kristianstad', '1290', NULL, 36, 0, 0, 36, 2600000, 'Lokalhistoria i biblioteksrummet', 'En dag om att visa bygdens historia med enkla medel.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('22a379dc-7eac-587e-a57d-f4a94d59baf1', 'eeab4185-7ba2-5953-ae6d-2a9dd2ecd246', 'workshop', 'litteratur-lasframjande', pg_temp.in_week(-5, 1, '09:30'), pg_temp.in_week(-5, 1, '15:30'), 'onsite', 'Båstads bibliotek', 'Båstad', '1278', NULL, 24, 0, 0, 24, 2200000, 'Skrivarverkstad för ledare', 'Den som leder skrivande på sitt bibliotek får öva och ge respons.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('ccb38fc0-785b-54ff-8111-97c46394d20e', '601173b6-1ff5-5c18-a0e0-63a9233163b5', 'workshop', 'litteratur-lasframjande', pg_temp.in_week(6, 2, '09:30'), pg_temp.in_week(6, 2, '15:30'), 'onsite', 'Ystads stadsbibliotek', 'Ystad', '1286', NULL, 40, 0, 0, 40, 3400000, 'Berättarkväll för hela länet', 'Muntligt berättande som metod i biblioteket.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('16af7106-76a6-5968-81b8-0a3dd7bba5bb', 'b2db46e5-df73-5a79-aa67-9f023edbc34b', 'training-day', 'bibliotek-for-alla', pg_temp.in_week(5, 3, '09:30'), pg_temp.in_week(5, 3, '15:30'), 'onsite', 'Helsingborgs stadsbibliotek, Studion', 'Helsingborg', '1283', NULL, 60, 0, 0, 60, 3800000, 'Tillgängliga program', 'Hur program görs tillgängliga för alla besökare.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('e93e1597-a4b2-5e10-bcf1-db96c60fe7aa', '911b1e99-9d0b-5585-b7c7-ef54ad670611', 'learning-circle', 'digital-kompetens', pg_temp.in_week(8, 2, '09:30'), pg_temp.in_week(8, 2, '15:30'), 'onsite', 'Malmö stadsbibliotek, Lärcentrum', 'Malmö', '1280', NULL, 30, 0, 0, 30, 8000000, 'Kodklubbar i fyra steg', 'Fyra träffar där personalen lär sig starta och leda kodklubbar.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('c8543c6c-4b7f-5fda-a3af-a4999b52f369', '9ebe150a-cd41-5f84-b6c5-9874bf837f24', 'workshop', 'digital-kompetens', pg_temp.in_week(9, 1, '09:30'), pg_temp.in_week(9, 1, '15:30'), 'onsite', 'Eslövs stadsbibliotek, Studion', 'Eslöv', '1285', NULL, 20, 0, 0, 20, 3000000, 'Poddstudio för personal', 'Att göra en podd med det som finns.', 'Ta gärna med en fråga från det egna biblioteket.'),
           ('301e845a-8d95-5b86-8281-5c4871cdde86', 'd19946ea-06fd-5ccc-8872-5c6c39159aa0', 'workshop', 'digital-kompetens', pg_temp.in_week(14, 1, '09:30'), pg_temp.in_week(14, 1, '15:30'), 'onsite', 'Klippans bibliotek, Konsthallen', 'Klippan', '1276', NULL, 40, 10, 0, 30, 3000000, 'AI i bibliotekets vardag: pröva, granska, samtala', 'En dag med praktiska övningar och gemensam eftertanke.', 'Vi prövar i små grupper. Inga förkunskaper behövs.')
       ) AS given (id, application_id, kind, theme, starts_at, ends_at, attendance, venue, city, municipality, url, capacity,
                   own, others, "any", cost_share, title, summary, description);

-- Each event is a draft whose invitation is bound: the decision publishes both.
INSERT INTO events (id, calendar_uid, host_library_id, title, kind, summary, description, starts_at, ends_at, attendance,
                    venue_name, venue_city, venue_municipality_code, online_url, themes, capacity, seats_own, seats_others,
                    seats_any, registration_opens_at, registration_closes_at, invitation_scope, invitation_state,
                    created_by, created_at, changed_at)
SELECT plan.id, plan.id || '@samlyft.example', cases.library_id, plan.title, plan.kind, plan.summary, plan.description,
       plan.starts_at, plan.ends_at, plan.attendance, plan.venue, plan.city, plan.municipality, plan.url,
       ARRAY[plan.theme], plan.capacity, plan.own, plan.others, plan."any",
       ((plan.starts_at AT TIME ZONE 'Europe/Stockholm')::date - 42 + time '09:00') AT TIME ZONE 'Europe/Stockholm',
       ((plan.starts_at AT TIME ZONE 'Europe/Stockholm')::date - 7 + time '23:59:59') AT TIME ZONE 'Europe/Stockholm',
       'all', 'bound', cases.writer_id, cases.created_at, cases.created_at
  FROM case_plans AS plan
  JOIN cases ON cases.id = plan.application_id;

INSERT INTO grant_applications (id, call_id, library_id, title, purpose, requested_amount, created_by, created_at)
SELECT id, call_id, library_id, title, purpose, requested, writer_id, created_at
  FROM cases;

INSERT INTO registry_series (year, last_number)
SELECT extract(year FROM submitted_at AT TIME ZONE 'Europe/Stockholm'), count(*)
  FROM cases
 WHERE submitted_at IS NOT NULL
 GROUP BY 1;

INSERT INTO application_events (application_id, event_id, cost_share)
SELECT application_id, id, cost_share
  FROM case_plans;

INSERT INTO budget_lines (application_id, position, kind, amount) VALUES
    ('b7ea3e6e-61b3-512a-bdbc-60d419c06e64', 1, 'fee', 2600000),
    ('b7ea3e6e-61b3-512a-bdbc-60d419c06e64', 2, 'catering', 1600000),
    ('b7ea3e6e-61b3-512a-bdbc-60d419c06e64', 3, 'material', 800000),
    ('f7922079-2b12-50f5-9ef5-91ac636c3b81', 1, 'fee', 3000000),
    ('f7922079-2b12-50f5-9ef5-91ac636c3b81', 2, 'travel', 450000),
    ('f7922079-2b12-50f5-9ef5-91ac636c3b81', 3, 'catering', 800000),
    ('f7922079-2b12-50f5-9ef5-91ac636c3b81', 4, 'material', 300000),
    ('f22f6d74-2842-55b3-a1ce-66ae11001261', 1, 'fee', 1800000),
    ('f22f6d74-2842-55b3-a1ce-66ae11001261', 2, 'travel', 250000),
    ('f22f6d74-2842-55b3-a1ce-66ae11001261', 3, 'catering', 750000),
    ('1c607192-02a5-51a1-8702-80af92a4a2de', 1, 'fee', 1500000),
    ('1c607192-02a5-51a1-8702-80af92a4a2de', 2, 'technology', 650000),
    ('1c607192-02a5-51a1-8702-80af92a4a2de', 3, 'communication', 300000),
    ('26659815-2a10-5395-b0c5-d173a473b6e2', 1, 'fee', 2200000),
    ('26659815-2a10-5395-b0c5-d173a473b6e2', 2, 'technology', 1400000),
    ('26659815-2a10-5395-b0c5-d173a473b6e2', 3, 'catering', 900000),
    ('23998e1b-054e-5bb2-ab2b-78f01e608214', 1, 'fee', 2000000),
    ('23998e1b-054e-5bb2-ab2b-78f01e608214', 2, 'travel', 350000),
    ('23998e1b-054e-5bb2-ab2b-78f01e608214', 3, 'premises', 400000),
    ('23998e1b-054e-5bb2-ab2b-78f01e608214', 4, 'material', 500000),
    ('8b81969b-fa37-530c-97cc-f554a77467a6', 1, 'fee', 2160000),
    ('8b81969b-fa37-530c-97cc-f554a77467a6', 2, 'material', 1440000),
    ('47016b8e-9945-5092-b324-dd19f11f404f', 1, 'fee', 1560000),
    ('47016b8e-9945-5092-b324-dd19f11f404f', 2, 'material', 1040000),
    ('eeab4185-7ba2-5953-ae6d-2a9dd2ecd246', 1, 'fee', 1320000),
    ('eeab4185-7ba2-5953-ae6d-2a9dd2ecd246', 2, 'material', 880000),
    ('601173b6-1ff5-5c18-a0e0-63a9233163b5', 1, 'fee', 2040000),
    ('601173b6-1ff5-5c18-a0e0-63a9233163b5', 2, 'material', 1360000),
    ('b2db46e5-df73-5a79-aa67-9f023edbc34b', 1, 'fee', 2280000),
    ('b2db46e5-df73-5a79-aa67-9f023edbc34b', 2, 'material', 1520000),
    ('911b1e99-9d0b-5585-b7c7-ef54ad670611', 1, 'fee', 4800000),
    ('911b1e99-9d0b-5585-b7c7-ef54ad670611', 2, 'material', 3200000),
    ('9ebe150a-cd41-5f84-b6c5-9874bf837f24', 1, 'fee', 1800000),
    ('9ebe150a-cd41-5f84-b6c5-9874bf837f24', 2, 'material', 1200000),
    ('d19946ea-06fd-5ccc-8872-5c6c39159aa0', 1, 'fee', 1800000),
    ('d19946ea-06fd-5ccc-8872-5c6c39159aa0', 2, 'travel', 300000),
    ('d19946ea-06fd-5ccc-8872-5c6c39159aa0', 3, 'catering', 900000);

-- What is asked for can be written only before it is received.
UPDATE grant_applications
   SET status = cases.status, registry_number = cases.registry_number, submitted_by = cases.signer_id,
       submitted_at = cases.submitted_at, case_officer_id = cases.officer_id, version = cases.version,
       changed_at = greatest(cases.created_at, cases.submitted_at, cases.handled_at, cases.recommended_at,
           cases.decided_at)
  FROM cases
 WHERE cases.id = grant_applications.id;

-- As the service keeps it (Store/CaseRecords), but for what the rule said. The hash is of the text as it stands.
INSERT INTO application_snapshots (application_id, application_version, taken_at, content, content_hash)
SELECT received.id, 2, received.submitted_at, received.content, sha256(convert_to(received.content, 'UTF8'))
  FROM (SELECT cases.id, cases.submitted_at, pg_temp.canonical(jsonb_strip_nulls(jsonb_build_object(
                   'contentVersion', 1, 'registryNumber', cases.registry_number,
                   'receivedAt', pg_temp.rfc3339(cases.submitted_at),
                   'signatory', jsonb_build_object('id', people.id, 'name', people.name),
                   'call', jsonb_build_object(
                       'id', calls.id, 'title', calls.title, 'projectStartsOn', calls.project_starts_on,
                       'projectEndsOn', calls.project_ends_on, 'rule', jsonb_build_object(
                           'version', rule.version, 'invite', coalesce(rule.invite::text, 'all'),
                           'noticeDays', rule.notice_days, 'minimumSeatsForOthers', rule.minimum_seats_for_others,
                           'maximumOwnShare', rule.maximum_own_share::text,
                           'othersPayNoMore', rule.others_pay_no_more, 'calendarIsChannel', rule.calendar_is_channel,
                           'oneGrantPerEvent', rule.one_grant_per_event, 'daysToReply', rule.days_to_reply)),
                   'applicant', pg_temp.unit(cases.library_id), 'title', cases.title, 'purpose', cases.purpose,
                   'currency', 'SEK', 'requestedAmount', pg_temp.kronor(cases.requested),
                   'budget', (
                       SELECT jsonb_agg(jsonb_build_object('kind', line.kind, 'amount', pg_temp.kronor(line.amount))
                                  ORDER BY line.position)
                         FROM budget_lines AS line WHERE line.application_id = cases.id),
                   'costShares', (
                       SELECT jsonb_agg(jsonb_build_object('eventId', plan.id, 'title', plan.title,
                                  'amount', pg_temp.kronor(plan.cost_share)) ORDER BY plan.id)
                         FROM case_plans AS plan WHERE plan.application_id = cases.id),
                   'events', (
                       SELECT jsonb_agg(pg_temp.kept(event) ORDER BY event.id)
                         FROM case_plans AS plan JOIN events AS event ON event.id = plan.id
                        WHERE plan.application_id = cases.id)))) AS content
          FROM cases
          JOIN calls ON calls.id = cases.call_id
          JOIN call_rules AS rule ON rule.call_id = calls.id AND rule.version = 1
          JOIN people ON people.id = cases.signer_id
         WHERE cases.submitted_at IS NOT NULL) AS received;

INSERT INTO recommendations (application_id, application_version, outcome, amount, reasons, event_versions, recommended_by,
                             recommended_at)
SELECT cases.id, 4, 'approve', coalesce(cases.granted, cases.requested), cases.proposal,
       (SELECT jsonb_object_agg(plan.id, 1) FROM case_plans AS plan WHERE plan.application_id = cases.id),
       cases.officer_id, cases.recommended_at
  FROM cases
 WHERE cases.recommended_at IS NOT NULL;

-- What a decision does in one commit: it stands, the grant exists, the money is bound, the invitation is out, and the
-- condition is held.
INSERT INTO decisions (id, application_id, outcome, amount, reasons, recommended_by, decided_by, decided_at, number,
                       delegation_id, conditions, reclaim_reservation, appeal_kind, appeal, found_status, found_version,
                       found_changed_at)
SELECT pg_temp.made_id('decision/' || cases.id), cases.id, status, granted, reasons, officer_id, decider_id, decided_at,
       'BES ' || year || '/' || lpad(row_number() OVER (PARTITION BY year ORDER BY decided_at)::text, 4, '0'),
       (SELECT id FROM delegations WHERE number = 'K 4.1'),
       (SELECT text FROM decision_texts WHERE kind = 'funding-rule' AND language = 'sv'),
       (SELECT text FROM decision_texts WHERE kind = 'reclaim-reservation' AND language = 'sv'), 'legality-review',
       (SELECT text FROM decision_texts WHERE kind = 'legality-review' AND language = 'sv'), 'ready-for-decision', 4,
       decided_at
  FROM cases
 CROSS JOIN LATERAL (SELECT extract(year FROM decided_at AT TIME ZONE 'Europe/Stockholm') AS year) AS decided
 WHERE decided_at IS NOT NULL;

INSERT INTO decision_series (year, last_number)
SELECT extract(year FROM decided_at AT TIME ZONE 'Europe/Stockholm'), count(*)
  FROM cases
 WHERE decided_at IS NOT NULL
 GROUP BY 1;

INSERT INTO grants (id, application_id, call_id, library_id, amount, awarded_at)
SELECT pg_temp.made_id('grant/' || id), id, call_id, library_id, granted, decided_at
  FROM cases
 WHERE decided_at IS NOT NULL;

UPDATE calls
   SET committed = committed + granted.amount, version = version + granted.number
  FROM (SELECT call_id, sum(amount) AS amount, count(*) AS number FROM grants GROUP BY call_id) AS granted
 WHERE calls.id = granted.call_id;

UPDATE events
   SET status = 'published', published_at = cases.decided_at, invitation_state = 'published',
       invitation_published_at = cases.decided_at, changed_at = cases.decided_at, version = events.version + 1
  FROM case_plans AS plan
  JOIN cases ON cases.id = plan.application_id
 WHERE events.id = plan.id AND cases.decided_at IS NOT NULL;

-- Of a grant in part, each event's share is in proportion. Both calls want all other libraries of the region invited.
INSERT INTO conditions (id, grant_id, event_id, cost_share, call_id, rule_version, minimum_invited, hosts,
                        held_since)
SELECT pg_temp.made_id('condition/' || grants.id || '/' || plan.id), grants.id, plan.id,
       plan.cost_share * cases.granted / cases.requested, cases.call_id, 1,
       (SELECT count(*) FROM invited_libraries(events, event_hosts(events))), event_hosts(events), cases.decided_at
  FROM grants
  JOIN cases ON cases.id = grants.application_id
  JOIN case_plans AS plan ON plan.application_id = cases.id
  JOIN events ON events.id = plan.id;

-- Ystad has accepted its conditions, and the whole sum has been requested.
INSERT INTO grant_acceptances (grant_id, accepted_by, accepted_at, terms, terms_hash)
SELECT grants.id, cases.signer_id, cases.decided_at + interval '1 day', cases.reasons,
       sha256(convert_to(cases.reasons, 'UTF8'))
  FROM grants
  JOIN cases ON cases.id = grants.application_id
  JOIN libraries ON libraries.id = grants.library_id AND libraries.slug = 'ystad'
 WHERE grants.call_id = '679a4a88-fd60-5ac2-9d58-f4c05da04920';

UPDATE grants
   SET state = 'active', version = version + 1
  FROM grant_acceptances AS accepted
 WHERE accepted.grant_id = grants.id;

INSERT INTO payments (id, grant_id, number, amount, state, planned_at, requested_at)
SELECT pg_temp.made_id('payment/' || grants.id), grants.id, 1, grants.amount, 'requested', accepted.accepted_at,
       accepted.accepted_at
  FROM grants
  JOIN grant_acceptances AS accepted ON accepted.grant_id = grants.id;

-- The kinds are the commands that people gave.
INSERT INTO case_events (application_id, number, happened_at, actor_id, kind, detail)
SELECT cases.id, row_number() OVER (PARTITION BY cases.id ORDER BY step.happened_at), step.happened_at, step.actor_id,
       step.kind, step.detail
  FROM cases
 CROSS JOIN LATERAL (VALUES
           ('draft', cases.created_at, cases.writer_id, ''),
           ('submit', cases.submitted_at, cases.signer_id, cases.registry_number),
           ('handle', cases.handled_at, cases.officer_id, ''),
           ('recommend', cases.recommended_at, cases.officer_id, cases.proposal),
           (CASE cases.status WHEN 'approved' THEN 'approve' ELSE 'approvePartially' END, cases.decided_at,
            cases.decider_id, cases.reasons),
           ('accept', (SELECT accepted_at FROM grant_acceptances AS accepted JOIN grants ON grants.id = accepted.grant_id
                        WHERE grants.application_id = cases.id), cases.signer_id, '')
       ) AS step (kind, happened_at, actor_id, detail)
 WHERE step.happened_at IS NOT NULL;

DROP FUNCTION pg_temp.in_week(integer, integer, time);
DROP FUNCTION pg_temp.made_id(text);
DROP FUNCTION pg_temp.kept(events);
DROP FUNCTION pg_temp.unit(uuid);
DROP FUNCTION pg_temp.canonical(jsonb);
