DROP TABLE api_key;
DROP TABLE platform_member;
DROP TABLE platform;
