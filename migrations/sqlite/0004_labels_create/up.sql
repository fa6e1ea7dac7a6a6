CREATE TABLE label_decision (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platform (id),
  kind TEXT NOT NULL CHECK (kind IN ('submitted', 'admissible', 'examination', 'opinion', 'granted', 'declined', 'notice', 'suspended', 'reinstated', 'withdrawn', 'renounced')),
  decided_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  until_at INTEGER,
  reason TEXT NOT NULL CHECK (length(reason) >= 10),
  author TEXT NOT NULL,
  authority TEXT NOT NULL,
  appeal_until INTEGER,
  CHECK (kind <> 'granted' OR until_at IS NOT NULL),
  CHECK (until_at IS NULL OR until_at > effective_at)
) STRICT;
CREATE INDEX label_decision_platform ON label_decision (platform_id, effective_at, id);
