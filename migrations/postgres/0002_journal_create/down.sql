DROP TABLE job;
DROP TABLE journal;
