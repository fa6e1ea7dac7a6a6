DELETE FROM follow_up_training WHERE starts_at IS NULL;
CREATE TABLE follow_up_training_next (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  follow_up_id BLOB NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  stage TEXT NOT NULL DEFAULT 'enrolled' CHECK (stage IN ('wish', 'prescribed', 'enrolled')),
  ends_at INTEGER,
  funding TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO follow_up_training_next (id, follow_up_id, title, provider, starts_at, stage, ends_at, funding) SELECT id, follow_up_id, title, provider, starts_at, stage, ends_at, funding FROM follow_up_training;
DROP TABLE follow_up_training;
ALTER TABLE follow_up_training_next RENAME TO follow_up_training;
CREATE INDEX follow_up_training_follow_up ON follow_up_training (follow_up_id);
