DROP INDEX referral_receipt;
DROP INDEX advisor_service;
DROP INDEX follow_up_referent;
DROP INDEX follow_up_person;
DROP INDEX job_due;
CREATE INDEX job_due ON job (run_at, id);
ALTER TABLE job DROP COLUMN lane;
