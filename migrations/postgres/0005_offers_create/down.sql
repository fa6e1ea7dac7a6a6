DROP TABLE offer_report;
DROP TABLE slot;
DROP TABLE offer;
