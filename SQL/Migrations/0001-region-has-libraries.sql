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
    CONSTRAINT library_begins_before_it_ends CHECK (valid_to IS NULL OR valid_from < valid_to)
);
CREATE INDEX ON libraries (municipality_code);

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
