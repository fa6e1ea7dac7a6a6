DELETE FROM follow_up_training WHERE starts_at IS NULL;
ALTER TABLE follow_up_training DROP CONSTRAINT follow_up_training_dated;
ALTER TABLE follow_up_training ALTER COLUMN starts_at SET NOT NULL;
