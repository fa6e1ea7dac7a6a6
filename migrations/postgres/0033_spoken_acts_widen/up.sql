-- What a person asks of who follows her is done for her, and kept with the words that he read to her. A month that she asks him to
-- open is named.
ALTER TABLE spoken_act DROP CONSTRAINT spoken_act_about_check;
ALTER TABLE spoken_act ADD CONSTRAINT spoken_act_about_check CHECK (about IN (
  'taken_back', 'phone', 'end_told', 'proposals', 'wishes', 'month', 'figures', 'file', 'farewell', 'alert', 'end_answer'
));
ALTER TABLE spoken_act ADD COLUMN month text;
ALTER TABLE spoken_act ADD CONSTRAINT spoken_act_month_check CHECK ((about = 'month') = (month IS NOT NULL));
