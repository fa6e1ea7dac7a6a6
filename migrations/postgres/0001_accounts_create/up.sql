CREATE TABLE account (
  id uuid PRIMARY KEY NOT NULL,
  role text NOT NULL CHECK (role IN ('person', 'advisor', 'platform', 'label_body', 'admin')),
  email text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  created_at timestamptz NOT NULL,
  CONSTRAINT account_email_key UNIQUE (email)
);
CREATE TABLE session (
  token_hash bytea PRIMARY KEY NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE TABLE sign_in (
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
CREATE INDEX sign_in_browser ON sign_in (browser_hash);
