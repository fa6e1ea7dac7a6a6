-- That a person asked her advisor to set her hours with her, in the words that he read to her; and what he set then.
CREATE TABLE spoken_hours (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  about text NOT NULL CHECK (about IN ('asked', 'week', 'day', 'reach', 'now')),
  wording text,
  at timestamptz NOT NULL,
  CHECK ((about = 'asked') = (wording IS NOT NULL))
);
CREATE INDEX spoken_hours_person ON spoken_hours (person_id, at);
CREATE INDEX spoken_hours_at ON spoken_hours (at);
