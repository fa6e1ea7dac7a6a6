-- Which message it was that an advisor sent for her; what was kept before is found by its instant, which both share.
ALTER TABLE spoken_consent ADD COLUMN interest_id BLOB REFERENCES interest (id) ON DELETE SET NULL;
UPDATE spoken_consent SET interest_id = (
  SELECT i.id FROM interest i
  WHERE i.person_id = spoken_consent.person_id AND i.offer_id = spoken_consent.offer_id AND i.sent_at = spoken_consent.at
  LIMIT 1
) WHERE by_herself = 0;
-- Whether she agreed that what becomes of it is told by who follows her; before, that was not said to her.
ALTER TABLE spoken_consent ADD COLUMN aloud INTEGER NOT NULL DEFAULT 0 CHECK (aloud IN (0, 1));
CREATE INDEX spoken_consent_interest ON spoken_consent (interest_id);
-- What became of it, to be told to who has no address by whoever follows her; the key is that of the letter's job.
CREATE TABLE spoken_news (
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
CREATE INDEX spoken_news_person ON spoken_news (person_id, said_at);
CREATE INDEX spoken_news_interest ON spoken_news (interest_id);
CREATE INDEX spoken_news_at ON spoken_news (at);
