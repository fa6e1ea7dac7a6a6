-- The secret address of her calendar, kept as a hash; what she was reminded of, so that it is once; kinds of letters that she
-- stopped; and her own version of hours and amounts, apart from the platform's.
CREATE TABLE calendar_feed (
  person_id BLOB PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash)
) STRICT;
CREATE TABLE slot_reminder (
  interest_id BLOB PRIMARY KEY NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX slot_reminder_at ON slot_reminder (at);
CREATE TABLE month_reminder (
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (length(month) = 7),
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, month)
) STRICT;
CREATE INDEX month_reminder_at ON month_reminder (at);
CREATE TABLE letter_stop (
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('slot_reminder', 'monthly_recap')),
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, kind)
) STRICT;
CREATE TABLE own_record (
  interest_id BLOB PRIMARY KEY NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 10080),
  gross_cents INTEGER NOT NULL CHECK (gross_cents BETWEEN 0 AND 10000000),
  fees_cents INTEGER NOT NULL CHECK (fees_cents BETWEEN 0 AND 10000000),
  noted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX own_record_person ON own_record (person_id);
CREATE INDEX own_record_noted ON own_record (noted_at);
