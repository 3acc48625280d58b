"""How long a portal takes to build, compared with Hugo and MkDocs for the same pages."""
