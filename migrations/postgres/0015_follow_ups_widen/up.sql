ALTER TABLE follow_up ADD COLUMN summary text NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN stepless_told_at timestamptz;
ALTER TABLE follow_up_step ADD COLUMN kind text NOT NULL DEFAULT 'meeting' CHECK (kind IN ('meeting', 'phone', 'video', 'workshop', 'visit', 'other'));
ALTER TABLE follow_up_step ADD COLUMN done_at timestamptz;
ALTER TABLE follow_up_training ADD COLUMN stage text NOT NULL DEFAULT 'enrolled' CHECK (stage IN ('wish', 'prescribed', 'enrolled'));
ALTER TABLE follow_up_training ADD COLUMN ends_at timestamptz;
ALTER TABLE follow_up_training ADD COLUMN funding text NOT NULL DEFAULT '';
CREATE TABLE follow_up_contact (
  id uuid PRIMARY KEY NOT NULL,
  follow_up_id uuid NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  channel text NOT NULL CHECK (channel IN ('visit', 'phone', 'video', 'mail', 'message')),
  note text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX follow_up_contact_follow_up ON follow_up_contact (follow_up_id, at);
CREATE TABLE follow_up_ending (
  follow_up_id uuid PRIMARY KEY NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('lasting_job', 'moved', 'asked_by_person', 'other_service')),
  asked_at timestamptz NOT NULL
);
CREATE TABLE service_course (
  id uuid PRIMARY KEY NOT NULL,
  service_id uuid NOT NULL REFERENCES service (id),
  title text NOT NULL,
  provider text NOT NULL,
  funding text NOT NULL,
  CONSTRAINT service_course_title_once UNIQUE (service_id, title)
);
