"""Turns files in ``data/`` into typed rows, or problems; files that have not changed are not read again."""
