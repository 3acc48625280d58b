"""For which address a site was built."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.delivery.built_site import BuiltSite

_CANONICAL = re.compile(rb'<link[^>]*\brel="?canonical"?[^>]*>')
_HREF = re.compile(rb'\bhref="?([^">\s]+)')


def built_for(site: BuiltSite) -> str:
    """The address that the front page says it has; empty if it does not say."""
    page = site.read(site.files["index.html"])
    if (link := _CANONICAL.search(page)) and (found := _HREF.search(link[0])):
        return html.unescape(found[1].decode(errors="replace"))
    return ""
