-- Demo people, so that the service can be tried in every role. All are invented, and their addresses are of the
-- reserved domain .example (RFC 2606). Nobody can be reached by them. Rut comes from outside, to review. That they hold
-- their roles from 1 January 2024 on is assumed. Ids are name-based UUIDs (RFC 9562, version 5) of names such as
-- 'library/klippan' in the namespace of the DNS name samlyft.example, so that the same thing has the same id in every
-- database.

-- The UIDs of the events to come end in this host, unless another one was decided when the database was migrated.
INSERT INTO installation (calendar_host)
VALUES ('samlyft.example')
ON CONFLICT DO NOTHING;

INSERT INTO people (id, email, name, library_id, region_id, created_at)
SELECT given.id::uuid, given.email, given.name, libraries.id, CASE WHEN given.library IS NULL THEN regions.id END,
       timestamp '2024-01-01 08:00' AT TIME ZONE 'Europe/Stockholm'
  FROM regions,
       (VALUES
           ('387b7959-cd9f-5c1a-bb3b-e981443c211b', 'karin@klippan.example', 'Karin Åkervind', 'klippan'),
           ('e202008b-d195-5b27-b328-f9a82e90761d', 'ulf@klippan.example', 'Ulf Tallmark', 'klippan'),
           ('90089596-86bb-5923-831e-01f4844cbf4b', 'jonas@lund.example', 'Jonas Björkrot', 'lund'),
           ('154724a6-ffea-566a-b18e-28c29e6eb103', 'lena@lund.example', 'Lena Havtorn', 'lund'),
           ('f7d769b8-f7f8-5855-b0c8-c440c742c0a0', 'sven@lund.example', 'Sven Ljungmo', 'lund'),
           ('fdfb5a93-0f71-5d1b-a1f5-12246493d039', 'petra@perstorp.example', 'Petra Rönnskog', 'perstorp'),
           ('d2a16181-0862-5a7c-9fd7-ac682fa61f4f', 'pontus@perstorp.example', 'Pontus Gransjö', 'perstorp'),
           ('17d8c930-2545-54e1-9cab-b731632c54b2', 'mia@malmo.example', 'Mia Strandvass', 'malmo'),
           ('e0d967e7-efbd-510f-9abc-557d4125cd93', 'mans@malmo.example', 'Måns Kallebäck', 'malmo'),
           ('abe91781-6c29-5987-80e3-322a26162b40', 'nadia@malmo.example', 'Nadia Sundåker', 'malmo'),
           ('2856d00f-2529-59eb-acc9-06cc18d9da93', 'bodil@bastad.example', 'Bodil Hallås', 'bastad'),
           ('13dfac79-bf5d-57cf-abd4-448beebd1b52', 'hans@bastad.example', 'Hans Bjärevik', 'bastad'),
           ('9ad8a2f9-128b-5f81-b3c5-c95c50329b43', 'eva@helsingborg.example', 'Eva Klockhed', 'helsingborg'),
           ('bc5434d0-9f9e-52bf-b6ec-7e0783221365', 'otto@helsingborg.example', 'Otto Sundslätt', 'helsingborg'),
           ('a3665ba4-a40b-5a37-929b-2726cfc781ed', 'nils@kristianstad.example', 'Nils Helgeå', 'kristianstad'),
           ('dc855001-0532-5f91-bfd9-bd494f89f696', 'ingrid@kristianstad.example', 'Ingrid Vramsdal', 'kristianstad'),
           ('994cf6d4-592d-5b19-89c9-bf893272357b', 'tove@eslov.example', 'Tove Bråmark', 'eslov'),
           ('af480d3d-c71c-5d08-8412-425ccafe5013', 'gosta@eslov.example', 'Gösta Trollsjö', 'eslov'),
           ('30f73960-4c3e-5f26-96dc-5a1a718274cc', 'sara@ystad.example', 'Sara Sandvret', 'ystad'),
           ('e28b961b-6258-5166-a1fa-55a7d3d6d1fe', 'bengt@ystad.example', 'Bengt Österklint', 'ystad'),
           ('f926d20b-4785-5ced-89ab-6b304f05ee60', 'britt@bjuv.example', 'Britt Ekebacke', 'bjuv'),
           ('8edf2966-9280-5b2f-9997-b09cfa61d226', 'sixten@sjobo.example', 'Sixten Vollmark', 'sjobo'),
           ('af62287b-b963-5bea-9d5a-f791841799fd', 'alice@simrishamn.example', 'Alice Österlid', 'simrishamn'),
           ('5324e420-4ea7-59c8-ac3c-fe3cef192592', 'ylva@universitetsbiblioteket.example', 'Ylva Helgonfält', 'lunds-universitetsbibliotek'),
           ('b98ebf8c-15a7-5281-860d-57abb278402e', 'amira@region.example', 'Amira Solvik', NULL),
           ('860a8fc9-2b1b-5444-b737-d2f73fb27b0e', 'elias@region.example', 'Elias Norrhage', NULL),
           ('1ace00c4-a576-5206-b311-0084a0f75f9e', 'dag@region.example', 'Dag Granfors', NULL),
           ('e223b8a9-7222-5e4c-a377-7ddb6fa959ee', 'disa@region.example', 'Disa Hedekull', NULL),
           ('3dc766b7-78d6-5e52-84c0-a378c7533738', 'finn@region.example', 'Finn Asplid', NULL),
           ('e486e48c-9700-5fd1-9338-0d991b8fb3e9', 'frida@region.example', 'Frida Myrslätt', NULL),
           ('cd416815-8142-56df-afc0-27efc3662eb2', 'maria@region.example', 'Maria Kvarnlid', NULL),
           ('5ae022bd-8cf7-5f4c-ad26-1d895f50ad0f', 'admin@region.example', 'Alva Nyckelby', NULL),
           ('2d12db77-d261-5eb7-ab3d-dd0ae33c74bc', 'revisor@region.example', 'Runa Facksjö', NULL),
           ('a27a79b1-65dd-5e96-b5fa-d7607097ba6b', 'rut@granskare.example', 'Rut Vidhem', 'outside')
       ) AS given (id, email, name, library)
  LEFT JOIN libraries ON libraries.slug = given.library
 WHERE regions.slug = 'skane';

