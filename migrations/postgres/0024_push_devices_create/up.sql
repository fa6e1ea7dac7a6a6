-- Devices on which a person receives notices, each by the address that its browser gave; and the site's key for push
-- services, sealed under the secret.
CREATE TABLE push_device (
  id uuid PRIMARY KEY NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  endpoint text NOT NULL CHECK (length(endpoint) BETWEEN 1 AND 1000),
  device_key bytea NOT NULL CHECK (length(device_key) = 65),
  auth bytea NOT NULL CHECK (length(auth) = 16),
  added_at timestamptz NOT NULL,
  CONSTRAINT push_device_endpoint_key UNIQUE (endpoint)
);
CREATE INDEX push_device_person ON push_device (person_id);
CREATE TABLE push_key (
  id integer PRIMARY KEY NOT NULL CHECK (id = 1),
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL
);
