DROP TABLE engagement;
DROP TABLE interest;
