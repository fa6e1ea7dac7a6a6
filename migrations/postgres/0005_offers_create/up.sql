CREATE TABLE offer (
  id uuid PRIMARY KEY NOT NULL,
  platform_id uuid NOT NULL REFERENCES platform (id),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn', 'expired')),
  version integer NOT NULL CHECK (version >= 1),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  description text NOT NULL,
  occupation text NOT NULL CHECK (length(occupation) = 5),
  status text NOT NULL CHECK (status IN ('self_employed', 'fixed_term', 'temp_agency')),
  pay_cents bigint NOT NULL CHECK (pay_cents > 0),
  pay_unit text NOT NULL CHECK (pay_unit IN ('hour', 'mission')),
  duration_minutes integer NOT NULL CHECK (duration_minutes BETWEEN 15 AND 10080),
  insee text,
  address text NOT NULL,
  lat double precision,
  lon double precision,
  zone text NOT NULL,
  flags integer NOT NULL CHECK (flags >= 0),
  conditions text NOT NULL,
  masked_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  confirmed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((insee IS NULL) = (lat IS NULL) AND (lat IS NULL) = (lon IS NULL)),
  CHECK (state = 'draft' OR published_at IS NOT NULL),
  CHECK ((state IN ('withdrawn', 'expired')) = (closed_at IS NOT NULL)),
  CONSTRAINT offer_platform_id_reference_key UNIQUE (platform_id, reference)
);
CREATE INDEX offer_state ON offer (state, id);
CREATE TABLE slot (
  id uuid PRIMARY KEY NOT NULL,
  offer_id uuid NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  places integer NOT NULL CHECK (places BETWEEN 1 AND 500),
  taken integer NOT NULL CHECK (taken >= 0),
  dropped_at timestamptz,
  CHECK (ends_at > starts_at),
  CHECK (taken <= places)
);
CREATE INDEX slot_offer ON slot (offer_id, starts_at);
CREATE INDEX slot_starts ON slot (starts_at);
CREATE TABLE offer_report (
  id uuid PRIMARY KEY NOT NULL,
  offer_id uuid NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  message text NOT NULL CHECK (length(message) BETWEEN 1 AND 2000),
  email text,
  created_at timestamptz NOT NULL,
  answer_due_at timestamptz NOT NULL
);
