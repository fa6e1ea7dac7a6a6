CREATE TABLE offer (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platform (id),
  reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn', 'expired')),
  version INTEGER NOT NULL CHECK (version >= 1),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  description TEXT NOT NULL,
  occupation TEXT NOT NULL CHECK (length(occupation) = 5),
  status TEXT NOT NULL CHECK (status IN ('self_employed', 'fixed_term', 'temp_agency')),
  pay_cents INTEGER NOT NULL CHECK (pay_cents > 0),
  pay_unit TEXT NOT NULL CHECK (pay_unit IN ('hour', 'mission')),
  duration_minutes INTEGER NOT NULL CHECK (duration_minutes BETWEEN 15 AND 10080),
  insee TEXT,
  address TEXT NOT NULL,
  lat REAL,
  lon REAL,
  zone TEXT NOT NULL,
  flags INTEGER NOT NULL CHECK (flags >= 0),
  conditions TEXT NOT NULL,
  masked_at INTEGER,
  published_at INTEGER,
  closed_at INTEGER,
  confirmed_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((insee IS NULL) = (lat IS NULL) AND (lat IS NULL) = (lon IS NULL)),
  CHECK (state = 'draft' OR published_at IS NOT NULL),
  CHECK ((state IN ('withdrawn', 'expired')) = (closed_at IS NOT NULL)),
  CONSTRAINT offer_platform_id_reference_key UNIQUE (platform_id, reference)
) STRICT;
CREATE INDEX offer_state ON offer (state, id);
CREATE TABLE slot (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  offer_id BLOB NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  places INTEGER NOT NULL CHECK (places BETWEEN 1 AND 500),
  taken INTEGER NOT NULL CHECK (taken >= 0),
  dropped_at INTEGER,
  CHECK (ends_at > starts_at),
  CHECK (taken <= places)
) STRICT;
CREATE INDEX slot_offer ON slot (offer_id, starts_at);
CREATE INDEX slot_starts ON slot (starts_at);
CREATE TABLE offer_report (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  offer_id BLOB NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  message TEXT NOT NULL CHECK (length(message) BETWEEN 1 AND 2000),
  email TEXT,
  created_at INTEGER NOT NULL,
  answer_due_at INTEGER NOT NULL
) STRICT;
