CREATE TABLE spoken_consent (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  offer_id BLOB NOT NULL REFERENCES offer (id),
  wording TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX spoken_consent_person ON spoken_consent (person_id, at);
