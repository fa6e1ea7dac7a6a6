-- When a person came last, and when she was written to because she had not come for long: to know when all that is hers is
-- deleted. It stands apart from what an advisor reads of her. And what the yearly forgetting looks for.
CREATE TABLE presence (
  account_id uuid PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  noticed_at timestamptz
);
INSERT INTO presence (account_id, seen_at) SELECT id, seen_at FROM person;
ALTER TABLE person DROP COLUMN seen_at;
CREATE INDEX presence_seen ON presence (seen_at, account_id);
CREATE INDEX journal_named ON journal (at) WHERE person_id IS NOT NULL OR actor_id IS NOT NULL;
CREATE INDEX referral_proposed ON referral (proposed_at);
CREATE INDEX interest_answered ON interest (answered_at);
CREATE INDEX mandate_until ON mandate (until_at);
CREATE INDEX follow_up_ended ON follow_up (ended_at);
CREATE INDEX spoken_consent_at ON spoken_consent (at);
CREATE INDEX receipt_issued ON receipt (issued_at);
CREATE INDEX slot_ends ON slot (ends_at);
