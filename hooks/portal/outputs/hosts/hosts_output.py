"""The files that a host takes from the site itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.edition import Output
from portal.outputs.hosts.apache import apache
from portal.outputs.hosts.netlify import header_rules, redirect_rules
from portal.outputs.hosts.portal_host import host
from portal.site_file import Files

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.outputs.hosts.portal_host import Host

HEADERS, REDIRECTS, HTACCESS = "_headers", "_redirects", ".htaccess"


class Hosts(Output):
    """Headers, media types, caching, error pages and redirects, for each kind of host."""

    def replaceable(self) -> tuple[str, ...]:
        """All of them."""
        return HEADERS, REDIRECTS, HTACCESS

    def files(self, edition: Edition) -> Files:
        """Those of the host that ``site_url`` names."""
        found = host(urlsplit(edition.site).path or "/", edition.moved)
        return Files(defaults=dict(host_files(found)))


def host_files(host: Host) -> dict[str, bytes]:
    """The files by their path; without moved pages there is none that redirects."""
    files = {HEADERS: header_rules(host), HTACCESS: apache(host), REDIRECTS: redirect_rules(host)}
    return {path: text.encode() for path, text in files.items() if text}
