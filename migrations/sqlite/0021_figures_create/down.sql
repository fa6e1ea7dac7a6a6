DROP TABLE service_figure;
