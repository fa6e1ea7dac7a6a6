CREATE TABLE service (
  id uuid PRIMARY KEY NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('agency', 'mission_locale', 'cap_emploi', 'department', 'ccas')),
  phone text NOT NULL,
  convention_from timestamptz
);
CREATE TABLE advisor (
  id uuid PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  service_id uuid NOT NULL REFERENCES service (id)
);
CREATE TABLE mandate (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  kind text NOT NULL CHECK (kind IN ('referent', 'cover')),
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  CHECK (until_at IS NULL OR until_at > from_at)
);
CREATE INDEX mandate_advisor ON mandate (advisor_id, person_id);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE TABLE follow_up (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  referent_id uuid NOT NULL REFERENCES advisor (id),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text CHECK (end_reason IN ('lasting_job', 'moved', 'asked_by_person', 'other_service')),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX follow_up_one_active ON follow_up (person_id) WHERE ended_at IS NULL;
CREATE TABLE follow_up_step (
  id uuid PRIMARY KEY NOT NULL,
  follow_up_id uuid NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  title text NOT NULL,
  place text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX follow_up_step_follow_up ON follow_up_step (follow_up_id, at);
CREATE TABLE follow_up_training (
  id uuid PRIMARY KEY NOT NULL,
  follow_up_id uuid NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  title text NOT NULL,
  provider text NOT NULL,
  starts_at timestamptz NOT NULL
);
CREATE INDEX follow_up_training_follow_up ON follow_up_training (follow_up_id);
CREATE TABLE file_look (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  at timestamptz NOT NULL
);
CREATE INDEX file_look_person ON file_look (person_id, at);
