"""How long a portal takes to build, beside what Hugo and MkDocs need for the same pages."""
