DROP INDEX advisor_left;
DROP INDEX offer_report_created;
DROP INDEX engagement_slot;
DROP TABLE address_ask;
DROP INDEX push_device_session;
ALTER TABLE push_device DROP COLUMN session_hash;
