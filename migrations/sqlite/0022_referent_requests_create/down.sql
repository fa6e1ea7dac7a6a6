DROP TABLE referent_request;
