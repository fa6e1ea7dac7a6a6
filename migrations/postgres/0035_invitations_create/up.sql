-- Who was invited to a service or a platform: nothing is theirs before they open the link of the letter, and whoever invited them
-- reads the same whether their address is known or not.
CREATE TABLE invitation (
  id uuid PRIMARY KEY NOT NULL,
  service_id uuid REFERENCES service (id) ON DELETE CASCADE,
  platform_id uuid REFERENCES platform (id) ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  link_hash bytea UNIQUE,
  sent_at timestamptz NOT NULL,
  open boolean NOT NULL,
  CHECK ((service_id IS NULL) <> (platform_id IS NULL))
);
CREATE UNIQUE INDEX invitation_service ON invitation (service_id, email);
CREATE UNIQUE INDEX invitation_platform ON invitation (platform_id, email);
