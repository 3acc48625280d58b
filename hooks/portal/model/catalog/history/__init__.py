"""One history: what took place, however many records tell of it, told once."""
