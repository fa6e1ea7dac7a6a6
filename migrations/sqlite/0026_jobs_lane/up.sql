-- Which workers a job waits for: what waits for a push service is never walked over by who looks for a letter. And what the
-- figures and the forgetting look for.
ALTER TABLE job ADD COLUMN lane INTEGER NOT NULL DEFAULT 0;
UPDATE job SET lane = 1 WHERE kind = 'search_letter';
UPDATE job SET lane = 2 WHERE kind = 'push';
DROP INDEX job_due;
CREATE INDEX job_due ON job (lane, run_at, id);
CREATE INDEX follow_up_person ON follow_up (person_id);
CREATE INDEX follow_up_referent ON follow_up (referent_id);
CREATE INDEX advisor_service ON advisor (service_id);
CREATE INDEX referral_receipt ON referral (receipt_code);
-- Sessions know better than the registration when somebody came last.
UPDATE presence SET seen_at = max(seen_at, (SELECT max(s.seen_at) FROM session s WHERE s.account_id = presence.account_id))
WHERE EXISTS (SELECT 1 FROM session s WHERE s.account_id = presence.account_id);
-- Ends that were asked for under another promise are asked for again by their referent, or not at all.
DELETE FROM follow_up_ending;
