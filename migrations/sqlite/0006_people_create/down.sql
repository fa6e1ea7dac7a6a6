DROP TABLE private_choice;
DROP TABLE availability;
DROP TABLE person;
