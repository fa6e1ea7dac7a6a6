DROP TABLE label_decision;
