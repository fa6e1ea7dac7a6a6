ALTER TABLE advisor ADD COLUMN left_at timestamptz;
CREATE TABLE people_import (
  id uuid PRIMARY KEY NOT NULL,
  advisor_id uuid NOT NULL REFERENCES advisor (id),
  created_at timestamptz NOT NULL,
  total integer NOT NULL,
  todo text NOT NULL,
  report text NOT NULL
);
