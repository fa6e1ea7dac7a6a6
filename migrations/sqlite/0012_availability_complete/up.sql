-- What goes with the weekly hours: at most one row a person, and one row for each date that is not like the week.
CREATE TABLE availability_terms (
  person_id BLOB PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  mode TEXT CHECK (mode IN ('pied', 'velo', 'transports', 'voiture')),
  notice_minutes INTEGER NOT NULL CHECK (notice_minutes BETWEEN 0 AND 20160),
  shortest_minutes INTEGER CHECK (shortest_minutes BETWEEN 1 AND 1440),
  longest_minutes INTEGER CHECK (longest_minutes BETWEEN 1 AND 1440),
  ready_until INTEGER,
  CHECK (shortest_minutes IS NULL OR longest_minutes IS NULL OR shortest_minutes <= longest_minutes)
) STRICT;
CREATE TABLE availability_day (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (length(day) = 10),
  start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute INTEGER CHECK (end_minute BETWEEN 1 AND 1440),
  CHECK ((start_minute IS NULL) = (end_minute IS NULL)),
  CHECK (start_minute IS NULL OR end_minute > start_minute)
) STRICT;
CREATE INDEX availability_day_person ON availability_day (person_id, day);
CREATE INDEX availability_day_day ON availability_day (day);
CREATE INDEX availability_terms_ready ON availability_terms (ready_until) WHERE ready_until IS NOT NULL;
