-- That a person asked her advisor to set her hours with her, in the words that he read to her; and what he set then.
CREATE TABLE spoken_hours (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  about TEXT NOT NULL CHECK (about IN ('asked', 'week', 'day', 'reach', 'now')),
  wording TEXT,
  at INTEGER NOT NULL,
  CHECK ((about = 'asked') = (wording IS NOT NULL))
) STRICT;
CREATE INDEX spoken_hours_person ON spoken_hours (person_id, at);
CREATE INDEX spoken_hours_at ON spoken_hours (at);
