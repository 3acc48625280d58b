"""The built site on its way to where it is served, and whether it has arrived; MkDocs and pages are unknown here."""
