"""Caddy 2: lines for the block of a host that serves a portal, and a whole Caddyfile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.hosts.caching import ASK, FOREVER, lasting
from portal.outputs.hosts.media_types import OTHER, SUMS, TEXT_TYPES, TYPES
from portal.outputs.hosts.open_access import ANYONE, OPEN
from portal.outputs.site.security import headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.hosts.portal_host import Host


def caddy(host: Host) -> str:
    """Lines for the block of the host, which says the ``root``; other portals' lines may stand beside them."""
    return "\n".join([*_lines(host), ""])


def _lines(host: Host) -> Iterator[str]:
    base = host.base
    yield f"# The portal at {base}: for the block of the host, by portal headers; print them anew after an upgrade."
    if base != "/":
        yield f"handle {base.rstrip('/')} {{"
        yield "\troute {"
        yield from _indented(_headers(), 2)
        yield f"\t\tredir * {base} 301"
        yield "\t}"
        yield "}"
    yield f"handle {base}* {{"
    yield "\troute {"
    yield from _indented(_headers(), 2)
    yield from _indented(_moved(host), 2)
    yield from _indented(_reading(), 2)
    yield from _indented(_missing(host), 2)
    yield from _indented(_files(base), 2)
    yield "\t}"
    yield "}"


def _headers() -> Iterator[str]:
    secure = "Strict-Transport-Security"
    yield "header {"
    yield from (f'\t{name} "{value}"' for name, value in headers().items() if name != secure)
    yield f'\tCache-Control "{ASK}"'
    yield "}"
    # Only over TLS (RFC 6797, 7.2), which may end before Caddy.
    yield "@tls protocol https"
    yield "@tls_before header X-Forwarded-Proto https"
    for matcher in ("@tls", "@tls_before"):
        yield f'header {matcher} {secure} "{headers()[secure]}"'


def _reading() -> Iterator[str]:
    """Nothing but reading, with the texts compressed."""
    yield "@other not method GET HEAD"
    yield 'header @other Allow "GET, HEAD"'
    yield "respond @other 405"
    yield "encode gzip {"
    yield "\tmatch {"
    yield from (f'\t\theader Content-Type "{kind}*"' for kind in TEXT_TYPES)
    yield "\t}"
    yield "}"


def _moved(host: Host) -> Iterator[str]:
    if not host.moved:
        return
    name = f"{{portal_moved_{host.name}}}"
    yield "# Former addresses."
    yield f"map {{path}} {name} {{"
    yield from (f'\t"{old}" "{new}"' for old, new in host.moved)
    yield '\tdefault ""'
    yield "}"
    yield f'@moved expression `{name} != ""`'
    yield f"redir @moved {name} 301"


def _missing(host: Host) -> Iterator[str]:
    """What is not there, folders without a page, and hidden files, in the language of the address."""
    yield "# What is missing or hidden is told in the language of the address."
    yield "@missing not {"
    yield "\tfile {path} {path}/index.html"
    yield "\tnot {"
    yield "\t\tpath */.*"
    yield "\t\tnot path */.well-known/*"
    yield "\t}"
    yield "}"
    yield "handle @missing {"
    for prefix in host.prefixes:
        yield f"\thandle {prefix}* {{"
        yield f"\t\trewrite * {prefix}404.html"
        yield "\t}"
    yield "\thandle {"
    yield f"\t\trewrite * {host.base}404.html"
    yield "\t}"
    yield "\tfile_server {"
    yield "\t\tstatus 404"
    yield "\t}"
    yield "}"


def _files(base: str) -> Iterator[str]:
    yield from _unslashed()
    yield "route {"  # in a handle, Caddy would put its own order in place of this one
    yield f'\theader Content-Type "{OTHER}"'
    for ending, kind in TYPES.items():
        yield f"\t@{ending} path *.{ending}{' */' * (ending == 'html')}"
        yield f'\theader @{ending} Content-Type "{kind}"'
    yield f"\t@sums path */{SUMS}"
    yield '\theader @sums Content-Type "text/plain; charset=utf-8"'
    yield f"\t@lasting path {' '.join(lasting(base))}"
    yield f'\theader @lasting Cache-Control "{FOREVER}"'
    yield f'\theader {base}{OPEN}* {ANYONE[0]} "{ANYONE[1]}"'
    yield "\tfile_server"
    yield "}"


def _unslashed() -> Iterator[str]:
    """Caddy's own redirect to a folder leaves out the query (2.6), and with it what somebody searches for."""
    yield "@unslashed {"
    yield "\tpath_regexp folder ^/+(.*[^/])$"  # two slashes at the beginning would name a host in the answer
    yield "\tfile {path}/index.html"
    yield '\texpression `{query} != ""`'
    yield "}"
    yield "redir @unslashed /{re.folder.1}/?{query} 308"


def _indented(lines: Iterator[str], depth: int) -> Iterator[str]:
    tabs = "\t" * depth
    return (f"{tabs}{line}" for line in lines)


def caddy_whole(host: Host, name: str) -> str:
    """A Caddyfile: the host of that name, for which Caddy gets its certificate, and redirects from HTTP, by itself."""
    lines = "\n".join(_indented(_lines(host), 1))
    return f"""\
# Caddy: save as /etc/caddy/Caddyfile; the site lies in /srv/www{host.base}
{name} {{
	root * /srv/www

{lines}
}}
"""
