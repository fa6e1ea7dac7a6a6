CREATE TABLE label_decision (
  id uuid PRIMARY KEY NOT NULL,
  platform_id uuid NOT NULL REFERENCES platform (id),
  kind text NOT NULL CHECK (kind IN ('submitted', 'admissible', 'examination', 'opinion', 'granted', 'declined', 'notice', 'suspended', 'reinstated', 'withdrawn', 'renounced')),
  decided_at timestamptz NOT NULL,
  effective_at timestamptz NOT NULL,
  until_at timestamptz,
  reason text NOT NULL CHECK (length(reason) >= 10),
  author text NOT NULL,
  authority text NOT NULL,
  appeal_until timestamptz,
  CHECK (kind <> 'granted' OR until_at IS NOT NULL),
  CHECK (until_at IS NULL OR until_at > effective_at)
);
CREATE INDEX label_decision_platform ON label_decision (platform_id, effective_at, id);
