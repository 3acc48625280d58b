"""The records as open data: which tables there are, what their columns hold, and the pages that explain them."""
