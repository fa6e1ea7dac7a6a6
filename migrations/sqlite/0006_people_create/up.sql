CREATE TABLE person (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16) REFERENCES account (id) ON DELETE CASCADE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  phone TEXT,
  insee TEXT,
  radius_km INTEGER NOT NULL CHECK (radius_km BETWEEN 1 AND 200),
  receives_proposals INTEGER NOT NULL CHECK (receives_proposals IN (0, 1)),
  seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE availability (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  CHECK (end_minute > start_minute)
) STRICT;
CREATE INDEX availability_person ON availability (person_id);
CREATE TABLE private_choice (
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  offer_id BLOB NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  choice TEXT NOT NULL CHECK (choice IN ('kept', 'set_aside')),
  delete_after INTEGER NOT NULL,
  PRIMARY KEY (person_id, offer_id)
) STRICT;
CREATE INDEX private_choice_delete ON private_choice (delete_after);
