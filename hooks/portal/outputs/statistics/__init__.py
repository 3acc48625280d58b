"""The portal in numbers: a page with charts and tables, and a file of each statistic."""
