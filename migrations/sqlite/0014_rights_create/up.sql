-- How a person wishes to be written to; and the answers to reports of missions, each report being answered once.
CREATE TABLE person_preference (
  person_id BLOB PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  plain INTEGER NOT NULL CHECK (plain IN (0, 1)),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'space'))
) STRICT;
CREATE TABLE report_answer (
  report_id BLOB PRIMARY KEY NOT NULL REFERENCES offer_report (id) ON DELETE CASCADE,
  answer TEXT NOT NULL CHECK (length(answer) BETWEEN 1 AND 2000),
  answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX report_answer_at ON report_answer (answered_at);
CREATE INDEX journal_person ON journal (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX journal_actor ON journal (actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX file_look_at ON file_look (at);
