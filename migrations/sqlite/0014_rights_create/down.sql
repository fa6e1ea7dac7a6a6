DROP INDEX file_look_at;
DROP INDEX journal_actor;
DROP INDEX journal_person;
DROP TABLE report_answer;
DROP TABLE person_preference;
