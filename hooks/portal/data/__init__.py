"""Text files become rows that know their file, line and column; problems are told about them."""
