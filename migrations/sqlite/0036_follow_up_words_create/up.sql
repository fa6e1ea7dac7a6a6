-- What is to be told of her follow-up, by word of mouth, to who has no address: who follows her from now on, who stands in.
CREATE TABLE follow_up_word (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  about TEXT NOT NULL CHECK (about IN ('referent', 'cover')),
  at INTEGER NOT NULL,
  said_at INTEGER,
  said_by TEXT,
  CHECK ((said_at IS NULL) = (said_by IS NULL))
) STRICT;
CREATE INDEX follow_up_word_person ON follow_up_word (person_id, said_at);
CREATE INDEX follow_up_word_at ON follow_up_word (at);