-- In every library with applicants one person writes and another signs, but for small ones, where one head may do all.
INSERT INTO role_assignments (person_id, role, library_id, valid_from)
SELECT people.id, held.role, people.library_id, DATE '2024-01-01'
  FROM (VALUES
           ('karin@klippan.example', '{staff,host,applicant}'),
           ('ulf@klippan.example', '{staff,head,signatory,host,applicant}'),
           ('jonas@lund.example', '{staff,ambassador}'),
           ('lena@lund.example', '{staff,host,applicant}'),
           ('sven@lund.example', '{staff,head,signatory}'),
           ('petra@perstorp.example', '{staff}'),
           ('pontus@perstorp.example', '{staff,head,signatory,host,applicant}'),
           ('mia@malmo.example', '{staff,host,applicant}'),
           ('mans@malmo.example', '{staff,head,signatory}'),
           ('nadia@malmo.example', '{staff,ambassador}'),
           ('bodil@bastad.example', '{staff,host,applicant}'),
           ('hans@bastad.example', '{staff,head,signatory}'),
           ('eva@helsingborg.example', '{staff,host,applicant}'),
           ('otto@helsingborg.example', '{staff,head,signatory}'),
           ('nils@kristianstad.example', '{staff,host,applicant}'),
           ('ingrid@kristianstad.example', '{staff,head,signatory}'),
           ('tove@eslov.example', '{staff,host,applicant}'),
           ('gosta@eslov.example', '{staff,head,signatory}'),
           ('sara@ystad.example', '{staff,host,applicant}'),
           ('bengt@ystad.example', '{staff,head,signatory}'),
           ('britt@bjuv.example', '{staff,head,signatory,host,applicant}'),
           ('sixten@sjobo.example', '{staff,head,signatory,host,applicant}'),
           ('alice@simrishamn.example', '{staff,ambassador}'),
           ('ylva@universitetsbiblioteket.example', '{staff}'),
           ('amira@region.example', '{case_officer}'),
           ('elias@region.example', '{case_officer}'),
           ('dag@region.example', '{decision_maker}'),
           ('disa@region.example', '{decision_maker}'),
           ('finn@region.example', '{finance}'),
           ('frida@region.example', '{finance}'),
           ('maria@region.example', '{developer}'),
           ('admin@region.example', '{administrator}'),
           ('revisor@region.example', '{auditor}'),
           ('rut@granskare.example', '{reviewer}')
       ) AS given (email, roles)
  JOIN people ON people.email = given.email
 CROSS JOIN unnest(given.roles::text[]) AS held (role);

-- A side job: Disa decides for the region and works evenings in Eslöv, so she has a conflict of interest in Eslöv's
-- cases.
INSERT INTO role_assignments (person_id, role, library_id, valid_from)
SELECT people.id, 'staff', libraries.id, DATE '2024-01-01'
  FROM people, libraries
 WHERE people.email = 'disa@region.example' AND libraries.slug = 'eslov';

-- How money that the demo region demands back is paid. The giro number is nobody's: it only has its check digit.
INSERT INTO decision_texts (kind, language, valid_from, text)
VALUES ('repayment', 'sv', DATE '2024-01-01', 'Betala {amount} till Region Skåne, bankgiro 123-4566, senast {day}. Ange {number} som referens.'),
       ('repayment', 'en', DATE '2024-01-01', 'Pay {amount} to Region Skåne, bankgiro 123-4566, by {day}. Give {number} as the reference.'),
       ('contact', 'sv', DATE '2024-01-01', 'Frågor om beslutet besvaras av {officer}, {email}, eller av regionens biblioteksutveckling, telefon 040-000 00 00.'),
       ('contact', 'en', DATE '2024-01-01', 'Questions about the decision are answered by {officer}, {email}, or by the region''s library development, telephone 040-000 00 00.');

-- The delegation order of the demo region, with numbers of its own invention.
INSERT INTO delegations (id, number, text, outcomes, maximum_amount, valid_from)
VALUES ('5e14eec1-6754-5f96-b8ee-e9277bfd14f3', 'K 4.1', 'Besluta om bidrag till biblioteksutveckling, högst 300 000 kronor per beslut.',
        '{approved,approved-partially}', 30000000, DATE '2024-01-01'),
       ('0d5a4d0f-dfbd-5a85-94f7-2367bc282f33', 'K 4.2', 'Avslå och avvisa ansökningar om bidrag till biblioteksutveckling.',
        '{rejected,dismissed}', NULL, DATE '2024-01-01');
