ALTER TABLE follow_up ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN stepless_told_at INTEGER;
ALTER TABLE follow_up_step ADD COLUMN kind TEXT NOT NULL DEFAULT 'meeting' CHECK (kind IN ('meeting', 'phone', 'video', 'workshop', 'visit', 'other'));
ALTER TABLE follow_up_step ADD COLUMN done_at INTEGER;
ALTER TABLE follow_up_training ADD COLUMN stage TEXT NOT NULL DEFAULT 'enrolled' CHECK (stage IN ('wish', 'prescribed', 'enrolled'));
ALTER TABLE follow_up_training ADD COLUMN ends_at INTEGER;
ALTER TABLE follow_up_training ADD COLUMN funding TEXT NOT NULL DEFAULT '';
CREATE TABLE follow_up_contact (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  channel TEXT NOT NULL CHECK (channel IN ('visit', 'phone', 'video', 'mail', 'message')),
  note TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_contact_follow_up ON follow_up_contact (follow_up_id, at);
CREATE TABLE follow_up_ending (
  follow_up_id BLOB PRIMARY KEY NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason IN ('lasting_job', 'moved', 'asked_by_person', 'other_service')),
  asked_at INTEGER NOT NULL
) STRICT;
CREATE TABLE service_course (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  service_id BLOB NOT NULL REFERENCES service (id),
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  funding TEXT NOT NULL,
  CONSTRAINT service_course_title_once UNIQUE (service_id, title)
) STRICT;
