"""The files of the open data: tables in several forms, and catalogs that say what they are."""
