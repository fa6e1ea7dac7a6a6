-- What an advisor did for a person because she asked him to by word of mouth, in the words that he read to her.
CREATE TABLE spoken_act (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  about TEXT NOT NULL CHECK (about IN ('taken_back', 'phone', 'end_told')),
  offer_id BLOB REFERENCES offer (id),
  wording TEXT NOT NULL,
  at INTEGER NOT NULL,
  CHECK ((about = 'taken_back') = (offer_id IS NOT NULL))
) STRICT;
CREATE INDEX spoken_act_person ON spoken_act (person_id, at);
CREATE INDEX spoken_act_at ON spoken_act (at);
-- The day before a slot, who has no address is reminded by word of mouth.
CREATE TABLE spoken_news_wide (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  interest_id BLOB NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  about TEXT NOT NULL CHECK (about IN ('waiting', 'answered', 'freed', 'ended', 'label', 'reminder')),
  decision_id BLOB REFERENCES label_decision (id),
  at INTEGER NOT NULL,
  said_at INTEGER,
  said_by BLOB REFERENCES advisor (id),
  CHECK ((said_at IS NULL) = (said_by IS NULL)),
  CHECK ((about = 'label') = (decision_id IS NOT NULL))
) STRICT;
INSERT INTO spoken_news_wide SELECT id, person_id, interest_id, about, decision_id, at, said_at, said_by FROM spoken_news;
DROP TABLE spoken_news;
ALTER TABLE spoken_news_wide RENAME TO spoken_news;
CREATE INDEX spoken_news_person ON spoken_news (person_id, said_at);
CREATE INDEX spoken_news_interest ON spoken_news (interest_id);
CREATE INDEX spoken_news_at ON spoken_news (at);
-- Since when she knows that the end of her follow-up is proposed: by letter at once, without an address when it was said to her.
ALTER TABLE follow_up_ending ADD COLUMN told_at INTEGER;
UPDATE follow_up_ending SET told_at = asked_at WHERE follow_up_id IN (
  SELECT f.id FROM follow_up f JOIN account a ON a.id = f.person_id WHERE a.email IS NOT NULL
);
