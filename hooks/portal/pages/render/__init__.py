"""Jinja2 templates turn pages into HTML, and note what they showed."""
