DROP TABLE referral;
DROP TABLE receipt;
DROP TABLE signing_key;
