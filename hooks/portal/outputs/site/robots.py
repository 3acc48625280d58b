"""``robots.txt``: every page may be read by every robot (RFC 9309), and where the sitemap is (sitemaps.org)."""

from __future__ import annotations


def robots(site: str) -> bytes:
    """The file for a site at that absolute address; without one it cannot name the sitemap.

    Robots ask for it at the root of a host only, so that of a site below a path is not read.
    """
    lines = ["User-agent: *", "Allow: /"]
    if site:
        lines += ["", f"Sitemap: {site}sitemap.xml"]
    return "\n".join([*lines, ""]).encode()
