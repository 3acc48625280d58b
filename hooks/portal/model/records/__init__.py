"""The models of the kinds of record, and of their parts."""
