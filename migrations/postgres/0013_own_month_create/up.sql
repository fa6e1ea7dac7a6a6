-- The secret address of her calendar, kept as a hash; what she was reminded of, so that it is once; kinds of letters that she
-- stopped; and her own version of hours and amounts, apart from the platform's.
CREATE TABLE calendar_feed (
  person_id uuid PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash)
);
CREATE TABLE slot_reminder (
  interest_id uuid PRIMARY KEY NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  at timestamptz NOT NULL
);
CREATE INDEX slot_reminder_at ON slot_reminder (at);
CREATE TABLE month_reminder (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  month text NOT NULL CHECK (length(month) = 7),
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, month)
);
CREATE INDEX month_reminder_at ON month_reminder (at);
CREATE TABLE letter_stop (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('slot_reminder', 'monthly_recap')),
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, kind)
);
CREATE TABLE own_record (
  interest_id uuid PRIMARY KEY NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 10080),
  gross_cents bigint NOT NULL CHECK (gross_cents BETWEEN 0 AND 10000000),
  fees_cents bigint NOT NULL CHECK (fees_cents BETWEEN 0 AND 10000000),
  noted_at timestamptz NOT NULL
);
CREATE INDEX own_record_person ON own_record (person_id);
CREATE INDEX own_record_noted ON own_record (noted_at);
