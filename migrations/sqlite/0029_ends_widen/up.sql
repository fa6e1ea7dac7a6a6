-- A device ends with the session in which it was added, unless its owner said that it is to stay.
ALTER TABLE push_device ADD COLUMN session_hash BLOB REFERENCES session (token_hash) ON DELETE CASCADE;
CREATE INDEX push_device_session ON push_device (session_hash);
-- That an advisor added an address: not again for a month. The address is not kept as it was written.
CREATE TABLE address_ask (
  advisor_id BLOB NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
  address_hash BLOB NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (advisor_id, address_hash)
) STRICT;
CREATE INDEX address_ask_at ON address_ask (asked_at);
-- What forgetting and the figures of a month look for.
CREATE INDEX engagement_slot ON engagement (slot_id);
CREATE INDEX offer_report_created ON offer_report (created_at);
CREATE INDEX advisor_left ON advisor (left_at);
