CREATE TABLE account (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  role TEXT NOT NULL CHECK (role IN ('person', 'advisor', 'platform', 'label_body', 'admin')),
  email TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  created_at INTEGER NOT NULL,
  CONSTRAINT account_email_key UNIQUE (email)
) STRICT;
CREATE TABLE session (
  token_hash BLOB PRIMARY KEY NOT NULL,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account_id);
CREATE TABLE sign_in (
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
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
