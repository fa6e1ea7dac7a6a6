ALTER TABLE spoken_consent DROP COLUMN by_herself;
