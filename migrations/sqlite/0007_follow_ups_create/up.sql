CREATE TABLE service (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agency', 'mission_locale', 'cap_emploi', 'department', 'ccas')),
  phone TEXT NOT NULL,
  convention_from INTEGER
) STRICT;
CREATE TABLE advisor (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16) REFERENCES account (id) ON DELETE CASCADE,
  service_id BLOB NOT NULL REFERENCES service (id)
) STRICT;
CREATE TABLE mandate (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  kind TEXT NOT NULL CHECK (kind IN ('referent', 'cover')),
  from_at INTEGER NOT NULL,
  until_at INTEGER,
  CHECK (until_at IS NULL OR until_at > from_at)
) STRICT;
CREATE INDEX mandate_advisor ON mandate (advisor_id, person_id);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE TABLE follow_up (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  referent_id BLOB NOT NULL REFERENCES advisor (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  end_reason TEXT CHECK (end_reason IN ('lasting_job', 'moved', 'asked_by_person', 'other_service')),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX follow_up_one_active ON follow_up (person_id) WHERE ended_at IS NULL;
CREATE TABLE follow_up_step (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_step_follow_up ON follow_up_step (follow_up_id, at);
CREATE TABLE follow_up_training (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  starts_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_training_follow_up ON follow_up_training (follow_up_id);
CREATE TABLE file_look (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX file_look_person ON file_look (person_id, at);
