CREATE TABLE platform (
  id uuid PRIMARY KEY NOT NULL,
  slug text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind text NOT NULL CHECK (kind IN ('jobbing', 'organised_services', 'microwork', 'freelance', 'insertion', 'employer', 'association', 'temp_agency')),
  siren text NOT NULL CHECK (length(siren) = 9),
  about text NOT NULL,
  email text NOT NULL,
  website text NOT NULL,
  pulse_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT platform_slug_key UNIQUE (slug)
);
CREATE TABLE platform_member (
  account_id uuid PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  platform_id uuid NOT NULL REFERENCES platform (id) ON DELETE CASCADE
);
CREATE INDEX platform_member_platform ON platform_member (platform_id);
CREATE TABLE api_key (
  id uuid PRIMARY KEY NOT NULL,
  platform_id uuid NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
  secret_hash bytea NOT NULL,
  name text NOT NULL,
  scopes text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX api_key_platform ON api_key (platform_id);
