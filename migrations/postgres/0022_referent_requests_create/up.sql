-- An advisor added somebody whose address is known already: she is asked, and only she reads it. Nothing tells him that it was
-- known.
CREATE TABLE referent_request (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, advisor_id)
);
CREATE INDEX referent_request_asked ON referent_request (asked_at);
