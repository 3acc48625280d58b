"""What a record is, in the vocabulary of schema.org (JSON-LD)."""
