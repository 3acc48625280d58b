"""Turns pages into HTML with Jinja2 templates, and records what they showed."""
