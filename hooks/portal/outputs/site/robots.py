"""``robots.txt``: every robot may read every page (RFC 9309); it also points to the sitemap (sitemaps.org)."""

from __future__ import annotations


def robots(site: str) -> bytes:
    """The file for a site at that absolute address; without one it cannot name the sitemap.

    Robots look for it only at the root of a host, so that of a site below a path is not read.
    """
    lines = ["User-agent: *", "Allow: /"]
    if site:
        lines += ["", f"Sitemap: {site}sitemap.xml"]
    return "\n".join([*lines, ""]).encode()
