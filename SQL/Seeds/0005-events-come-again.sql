-- The events of 2019 once more, in the weeks around and the months after the day of seeding, so that there is a living
-- calendar to look at. Synthetic throughout: none of these has been announced by anybody.
--
-- All move by the same whole number of weeks, so that weekdays, order and distances stay, the first of them falling
-- about five weeks before the day of seeding. They are moved as readings of the clock in Stockholm, so that 9.00 stays
-- 9.00 over the changes of summer time. Seasons do not move along: words for them are taken out, as are dates of 2019
-- and the nights in which the clock changes (the list below). Public holidays are not looked at. Assumed: published 60
-- days before, but at least some days before the day of seeding; registration opens eight weeks before at 9.00 and
-- closes, where seats are counted, a week before at the end of the day, or on the moved last day. A meeting without a
-- place is held at Kulturförvaltningen in Malmö. The id is a UUID of our own making (RFC 9562, version 8) from the id
-- of the event of 2019.

CREATE TEMPORARY TABLE new_words ON COMMIT DROP AS
SELECT given.id::uuid AS id, given.title, given.summary, given.description
  FROM (VALUES
           ('0aa6a1b2-b4d6-5bbe-8f24-03ce85d1efbd', 'Referensgruppen – uppstartsträff', 'Nya och gamla medlemmar i referensgruppen samlas kring den senaste behovsinventeringen.', ''),  -- referensgruppen-2019-uppstartstraff
           ('1367de82-b85a-5731-9cf5-ba07fee5b7c7', 'Stora utvecklingsdagen', NULL, NULL),  -- stora-utvecklingsdagen-2019
           ('8ebe4219-5970-5db4-ab68-f89c95630da2', NULL, 'Fyrtio minuter, en fråga, ingen agenda.', ''),  -- digitalt-morgonkaffe-1-4
           ('7ca231b1-506c-5583-8d3f-ee401ba1bbc3', NULL, 'Lagen om tillgänglighet till digital offentlig service gäller för all offentlig webb.', 'Vi går igenom WCAG 2.1, tillgänglighetsredogörelse och klarspråk.'),  -- tillganglighetsdirektivet-vad-betyder-det-for-bibliotekets-webb
           ('e09f91d3-6296-557f-83c2-1f8fe53dfdf3', NULL, 'Fyrtio minuter, en fråga, ingen agenda.', ''),  -- digitalt-morgonkaffe-2-4
           ('9ce42611-3824-584e-ab35-78ba2ed325b1', NULL, 'Övernattning med skaparverkstad för personal som arbetar med unga.', ''),  -- skapardygn-natt-pa-biblioteket
           ('2601c095-ce6a-58b7-a996-e34c62cadcc7', NULL, 'Fyrtio minuter, en fråga, ingen agenda.', ''),  -- digitalt-morgonkaffe-3-4
           ('405e7933-2453-5b96-bdcb-a874f85c7aaf', 'Träffpunkt biblioteksplaner', NULL, NULL),  -- traffpunkt-biblioteksplaner-2019
           ('84e1632d-9e38-59e6-95f3-306d1aac7813', NULL, 'Fyrtio minuter, en fråga, ingen agenda.', ''),  -- digitalt-morgonkaffe-4-4
           ('b5ed8074-5565-5675-be0a-aa527fc060f5', NULL, '', 'Anmälda får plats på ett nytt tillfälle.'),  -- robotprogrammering-for-barnbibliotekarier
           ('0ff24481-af9b-5a91-b50c-225ce3c94e77', NULL, 'Under kursen får deltagarna redskap och kunskaper för att själva kunna hålla i processer kring olika digitala frågor med kollegorna på det egna biblioteket.', 'Det kan handla om att skapa större trygghet i personalen kring de digitala frågorna, inventera den tekniska utrustningen eller att tillsammans få syn på behov av kompetensutveckling.'),  -- processledarutbildning-startpaketet
           ('1a677282-9e4d-5015-8df3-821151ea09e5', NULL, '', 'Obs! Ny tid.'),  -- meroppet-i-praktiken
           ('866aee9b-91c8-547d-bca9-884413e1b53f', 'Lov på biblioteket: idéverkstad', NULL, NULL),  -- sommarlov-pa-biblioteket-ideverkstad
           ('57a481fe-f285-5f73-a074-8af0d96753df', 'Biblioteksdagarna', NULL, NULL),  -- biblioteksdagarna-2019
           ('739aa8a7-f1f6-52a1-8220-6f73374109a5', NULL, 'Den nationella lärplattformen Digiteket visas för den som inte har sett den.', ''),  -- digiteket-visas-pa-biblioteksdagarna
           ('eb515ffa-9198-583b-a41b-7a998c95c9ab', NULL, 'Endast för egen personal.', ''),  -- intern-utbildningsdag-nya-bibliotekssystemet
           ('1aca4d76-c518-5750-913f-103b77d37ff6', NULL, 'Gruppen från utbildningen ses igen och berättar om processerna som har genomförts på hemmaplan.', ''),  -- uppfoljning-av-processledarutbildningen
           ('09d05cd2-dac8-5b2f-a1d7-0257a582d08c', NULL, 'För dig som missade processledarutbildningen.', ''),  -- startpaket-light-processledning-pa-en-formiddag
           ('6aea03a9-e0b5-591d-82ab-efbf3a3174df', NULL, 'Ställ frågor om villkoren för bidrag till kompetensutveckling – särskilt att andra bibliotek ska bjudas in.', ''),  -- oppet-hus-fraga-utvecklarna-om-bidrag
           ('8d9baf9b-b13e-5f35-addf-16c894b63674', NULL, 'Repris av webbinariet veckan före.', ''),  -- digiteket-kom-igang-pa-jobbet-repris
           ('a248aa92-77d8-579f-8f43-037ab2638c0d', NULL, 'Fortsättning på cirkeln.', ''),  -- biblioterapi-studiecirkel-traff-2
           ('f0a90201-bc41-53f3-a796-4f908cad5482', 'Spelkväll och speldesign: en natt på biblioteket', 'Vi spelar, ritar och bygger natten igenom.', ''),  -- hostnatt-spelkvall-och-speldesign
           ('992955e4-2a9c-57de-8937-70697294494b', NULL, 'Ersätter det inställda tillfället.', ''),  -- robotprogrammering-for-barnbibliotekarier-nytt-tillfalle
           ('c652ed64-a3b1-5fd9-8e96-eb6a49af20bb', NULL, 'Fortsättning på cirkeln.', ''),  -- biblioterapi-studiecirkel-traff-3
           ('b14fae14-b05e-554b-a5bf-27723ccb45e1', NULL, 'Fortsättning på cirkeln.', ''),  -- biblioterapi-studiecirkel-traff-4
           ('7a0ad34b-735f-5ca9-95c5-17fb5d0ad4f4', 'Nätverket Digitalt först samlas', 'Vi visar resultat och blickar framåt.', ''),  -- julglogg-med-natverket-digitalt-forst
           ('ca4681bd-291b-5266-b6fc-93152e094d30', NULL, 'Fortsättning på cirkeln.', '')  -- biblioterapi-studiecirkel-traff-5
       ) AS given (id, title, summary, description);

