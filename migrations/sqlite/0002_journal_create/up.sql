CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  platform_id BLOB,
  offer_id BLOB,
  person_id BLOB,
  actor_id BLOB
) STRICT;
CREATE INDEX journal_offer ON journal (offer_id, seq);
CREATE TABLE job (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  dedup_key TEXT,
  run_at INTEGER NOT NULL,
  locked_until INTEGER,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  last_error TEXT,
  dead_at INTEGER,
  CONSTRAINT job_dedup_key_key UNIQUE (dedup_key)
) STRICT;
CREATE INDEX job_due ON job (run_at, id);
