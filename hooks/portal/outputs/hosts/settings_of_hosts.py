"""The settings of each kind of host, as ``portal headers`` prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.hosts.apache import apache, apache_whole
from portal.outputs.hosts.caddy import caddy, caddy_whole
from portal.outputs.hosts.netlify import header_rules, redirect_rules
from portal.outputs.hosts.nginx import nginx, nginx_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.outputs.hosts.portal_host import Host


def netlify(host: Host) -> str:
    """Both files, one after the other."""
    redirects = redirect_rules(host)
    return header_rules(host) + (f"\n# _redirects\n{redirects}" if redirects else "")


WRITERS: dict[str, Callable[[Host], str]] = {
    "apache": apache,
    "caddy": caddy,
    "netlify": netlify,
    "nginx": nginx,
}
"""The lines of each format."""

WHOLE: dict[str, Callable[[Host, str], str]] = {
    "apache": apache_whole,
    "caddy": caddy_whole,
    "nginx": nginx_whole,
}
"""A whole configuration of each server, for a host of a name."""
