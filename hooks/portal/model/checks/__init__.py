"""Rules across records, and within a record where two fields must agree."""
