"""The catalog becomes pages: one page for each record and locale."""
