"""The records as open data: the tables, their columns, and the pages that explain them."""
