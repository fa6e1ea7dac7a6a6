-- A sign-in is asked for in the same way by any address, with an account or not: nothing in the work done then tells which.
-- The letter's job finds the account, then forgets the address; `address_mac` counts how often one asks.
CREATE TABLE sign_in_next (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  account_id BLOB REFERENCES account (id) ON DELETE CASCADE,
  address TEXT,
  address_mac TEXT,
  link_hash BLOB,
  code_hash BLOB,
  browser_hash BLOB,
  goes_to TEXT NOT NULL CHECK (goes_to LIKE '/%'),
  reusable INTEGER NOT NULL CHECK (reusable IN (0, 1)),
  tries INTEGER NOT NULL CHECK (tries >= 0),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  CONSTRAINT sign_in_link_hash_once UNIQUE (link_hash),
  CONSTRAINT sign_in_of_someone CHECK (account_id IS NOT NULL OR address_mac IS NOT NULL)
) STRICT;
INSERT INTO sign_in_next (id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at)
SELECT id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at FROM sign_in;
DROP TABLE sign_in;
ALTER TABLE sign_in_next RENAME TO sign_in;
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
CREATE INDEX sign_in_address ON sign_in (address_mac, created_at);
