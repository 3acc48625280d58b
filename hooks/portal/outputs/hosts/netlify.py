"""``_headers`` and ``_redirects``, which Netlify, Cloudflare Pages and GitLab Pages (the latter) take from the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.hosts.caching import FOREVER, lasting
from portal.outputs.hosts.media_types import PACKED, TYPES
from portal.outputs.hosts.open_access import ANYONE, OPEN
from portal.outputs.site.security import headers

if TYPE_CHECKING:
    from portal.outputs.hosts.portal_host import Host

_KNOWN = {"html", "css", "js", "mjs", "txt", "json", "xml", "svg", *PACKED} - {"avif", "webp"}
"""Endings whose types all these hosts know."""


def header_rules(host: Host) -> str:
    """``_headers``. What has no rule for caching these hosts let browsers ask for anew, as it should be.

    They join the values of all rules that fit, so no two of these may say the same header about a file.
    """
    base = host.base
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in headers().items())]
    for pattern in lasting(base):
        lines += ["", pattern, f"  Cache-Control: {FOREVER}"]
    lines += ["", f"{base}{OPEN}*", f"  {': '.join(ANYONE)}"]
    for ending, kind in TYPES.items():
        if ending not in _KNOWN:
            lines += ["", f"{base}*.{ending}", f"  Content-Type: {kind}"]
    return "\n".join([*lines, ""])


def redirect_rules(host: Host) -> str:
    """``_redirects``: one line for each moved page; empty if there is none."""
    return "".join(f"{old} {new} 301\n" for old, new in host.moved)
