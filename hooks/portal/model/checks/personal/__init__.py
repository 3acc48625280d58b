"""Finds what belongs to a person and must not be published: numbers, addresses, accounts."""
