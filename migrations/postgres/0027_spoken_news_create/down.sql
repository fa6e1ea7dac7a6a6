DROP TABLE spoken_news;
DROP INDEX spoken_consent_interest;
ALTER TABLE spoken_consent DROP COLUMN aloud;
ALTER TABLE spoken_consent DROP COLUMN interest_id;
