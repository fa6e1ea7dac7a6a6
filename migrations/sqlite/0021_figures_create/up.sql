-- The figures of a service as they stood on the first day of a month, as they may be told: rounded down to ten, nothing under
-- ten. They are counted once and never again, so that nothing that happens to one person moves them.
CREATE TABLE service_figure (
  service_id BLOB NOT NULL REFERENCES service (id) ON DELETE CASCADE,
  month TEXT NOT NULL CHECK (length(month) = 7),
  followed INTEGER CHECK (followed >= 10),
  begun INTEGER CHECK (begun >= 10),
  training INTEGER CHECK (training >= 10),
  contacts INTEGER CHECK (contacts >= 10),
  counted_at INTEGER NOT NULL,
  PRIMARY KEY (service_id, month)
) STRICT;
