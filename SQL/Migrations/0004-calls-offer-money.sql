-- Calls for applications, their money, and the parameters of the funding rule, which are kept version by version.

CREATE TABLE calls (
    id                uuid PRIMARY KEY,
    region_id         uuid NOT NULL REFERENCES regions,
    title             text NOT NULL,
    description       text NOT NULL DEFAULT '',
    opens_at          timestamptz NOT NULL,
    closes_at         timestamptz NOT NULL,
    project_starts_on date,
    project_ends_on   date,
    budget            bigint NOT NULL,
    committed         bigint NOT NULL DEFAULT 0,
    maximum_amount    bigint,
    status            text NOT NULL DEFAULT 'draft',
    published_at      timestamptz,
    rule_version      integer NOT NULL DEFAULT 1,
    version           bigint NOT NULL DEFAULT 1,
    created_by        uuid REFERENCES people,
    created_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT call_has_a_title CHECK (title ~ '[^[:space:]]' AND char_length(title) <= 200),
    CONSTRAINT call_opens_before_it_closes CHECK (opens_at < closes_at),
    CONSTRAINT project_begins_before_it_ends CHECK (project_starts_on <= project_ends_on),
    CONSTRAINT call_amounts_are_positive CHECK (budget >= 0 AND committed >= 0 AND maximum_amount > 0),
    CONSTRAINT grants_stay_within_call_budget CHECK (committed <= budget),
    CONSTRAINT call_status_is_known CHECK (status IN ('draft', 'published')),
    CONSTRAINT published_call_has_its_time CHECK ((status = 'published') = (published_at IS NOT NULL))
);

-- invite NULL means all other libraries of the region. calendar_is_channel: to stand in the region's calendar is to
-- have reached a library; no other channel is there yet. costs_without_event: kinds of cost that may be sought without
-- one.
CREATE TABLE call_rules (
    call_id                  uuid NOT NULL REFERENCES calls,
    version                  integer NOT NULL,
    invite                   integer,
    notice_days              integer NOT NULL,
    minimum_seats_for_others integer NOT NULL,
    maximum_own_share        double precision NOT NULL,
    others_pay_no_more       boolean NOT NULL DEFAULT true,
    calendar_is_channel      boolean NOT NULL DEFAULT true,
    one_grant_per_event      boolean NOT NULL DEFAULT true,
    days_to_reply            integer NOT NULL DEFAULT 14,
    costs_without_event      text[] NOT NULL DEFAULT '{}',
    recorded_at              timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (call_id, version),
    CONSTRAINT rule_invites_somebody CHECK (invite >= 1),
    CONSTRAINT rule_parameters_are_sensible CHECK (notice_days BETWEEN 0 AND 365
        AND minimum_seats_for_others BETWEEN 1 AND 100000 AND maximum_own_share BETWEEN 0 AND 1
        AND days_to_reply BETWEEN 1 AND 365 AND costs_without_event
            <@ ARRAY['fee', 'travel', 'premises', 'catering', 'material', 'technology', 'communication'])
);
CREATE TRIGGER records_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON call_rules
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE calls ADD CONSTRAINT call_has_its_rule FOREIGN KEY (id, rule_version)
    REFERENCES call_rules (call_id, version)
    DEFERRABLE INITIALLY DEFERRED;

-- What was granted before this service existed, as published by the region.
CREATE TABLE earlier_awards (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    year              text NOT NULL,
    scheme            text NOT NULL,
    grantee           text NOT NULL,
    library_id        uuid REFERENCES libraries,
    amount            bigint NOT NULL,
    purpose           text NOT NULL,
    is_training_event boolean NOT NULL,
    source            text NOT NULL
);
