CREATE TABLE platform (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind TEXT NOT NULL CHECK (kind IN ('jobbing', 'organised_services', 'microwork', 'freelance', 'insertion', 'employer', 'association', 'temp_agency')),
  siren TEXT NOT NULL CHECK (length(siren) = 9),
  about TEXT NOT NULL,
  email TEXT NOT NULL,
  website TEXT NOT NULL,
  pulse_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT platform_slug_key UNIQUE (slug)
) STRICT;
CREATE TABLE platform_member (
  account_id BLOB PRIMARY KEY NOT NULL CHECK (length(account_id) = 16) REFERENCES account (id) ON DELETE CASCADE,
  platform_id BLOB NOT NULL REFERENCES platform (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX platform_member_platform ON platform_member (platform_id);
CREATE TABLE api_key (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  platform_id BLOB NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
  secret_hash BLOB NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX api_key_platform ON api_key (platform_id);
