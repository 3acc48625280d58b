"""The term base in the formats of others' tools: one module a format."""
