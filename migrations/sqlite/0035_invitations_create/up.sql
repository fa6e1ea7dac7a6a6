-- Who was invited to a service or a platform: nothing is theirs before they open the link of the letter, and whoever invited them
-- reads the same whether their address is known or not.
CREATE TABLE invitation (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  service_id BLOB REFERENCES service (id) ON DELETE CASCADE,
  platform_id BLOB REFERENCES platform (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL CHECK (email = lower(email)),
  link_hash BLOB UNIQUE,
  sent_at INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  CHECK ((service_id IS NULL) <> (platform_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX invitation_service ON invitation (service_id, email);
CREATE UNIQUE INDEX invitation_platform ON invitation (platform_id, email);
