CREATE TABLE saved_search (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  query TEXT NOT NULL CHECK (length(query) BETWEEN 1 AND 2000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  frequency TEXT NOT NULL CHECK (frequency IN ('immediate', 'daily', 'weekly')),
  version INTEGER NOT NULL,
  seen BLOB,
  created_at INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  stopped_at INTEGER,
  CONSTRAINT saved_search_person_id_query_key UNIQUE (person_id, query)
) STRICT;
CREATE INDEX saved_search_version ON saved_search (version);
CREATE TABLE search_match (
  search_id BLOB NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  offer_id BLOB NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  heard_at INTEGER NOT NULL,
  letter_id BLOB,
  delete_after INTEGER NOT NULL,
  PRIMARY KEY (search_id, offer_id)
) STRICT;
CREATE INDEX search_match_offer ON search_match (offer_id);
CREATE INDEX search_match_untold ON search_match (heard_at) WHERE letter_id IS NULL;
CREATE INDEX search_match_letter ON search_match (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX search_match_delete ON search_match (delete_after);
CREATE TABLE search_mark (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO search_mark SELECT 1, coalesce(max(seq), 0), 0 FROM journal;
