-- A training that is only wished for, or prescribed, may have no date yet; an enrolment has one.
ALTER TABLE follow_up_training ALTER COLUMN starts_at DROP NOT NULL;
ALTER TABLE follow_up_training ADD CONSTRAINT follow_up_training_dated CHECK (starts_at IS NOT NULL OR stage <> 'enrolled');
