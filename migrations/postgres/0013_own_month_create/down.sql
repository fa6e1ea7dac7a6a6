DROP TABLE own_record;
DROP TABLE letter_stop;
DROP TABLE month_reminder;
DROP TABLE slot_reminder;
DROP TABLE calendar_feed;
