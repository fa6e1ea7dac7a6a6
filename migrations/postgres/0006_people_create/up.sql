CREATE TABLE person (
  id uuid PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  first_name text NOT NULL,
  last_name text NOT NULL,
  phone text,
  insee text,
  radius_km integer NOT NULL CHECK (radius_km BETWEEN 1 AND 200),
  receives_proposals boolean NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE TABLE availability (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  weekday integer NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_minute integer NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute integer NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  CHECK (end_minute > start_minute)
);
CREATE INDEX availability_person ON availability (person_id);
CREATE TABLE private_choice (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  offer_id uuid NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  choice text NOT NULL CHECK (choice IN ('kept', 'set_aside')),
  delete_after timestamptz NOT NULL,
  PRIMARY KEY (person_id, offer_id)
);
CREATE INDEX private_choice_delete ON private_choice (delete_after);
