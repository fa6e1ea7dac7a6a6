DROP TABLE availability_day;
DROP TABLE availability_terms;