INSERT INTO events (id, calendar_uid, host_library_id, title, kind, summary, description, starts_at, ends_at, all_day,
                    attendance, venue_name, venue_city, venue_municipality_code, online_url, audience, themes, capacity,
                    seats_any, registration_opens_at, registration_closes_at, status, published_at, cancelled_at,
                    cancellation_reason, invitation_scope, invitation_state, invited_library_ids,
                    invitation_published_at, sequence, created_at, changed_at)
SELECT moved.id, moved.id || '@samlyft.example', event.host_library_id, coalesce(new_words.title, event.title), event.kind,
       coalesce(new_words.summary, event.summary),
       CASE WHEN event.id = 'f0e1b3e6-1db6-5f37-adfc-92f9c80933a8'
            THEN replace(event.description, 'senast den 13 augusti', 'senast två veckor före')
            ELSE coalesce(new_words.description, event.description) END,
       moved.starts AT TIME ZONE 'Europe/Stockholm', moved.ends AT TIME ZONE 'Europe/Stockholm', event.all_day,
       event.attendance,
       CASE WHEN moved.has_no_place THEN 'Kulturförvaltningen' ELSE event.venue_name END,
       CASE WHEN moved.has_no_place THEN 'Malmö' ELSE event.venue_city END,
       CASE WHEN moved.has_no_place THEN '1280' ELSE event.venue_municipality_code END,
       event.online_url, event.audience, event.themes, event.capacity, event.seats_any,
       (moved.starts::date - 56 + time '09:00') AT TIME ZONE 'Europe/Stockholm',
       CASE WHEN event.registration_closes_at IS NOT NULL
            THEN ((event.registration_closes_at AT TIME ZONE 'Europe/Stockholm') + moved.distance)
                 AT TIME ZONE 'Europe/Stockholm'
            WHEN event.capacity IS NOT NULL
            THEN (moved.starts::date - 7 + time '23:59:59') AT TIME ZONE 'Europe/Stockholm' END,
       event.status, CASE WHEN event.status <> 'draft' THEN moved.announced END,
       CASE WHEN event.status = 'cancelled' THEN moved.called_off END, event.cancellation_reason,
       event.invitation_scope, event.invitation_state, event.invited_library_ids,
       CASE WHEN event.status <> 'draft' THEN moved.announced END, event.sequence, moved.announced,
       CASE WHEN event.status = 'cancelled' THEN moved.called_off ELSE moved.announced END
  FROM events AS event
 CROSS JOIN LATERAL (
       SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date AS today
       ) AS seeding
 CROSS JOIN LATERAL (
       SELECT make_interval(weeks => round((seeding.today - 35 - DATE '2019-01-22') / 7.0)::integer) AS distance
       ) AS shift
 CROSS JOIN LATERAL (
       SELECT overlay(overlay(md5(event.id || '-kommande') PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid AS id,
              shift.distance,
              (event.starts_at AT TIME ZONE 'Europe/Stockholm') + shift.distance AS starts,
              (event.ends_at AT TIME ZONE 'Europe/Stockholm') + shift.distance AS ends,
              event.attendance = 'onsite' AND event.venue_city IS NULL AS has_no_place
       ) AS placed
 CROSS JOIN LATERAL (
       SELECT placed.*,
              (least(placed.starts::date - 60, seeding.today - 2 - extract(day FROM placed.starts)::integer)
               + time '09:00') AT TIME ZONE 'Europe/Stockholm' AS announced,
              (least(placed.starts::date, seeding.today) - 1 + time '08:00') AT TIME ZONE 'Europe/Stockholm' AS called_off
       ) AS moved
  LEFT JOIN new_words ON new_words.id = event.id
 WHERE event.starts_at >= timestamp '2019-01-01' AT TIME ZONE 'Europe/Stockholm'
   AND event.starts_at < timestamp '2020-01-01' AT TIME ZONE 'Europe/Stockholm';
