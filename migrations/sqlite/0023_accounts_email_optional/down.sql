CREATE TABLE account_next (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  role TEXT NOT NULL CHECK (role IN ('person', 'advisor', 'platform', 'label_body', 'admin')),
  email TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  created_at INTEGER NOT NULL,
  CONSTRAINT account_email_key UNIQUE (email)
) STRICT;
INSERT INTO account_next (id, role, email, name, language, created_at) SELECT id, role, email, name, language, created_at FROM account;
DROP TABLE account;
ALTER TABLE account_next RENAME TO account;
