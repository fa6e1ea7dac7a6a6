ALTER TABLE follow_up_ending DROP COLUMN told_at;
CREATE TABLE spoken_news_narrow (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  interest_id BLOB NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  about TEXT NOT NULL CHECK (about IN ('waiting', 'answered', 'freed', 'ended', 'label')),
  decision_id BLOB REFERENCES label_decision (id),
  at INTEGER NOT NULL,
  said_at INTEGER,
  said_by BLOB REFERENCES advisor (id),
  CHECK ((said_at IS NULL) = (said_by IS NULL)),
  CHECK ((about = 'label') = (decision_id IS NOT NULL))
) STRICT;
INSERT INTO spoken_news_narrow SELECT id, person_id, interest_id, about, decision_id, at, said_at, said_by FROM spoken_news
WHERE about <> 'reminder';
DROP TABLE spoken_news;
ALTER TABLE spoken_news_narrow RENAME TO spoken_news;
CREATE INDEX spoken_news_person ON spoken_news (person_id, said_at);
CREATE INDEX spoken_news_interest ON spoken_news (interest_id);
CREATE INDEX spoken_news_at ON spoken_news (at);
DROP TABLE spoken_act;
