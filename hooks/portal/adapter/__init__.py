"""Hands the portal to MkDocs. Nothing else in this package imports MkDocs."""
