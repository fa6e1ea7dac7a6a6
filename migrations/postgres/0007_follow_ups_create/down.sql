DROP TABLE file_look;
DROP TABLE follow_up_training;
DROP TABLE follow_up_step;
DROP TABLE follow_up;
DROP TABLE mandate;
DROP TABLE advisor;
DROP TABLE service;
