-- name: list
-- The libraries, by name as Swedish sorts it; of one municipality or of one kind where that is asked for, and those
-- that have ended where they are asked for, too.
SELECT id, name, kind, municipality_code, valid_to, successor_id, coalesce(valid_to <= today(), false) AS has_ended
  FROM libraries
 WHERE (:municipality::text IS NULL OR municipality_code = :municipality)
   AND (:kind::text IS NULL OR kind = :kind)
   AND (:with_ended::boolean OR valid_to IS NULL OR valid_to > today())
 ORDER BY kind <> 'public', name COLLATE "sv-x-icu", id
 LIMIT :limit::bigint OFFSET :offset::bigint;

-- name: count
SELECT count(*) AS total
  FROM libraries
 WHERE (:municipality::text IS NULL OR municipality_code = :municipality)
   AND (:kind::text IS NULL OR kind = :kind)
   AND (valid_to IS NULL OR valid_to > today());

-- name: get
SELECT id, name, kind, municipality_code, valid_to, successor_id, coalesce(valid_to <= today(), false) AS has_ended
  FROM libraries
 WHERE id = :id;

-- name: branches
-- The branches of these libraries that are open today.
SELECT id, library_id, name
  FROM branches
 WHERE library_id = ANY (:libraries::uuid[]) AND (valid_to IS NULL OR valid_to > today())
 ORDER BY kind <> 'main', name COLLATE "sv-x-icu", id;

-- name: libraryOfBranch
-- Every branch and its library: what the funding rule needs to count a branch as its library.
SELECT id, library_id
  FROM branches;

-- name: members
-- The public libraries of the region, with the days on which both they and their membership are valid.
SELECT member.library_id,
       greatest(member.valid_from, library.valid_from) AS valid_from,
       least(member.valid_to, library.valid_to) AS valid_to
  FROM region_members AS member
  JOIN libraries AS library ON library.id = member.library_id AND library.kind = 'public'
 ORDER BY member.library_id;

-- name: successions
-- Whose part each library is that has merged, and from which day; in a chain once for each link.
SELECT library_id, successor_id, since
  FROM successions
 ORDER BY library_id, since;

-- name: boards
-- Who is on which joint library board, and when; whoever left on the day of coming never was.
SELECT board_id, library_id, valid_from, valid_to
  FROM board_members
 WHERE valid_to IS NULL OR valid_to > valid_from
 ORDER BY board_id, library_id, valid_from;

-- name: municipalities
SELECT code, name
  FROM municipalities
 ORDER BY name COLLATE "sv-x-icu";

-- name: known
-- Which of these libraries exist.
SELECT id
  FROM libraries
 WHERE id = ANY (:ids::uuid[]);

-- name: knownBranches
-- Which of these branches exist.
SELECT id
  FROM branches
 WHERE id = ANY (:ids::uuid[]);

-- name: named
-- The library that somebody means by its slug, or by the code of the municipality whose public library it is.
SELECT id, name, kind, municipality_code, valid_to, successor_id, coalesce(valid_to <= today(), false) AS has_ended
  FROM libraries
 WHERE slug = :word OR (kind = 'public' AND municipality_code = :word AND (valid_to IS NULL OR valid_to > today()))
 ORDER BY slug <> :word
 LIMIT 1;

-- name: principals
-- Who answers for these libraries today.
SELECT DISTINCT principal_on(named.id, today()) AS id
  FROM unnest(:ids::uuid[]) AS named (id);
