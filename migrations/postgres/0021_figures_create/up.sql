-- The figures of a service as they stood on the first day of a month, as they may be told: rounded down to ten, nothing under
-- ten. They are counted once and never again, so that nothing that happens to one person moves them.
CREATE TABLE service_figure (
  service_id uuid NOT NULL REFERENCES service (id) ON DELETE CASCADE,
  month text NOT NULL CHECK (length(month) = 7),
  followed bigint CHECK (followed >= 10),
  begun bigint CHECK (begun >= 10),
  training bigint CHECK (training >= 10),
  contacts bigint CHECK (contacts >= 10),
  counted_at timestamptz NOT NULL,
  PRIMARY KEY (service_id, month)
);
