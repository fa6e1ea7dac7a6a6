DROP TABLE spoken_consent;
