ALTER TABLE advisor ADD COLUMN left_at INTEGER;
CREATE TABLE people_import (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  created_at INTEGER NOT NULL,
  total INTEGER NOT NULL,
  todo TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;
