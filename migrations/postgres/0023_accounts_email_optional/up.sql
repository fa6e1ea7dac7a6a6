-- A person may be followed without an e-mail address: on paper, by phone, face to face. She cannot sign in and is written nothing.
-- Every other account has its address.
ALTER TABLE account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE account ADD CONSTRAINT account_email_known CHECK (email IS NOT NULL OR role = 'person');
