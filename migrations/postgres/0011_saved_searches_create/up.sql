CREATE TABLE saved_search (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  query text NOT NULL CHECK (length(query) BETWEEN 1 AND 2000),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  frequency text NOT NULL CHECK (frequency IN ('immediate', 'daily', 'weekly')),
  version bigint NOT NULL,
  seen bytea,
  created_at timestamptz NOT NULL,
  looked_at timestamptz NOT NULL,
  stopped_at timestamptz,
  CONSTRAINT saved_search_person_id_query_key UNIQUE (person_id, query)
);
CREATE INDEX saved_search_version ON saved_search (version);
CREATE TABLE search_match (
  search_id uuid NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  offer_id uuid NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
  heard_at timestamptz NOT NULL,
  letter_id uuid,
  delete_after timestamptz NOT NULL,
  PRIMARY KEY (search_id, offer_id)
);
CREATE INDEX search_match_offer ON search_match (offer_id);
CREATE INDEX search_match_untold ON search_match (heard_at) WHERE letter_id IS NULL;
CREATE INDEX search_match_letter ON search_match (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX search_match_delete ON search_match (delete_after);
CREATE TABLE search_mark (
  id integer PRIMARY KEY NOT NULL CHECK (id = 1),
  seq bigint NOT NULL,
  version bigint NOT NULL
);
INSERT INTO search_mark SELECT 1, coalesce(max(seq), 0), 0 FROM journal;
