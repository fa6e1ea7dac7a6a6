-- What is to be told of her follow-up, by word of mouth, to who has no address: who follows her from now on, who stands in.
CREATE TABLE follow_up_word (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  about text NOT NULL CHECK (about IN ('referent', 'cover')),
  at timestamptz NOT NULL,
  said_at timestamptz,
  said_by text,
  CHECK ((said_at IS NULL) = (said_by IS NULL))
);
CREATE INDEX follow_up_word_person ON follow_up_word (person_id, said_at);
CREATE INDEX follow_up_word_at ON follow_up_word (at);
