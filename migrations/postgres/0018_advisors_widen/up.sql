ALTER TABLE advisor ADD COLUMN manager boolean NOT NULL DEFAULT false;
ALTER TABLE advisor ADD COLUMN digest_at timestamptz;
ALTER TABLE advisor ADD COLUMN digest_stopped_at timestamptz;
