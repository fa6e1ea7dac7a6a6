ALTER TABLE follow_up_ending DROP COLUMN due_at;
