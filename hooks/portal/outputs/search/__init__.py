"""The search: its page, what it finds, and the index."""
