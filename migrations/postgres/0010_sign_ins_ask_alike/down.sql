CREATE TABLE sign_in_before (
  id uuid PRIMARY KEY NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  link_hash bytea,
  code_hash bytea,
  browser_hash bytea,
  goes_to text NOT NULL CHECK (goes_to LIKE '/%'),
  reusable boolean NOT NULL,
  tries integer NOT NULL CHECK (tries >= 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT sign_in_link_hash_key UNIQUE (link_hash)
);
INSERT INTO sign_in_before (id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at)
SELECT id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at FROM sign_in WHERE account_id IS NOT NULL;
DROP TABLE sign_in;
ALTER TABLE sign_in_before RENAME TO sign_in;
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
