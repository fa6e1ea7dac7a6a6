-- A device that its owner chose to keep after signing out; one that was added before devices ended with their session was not.
ALTER TABLE push_device ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
-- What was kept of addresses is kept under the secret of the place from now on.
DELETE FROM address_ask;
-- When somebody of the label body or the administration came last: accounts that nobody uses go.
INSERT INTO presence (account_id, seen_at)
SELECT a.id, coalesce((SELECT max(s.seen_at) FROM session s WHERE s.account_id = a.id), a.created_at) FROM account a
WHERE a.role IN ('label_body', 'admin');
