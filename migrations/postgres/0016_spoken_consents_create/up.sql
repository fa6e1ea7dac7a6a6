CREATE TABLE spoken_consent (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  offer_id uuid NOT NULL REFERENCES offer (id),
  wording text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX spoken_consent_person ON spoken_consent (person_id, at);
