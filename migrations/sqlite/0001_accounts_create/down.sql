DROP TABLE sign_in;
DROP TABLE session;
DROP TABLE account;
