-- Whether she had sent it herself before her advisor did: nothing more left then. Hers to read, never her advisor's.
ALTER TABLE spoken_consent ADD COLUMN by_herself boolean NOT NULL DEFAULT false;
