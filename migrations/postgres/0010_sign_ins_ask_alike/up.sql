-- A sign-in is asked for in the same way by any address, with an account or not: nothing in the work done then tells which.
-- The letter's job finds the account, then forgets the address; `address_mac` counts how often one asks.
CREATE TABLE sign_in_next (
  id uuid PRIMARY KEY NOT NULL,
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  address text,
  address_mac text,
  link_hash bytea,
  code_hash bytea,
  browser_hash bytea,
  goes_to text NOT NULL CHECK (goes_to LIKE '/%'),
  reusable boolean NOT NULL,
  tries integer NOT NULL CHECK (tries >= 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT sign_in_link_hash_once UNIQUE (link_hash),
  CONSTRAINT sign_in_of_someone CHECK (account_id IS NOT NULL OR address_mac IS NOT NULL)
);
INSERT INTO sign_in_next (id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at)
SELECT id, account_id, link_hash, code_hash, browser_hash, goes_to, reusable, tries, created_at, expires_at, used_at FROM sign_in;
DROP TABLE sign_in;
ALTER TABLE sign_in_next RENAME TO sign_in;
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
CREATE INDEX sign_in_address ON sign_in (address_mac, created_at);
