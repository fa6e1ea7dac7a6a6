-- Devices on which a person receives notices, each by the address that its browser gave; and the site's key for push
-- services, sealed under the secret.
CREATE TABLE push_device (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  endpoint TEXT NOT NULL CHECK (length(endpoint) BETWEEN 1 AND 1000),
  device_key BLOB NOT NULL CHECK (length(device_key) = 65),
  auth BLOB NOT NULL CHECK (length(auth) = 16),
  added_at INTEGER NOT NULL,
  CONSTRAINT push_device_endpoint_key UNIQUE (endpoint)
) STRICT;
CREATE INDEX push_device_person ON push_device (person_id);
CREATE TABLE push_key (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
