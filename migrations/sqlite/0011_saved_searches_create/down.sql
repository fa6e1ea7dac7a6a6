DROP TABLE search_match;
DROP TABLE saved_search;
DROP TABLE search_mark;
