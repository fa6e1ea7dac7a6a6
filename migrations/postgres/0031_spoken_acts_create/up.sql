-- What an advisor did for a person because she asked him to by word of mouth, in the words that he read to her.
CREATE TABLE spoken_act (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  about text NOT NULL CHECK (about IN ('taken_back', 'phone', 'end_told')),
  offer_id uuid REFERENCES offer (id),
  wording text NOT NULL,
  at timestamptz NOT NULL,
  CHECK ((about = 'taken_back') = (offer_id IS NOT NULL))
);
CREATE INDEX spoken_act_person ON spoken_act (person_id, at);
CREATE INDEX spoken_act_at ON spoken_act (at);
-- The day before a slot, who has no address is reminded by word of mouth.
ALTER TABLE spoken_news DROP CONSTRAINT spoken_news_about_check;
ALTER TABLE spoken_news ADD CONSTRAINT spoken_news_about_check
  CHECK (about IN ('waiting', 'answered', 'freed', 'ended', 'label', 'reminder'));
-- Since when she knows that the end of her follow-up is proposed: by letter at once, without an address when it was said to her.
ALTER TABLE follow_up_ending ADD COLUMN told_at timestamptz;
UPDATE follow_up_ending SET told_at = asked_at WHERE follow_up_id IN (
  SELECT f.id FROM follow_up f JOIN account a ON a.id = f.person_id WHERE a.email IS NOT NULL
);
