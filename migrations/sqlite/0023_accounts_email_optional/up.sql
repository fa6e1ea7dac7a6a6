-- A person may be followed without an e-mail address: on paper, by phone, face to face. She cannot sign in and is written nothing.
-- Every other account has its address. Foreign keys are off while migrations run: what names an account goes on naming it.
CREATE TABLE account_next (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  role TEXT NOT NULL CHECK (role IN ('person', 'advisor', 'platform', 'label_body', 'admin')),
  email TEXT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  created_at INTEGER NOT NULL,
  CONSTRAINT account_email_once UNIQUE (email),
  CONSTRAINT account_email_known CHECK (email IS NOT NULL OR role = 'person')
) STRICT;
INSERT INTO account_next (id, role, email, name, language, created_at) SELECT id, role, email, name, language, created_at FROM account;
DROP TABLE account;
ALTER TABLE account_next RENAME TO account;
