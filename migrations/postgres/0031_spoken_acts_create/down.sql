ALTER TABLE follow_up_ending DROP COLUMN told_at;
DELETE FROM spoken_news WHERE about = 'reminder';
ALTER TABLE spoken_news DROP CONSTRAINT spoken_news_about_check;
ALTER TABLE spoken_news ADD CONSTRAINT spoken_news_about_check
  CHECK (about IN ('waiting', 'answered', 'freed', 'ended', 'label'));
DROP TABLE spoken_act;
