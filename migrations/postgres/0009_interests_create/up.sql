CREATE TABLE interest (
  id uuid PRIMARY KEY NOT NULL,
  slot_id uuid NOT NULL REFERENCES slot (id),
  offer_id uuid NOT NULL REFERENCES offer (id),
  platform_id uuid NOT NULL REFERENCES platform (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'declined', 'withdrawn', 'unanswered')),
  shared_name text,
  shared_email text,
  shared_phone text,
  message text,
  sent_at timestamptz NOT NULL,
  answer_by timestamptz NOT NULL,
  answered_at timestamptz,
  decline_reason text CHECK (decline_reason IN ('filled', 'cancelled', 'condition_missing')),
  decline_condition text,
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL))
);
CREATE UNIQUE INDEX interest_one_live ON interest (slot_id, person_id) WHERE state IN ('waiting', 'sent', 'accepted');
CREATE INDEX interest_slot ON interest (slot_id, state, sent_at);
CREATE INDEX interest_person ON interest (person_id, sent_at);
CREATE INDEX interest_platform ON interest (platform_id, state, sent_at);
CREATE TABLE engagement (
  id uuid PRIMARY KEY NOT NULL,
  interest_id uuid NOT NULL REFERENCES interest (id),
  slot_id uuid NOT NULL REFERENCES slot (id),
  offer_id uuid NOT NULL REFERENCES offer (id),
  platform_id uuid NOT NULL REFERENCES platform (id),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('agreed', 'done', 'not_done')),
  agreed_at timestamptz NOT NULL,
  CONSTRAINT engagement_interest_id_key UNIQUE (interest_id)
);
CREATE INDEX engagement_person ON engagement (person_id);
CREATE INDEX engagement_platform ON engagement (platform_id, state);
