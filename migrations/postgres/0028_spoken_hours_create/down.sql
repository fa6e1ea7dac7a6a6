DROP TABLE spoken_hours;
