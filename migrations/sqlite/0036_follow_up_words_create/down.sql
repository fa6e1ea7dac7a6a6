DROP TABLE follow_up_word;
