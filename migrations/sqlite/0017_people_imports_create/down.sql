DROP TABLE people_import;
ALTER TABLE advisor DROP COLUMN left_at;
