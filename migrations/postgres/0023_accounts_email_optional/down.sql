ALTER TABLE account DROP CONSTRAINT account_email_known;
ALTER TABLE account ALTER COLUMN email SET NOT NULL;
