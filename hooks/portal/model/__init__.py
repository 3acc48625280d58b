"""Rows become typed records, records become one catalog, and the catalog is checked."""
