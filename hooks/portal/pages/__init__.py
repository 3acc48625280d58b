"""Turns the catalog into pages, one for each record and locale."""
