CREATE TABLE interest (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slot_id BLOB NOT NULL REFERENCES slot (id),
  offer_id BLOB NOT NULL REFERENCES offer (id),
  platform_id BLOB NOT NULL REFERENCES platform (id),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'declined', 'withdrawn', 'unanswered')),
  shared_name TEXT,
  shared_email TEXT,
  shared_phone TEXT,
  message TEXT,
  sent_at INTEGER NOT NULL,
  answer_by INTEGER NOT NULL,
  answered_at INTEGER,
  decline_reason TEXT CHECK (decline_reason IN ('filled', 'cancelled', 'condition_missing')),
  decline_condition TEXT,
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX interest_one_live ON interest (slot_id, person_id) WHERE state IN ('waiting', 'sent', 'accepted');
CREATE INDEX interest_slot ON interest (slot_id, state, sent_at);
CREATE INDEX interest_person ON interest (person_id, sent_at);
CREATE INDEX interest_platform ON interest (platform_id, state, sent_at);
CREATE TABLE engagement (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  interest_id BLOB NOT NULL REFERENCES interest (id),
  slot_id BLOB NOT NULL REFERENCES slot (id),
  offer_id BLOB NOT NULL REFERENCES offer (id),
  platform_id BLOB NOT NULL REFERENCES platform (id),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('agreed', 'done', 'not_done')),
  agreed_at INTEGER NOT NULL,
  CONSTRAINT engagement_interest_id_key UNIQUE (interest_id)
) STRICT;
CREATE INDEX engagement_person ON engagement (person_id);
CREATE INDEX engagement_platform ON engagement (platform_id, state);
