"""The ties of each government as a table for spreadsheets."""
