"""The open data, which scripts on any site may read."""

from __future__ import annotations

OPEN = "data/"
"""Their folder, below the root of the site."""

ANYONE = ("Access-Control-Allow-Origin", "*")
"""Fetch, 3.2: any page may read what anyone may download."""
