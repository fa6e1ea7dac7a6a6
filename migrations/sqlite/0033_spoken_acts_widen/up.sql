-- What a person asks of who follows her is done for her, and kept with the words that he read to her. A month that she asks him to
-- open is named.
CREATE TABLE spoken_act_wide (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id BLOB NOT NULL REFERENCES advisor (id),
  about TEXT NOT NULL CHECK (about IN (
    'taken_back', 'phone', 'end_told', 'proposals', 'wishes', 'month', 'figures', 'file', 'farewell', 'alert', 'end_answer'
  )),
  offer_id BLOB REFERENCES offer (id),
  month TEXT,
  wording TEXT NOT NULL,
  at INTEGER NOT NULL,
  CHECK ((about = 'taken_back') = (offer_id IS NOT NULL)),
  CHECK ((about = 'month') = (month IS NOT NULL))
) STRICT;
INSERT INTO spoken_act_wide (id, person_id, advisor_id, about, offer_id, wording, at)
SELECT id, person_id, advisor_id, about, offer_id, wording, at FROM spoken_act;
DROP TABLE spoken_act;
ALTER TABLE spoken_act_wide RENAME TO spoken_act;
CREATE INDEX spoken_act_person ON spoken_act (person_id, at);
CREATE INDEX spoken_act_at ON spoken_act (at);
