DELETE FROM spoken_act WHERE about NOT IN ('taken_back', 'phone', 'end_told');
ALTER TABLE spoken_act DROP CONSTRAINT spoken_act_month_check;
ALTER TABLE spoken_act DROP COLUMN month;
ALTER TABLE spoken_act DROP CONSTRAINT spoken_act_about_check;
ALTER TABLE spoken_act ADD CONSTRAINT spoken_act_about_check CHECK (about IN ('taken_back', 'phone', 'end_told'));
