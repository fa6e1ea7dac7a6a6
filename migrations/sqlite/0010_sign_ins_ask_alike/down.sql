CREATE TABLE sign_in_before (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  link_hash BLOB,
  code_hash BLOB,
  browser_hash BLOB,
  goes_to TEXT NOT NULL CHECK (goes_to LIKE '/%'),
  reusable INTEGER NOT NULL CHECK (reusable IN (0, 1)),
  tries INTEGER NOT NULL CHECK (tries >= 0),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  CONSTRAINT sign_in_link_hash_key UNIQUE (link_hash)
) STRICT;
INSERT INTO sign_in_before (id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at)
SELECT id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at FROM sign_in WHERE account_id IS NOT NULL;
DROP TABLE sign_in;
ALTER TABLE sign_in_before RENAME TO sign_in;
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
