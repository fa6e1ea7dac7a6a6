ALTER TABLE advisor DROP COLUMN digest_stopped_at;
ALTER TABLE advisor DROP COLUMN digest_at;
ALTER TABLE advisor DROP COLUMN manager;
