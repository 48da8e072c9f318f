-- The region, its municipalities, the libraries (principals) and their branches, each with the days on which it was so.

-- The day in Sweden. The server may keep the time of any place.
CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date
$$;

CREATE TABLE regions (
    id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL UNIQUE,
    name text NOT NULL
);

CREATE TABLE municipalities (
    code          text PRIMARY KEY,
    region_id     uuid NOT NULL REFERENCES regions,
    name          text NOT NULL,
    slug          text NOT NULL UNIQUE,
    seat          text NOT NULL,
    population    integer,
    population_on date,
    CONSTRAINT municipality_code_is_four_digits CHECK (code ~ '^[0-9]{4}$')
);

-- A library is a principal: who answers for the staff. Its buildings are branches.
CREATE TABLE libraries (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug              text NOT NULL UNIQUE,
    name              text NOT NULL,
    kind              text NOT NULL,
    municipality_code text REFERENCES municipalities,
    valid_from        date NOT NULL DEFAULT DATE '2000-01-01',
    valid_to          date,
    successor_id      uuid REFERENCES libraries,
    CONSTRAINT library_kind_is_known CHECK (kind IN
        ('public', 'university', 'school', 'hospital', 'regional', 'national', 'association')),
    CONSTRAINT library_begins_before_it_ends CHECK (valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT library_is_not_its_own_successor CHECK (successor_id <> id),
    CONSTRAINT only_ended_library_has_a_successor CHECK (successor_id IS NULL OR valid_to IS NOT NULL)
);
CREATE INDEX ON libraries (municipality_code);
CREATE INDEX libraries_by_successor ON libraries (successor_id, valid_to) WHERE successor_id IS NOT NULL;

-- Whoever inherits a library goes on after it. So no chain of successors ever comes round to where it began.
CREATE FUNCTION check_successor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.successor_id IS NOT NULL AND NOT EXISTS (
           SELECT FROM libraries AS heir
            WHERE heir.id = NEW.successor_id AND heir.kind = NEW.kind AND heir.valid_from <= NEW.valid_to
              AND (heir.valid_to IS NULL OR heir.valid_to > NEW.valid_to))
       OR EXISTS (
           SELECT FROM libraries AS gone WHERE gone.successor_id = NEW.id AND gone.valid_to >= NEW.valid_to) THEN
        RAISE EXCEPTION 'library % is inherited by one that does not go on after it', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'successor_outlives_its_library', TABLE = 'libraries';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER successor_outlives_its_library BEFORE INSERT OR UPDATE OF valid_to, successor_id ON libraries
    FOR EACH ROW EXECUTE FUNCTION check_successor();

-- Who answers for a library on a day: itself, or whom it has become a part of by then, to the end of the chain. These
-- are asked at every request and for every event, nearly always where nobody has merged: so they look for that first.
CREATE FUNCTION principal_on(library uuid, day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    heir uuid;
BEGIN
    LOOP
        SELECT gone.successor_id INTO heir
          FROM libraries AS gone
         WHERE gone.id = library AND gone.successor_id IS NOT NULL AND gone.valid_to <= day;
        IF heir IS NULL THEN
            RETURN library;
        END IF;
        library := heir;
    END LOOP;
END
$$;
CREATE FUNCTION principals_on(libraries uuid[], day date) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM libraries AS gone WHERE gone.successor_id IS NOT NULL AND gone.valid_to <= day) THEN
        RETURN principals_on.libraries;
    END IF;
    RETURN ARRAY(SELECT principal_on(named.id, day) FROM unnest(principals_on.libraries) AS named (id));
END
$$;

-- Every library that has become a part of another, whose part it is, and from which day; in a chain once for each link.
CREATE VIEW successions AS
WITH RECURSIVE chain AS (
    SELECT gone.id AS library_id, gone.successor_id, gone.valid_to AS since
      FROM libraries AS gone
     WHERE gone.successor_id IS NOT NULL
    UNION
    SELECT chain.library_id, gone.successor_id, gone.valid_to
      FROM chain
      JOIN libraries AS gone ON gone.id = chain.successor_id AND gone.successor_id IS NOT NULL
)
SELECT library_id, successor_id, since FROM chain;

-- Joint library boards (gemensamma nämnder): principals that answer for their libraries together are no others to each
-- other (docs/rules.md, funded_event_invites_region).
CREATE TABLE library_boards (
    id   uuid PRIMARY KEY,
    name text NOT NULL,
    CONSTRAINT library_board_has_a_name CHECK (name ~ '[^[:space:]]' AND char_length(name) <= 200)
);
-- Who is on a board, and when: whoever leaves it stays told of. Who leaves on the day of coming has never been there.
CREATE TABLE board_members (
    id         uuid PRIMARY KEY,
    board_id   uuid NOT NULL REFERENCES library_boards,
    library_id uuid NOT NULL REFERENCES libraries,
    valid_from date NOT NULL,
    valid_to   date,
    CONSTRAINT board_member_leaves_after_it_came CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX library_is_on_a_board_once ON board_members (board_id, library_id) WHERE valid_to IS NULL;

-- G of docs/rules.md on a day: these hosts, or whom they have become a part of, and whoever is on a board with one of
-- them.
CREATE FUNCTION own_libraries(hosts uuid[], day date) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    own uuid[] := principals_on(hosts, day);
BEGIN
    IF NOT EXISTS (SELECT FROM board_members) THEN
        RETURN own;
    END IF;
    RETURN own || ARRAY(
        WITH seats AS (
            SELECT seat.board_id, principal_on(seat.library_id, day) AS library_id
              FROM board_members AS seat
             WHERE seat.valid_from <= day AND (seat.valid_to IS NULL OR day < seat.valid_to)
        )
        SELECT mate.library_id
          FROM seats AS mate
         WHERE mate.board_id IN (SELECT seat.board_id FROM seats AS seat WHERE seat.library_id = ANY (own)));
END
$$;

-- The library and all that answer to the same principal today: whoever has a role at one of them has it at all.
CREATE FUNCTION of_one_principal(library uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
    principal uuid := principal_on(library, today());
BEGIN
    IF library IS NULL THEN
        RETURN;
    END IF;
    RETURN NEXT principal;
    RETURN QUERY
        SELECT gone.id
          FROM libraries AS gone
         WHERE gone.successor_id IS NOT NULL AND gone.valid_to <= today()
           AND principal_on(gone.id, today()) = principal;
END
$$;

-- Which public libraries are of the region, and when. The funding rule counts these and no others.
CREATE TABLE region_members (
    region_id  uuid NOT NULL REFERENCES regions,
    library_id uuid NOT NULL REFERENCES libraries,
    valid_from date NOT NULL DEFAULT DATE '2000-01-01',
    valid_to   date,
    PRIMARY KEY (region_id, library_id, valid_from),
    CONSTRAINT membership_begins_before_it_ends CHECK (valid_to IS NULL OR valid_from < valid_to)
);

CREATE TABLE branches (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    library_id uuid NOT NULL REFERENCES libraries,
    slug       text NOT NULL UNIQUE,
    name       text NOT NULL,
    kind       text NOT NULL,
    locality   text NOT NULL,
    latitude   double precision,
    longitude  double precision,
    valid_from date NOT NULL DEFAULT DATE '2000-01-01',
    valid_to   date,
    CONSTRAINT branch_kind_is_known CHECK (kind IN ('main', 'branch', 'mobile', 'special')),
    CONSTRAINT branch_begins_before_it_ends CHECK (valid_to IS NULL OR valid_from < valid_to)
);
CREATE INDEX ON branches (library_id);
