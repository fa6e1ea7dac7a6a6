CREATE TABLE signing_key (
  id TEXT PRIMARY KEY NOT NULL,
  public_key BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE receipt (
  code TEXT PRIMARY KEY NOT NULL,
  offer_id BLOB NOT NULL,
  issued_at INTEGER NOT NULL,
  document TEXT NOT NULL,
  key_id TEXT NOT NULL REFERENCES signing_key (id),
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE referral (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  offer_id BLOB NOT NULL REFERENCES offer (id),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  receipt_code TEXT NOT NULL REFERENCES receipt (code),
  note TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  closed_at INTEGER,
  close_cause TEXT CHECK (close_cause IN ('offer_ended', 'taken_back')),
  CHECK ((closed_at IS NULL) = (close_cause IS NULL))
) STRICT;
CREATE UNIQUE INDEX referral_one_open ON referral (offer_id, person_id) WHERE closed_at IS NULL;
CREATE INDEX referral_person ON referral (person_id, proposed_at);
CREATE INDEX referral_advisor ON referral (advisor_id, proposed_at);
