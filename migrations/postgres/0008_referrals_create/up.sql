CREATE TABLE signing_key (
  id text PRIMARY KEY NOT NULL,
  public_key bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE receipt (
  code text PRIMARY KEY NOT NULL,
  offer_id uuid NOT NULL,
  issued_at timestamptz NOT NULL,
  document text NOT NULL,
  key_id text NOT NULL REFERENCES signing_key (id),
  signature bytea NOT NULL
);
CREATE TABLE referral (
  id uuid PRIMARY KEY NOT NULL,
  offer_id uuid NOT NULL REFERENCES offer (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  receipt_code text NOT NULL REFERENCES receipt (code),
  note text NOT NULL,
  proposed_at timestamptz NOT NULL,
  closed_at timestamptz,
  close_cause text CHECK (close_cause IN ('offer_ended', 'taken_back')),
  CHECK ((closed_at IS NULL) = (close_cause IS NULL))
);
CREATE UNIQUE INDEX referral_one_open ON referral (offer_id, person_id) WHERE closed_at IS NULL;
CREATE INDEX referral_person ON referral (person_id, proposed_at);
CREATE INDEX referral_advisor ON referral (advisor_id, proposed_at);
