"""Rules between records, and inside a record where two fields must agree."""
