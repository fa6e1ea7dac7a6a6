-- When an end that is asked for takes effect by itself, unless work of hers is still under way then. She may put it off once.
ALTER TABLE follow_up_ending ADD COLUMN due_at timestamptz NOT NULL DEFAULT 'epoch';
UPDATE follow_up_ending SET due_at = asked_at + interval '14 days';
