DELETE FROM presence WHERE account_id IN (SELECT id FROM account WHERE role IN ('label_body', 'admin'));
ALTER TABLE push_device DROP COLUMN kept;
