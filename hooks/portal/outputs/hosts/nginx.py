"""nginx: lines for the ``server`` block that serves a portal, and a whole configuration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.outputs.hosts.caching import ASK, FOLDERS, FOREVER
from portal.outputs.hosts.media_types import OTHER, TEXTS, TYPES
from portal.outputs.hosts.open_access import ANYONE, OPEN
from portal.outputs.site.security import headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.hosts.portal_host import Host

_VARIABLES = {
    "Strict-Transport-Security": "$portal_hsts",
    "Cache-Control": "$portal_cache",
    ANYONE[0]: "$portal_cors",
}
"""Headers that not every answer has, or not with the same value: an empty one is not sent."""


def nginx(host: Host) -> str:
    """Lines for the ``server`` block; those of portals at other paths may stand beside them."""
    return "\n".join([*_lines(host), ""])


def _lines(host: Host) -> Iterator[str]:
    hsts = headers()["Strict-Transport-Security"]
    base, every = host.base, list(_headers())
    yield f"# The portal at {base}: for the server block, by portal headers; print them anew after an upgrade."
    yield f'set $portal_cache "{ASK}";'
    yield 'set $portal_cors "";'
    yield 'set $portal_hsts "";  # only over TLS (RFC 6797, 7.2), which may end before nginx'
    yield f'if ($https) {{ set $portal_hsts "{hsts}"; }}'
    yield f'if ($http_x_forwarded_proto = "https") {{ set $portal_hsts "{hsts}"; }}'
    if base != "/":
        yield f"location = {base.rstrip('/')} {{"
        yield from _indented(["absolute_redirect off;", *every, f"return 301 {base};"])
        yield "}"
    yield f"location ^~ {base} {{"
    yield from _indented(_general())
    yield from _indented(every)
    yield "  # What is missing is told in the language of the address; a folder without a page is missing."
    yield from _indented(_missing(base))
    for prefix in host.prefixes:
        yield f"  location {prefix} {{"
        yield from _indented(_indented(_missing(prefix)))
        yield "  }"
    yield "  # What changes its name with its content is kept for good; all else is asked for anew."
    for folder in FOLDERS:
        yield f'  location {base}{folder} {{ set $portal_cache "{FOREVER}"; }}'
    yield "  # Scripts on any site may read the open data."
    yield f"  location {base}{OPEN} {{"
    yield f'    set $portal_cors "{ANYONE[1]}";'
    yield '    default_type "text/plain; charset=utf-8";'
    yield "  }"
    yield "  # Hidden files stay hidden."
    for prefix in (*host.prefixes, base):
        yield f'  location ~ "^{re.escape(prefix)}(.*/)?\\.(?!well-known/)" {{'
        yield from _indented(_indented([*_missing(prefix), "return 404;"]))
        yield "  }"
    if host.moved:
        yield "  # Former addresses."
    for old, new in host.moved:
        page, mark, part = new.partition("#")
        yield f"  location = {old} {{ return 301 {page}$is_args$args{mark}{part}; }}"
    yield "}"


def _general() -> Iterator[str]:
    """Files as they are, with their types, the texts compressed."""
    yield "index index.html;"
    yield "autoindex off;"
    yield "absolute_redirect off;  # a slash is added on the scheme and host that the reader sees"
    yield "charset off;  # the types below say it"
    yield "types {"
    yield from (f'  "{kind}" {ending};' for ending, kind in TYPES.items())
    yield "}"
    yield f"default_type {OTHER};"
    yield "etag on;"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield "gzip_comp_level 6;"
    yield "gzip_min_length 256;"
    kinds = " ".join(sorted({f'"{kind}"' for kind in TEXTS.values()}))
    yield f"gzip_types {kinds};"


def _headers() -> Iterator[str]:
    """A block with a header of its own loses those around it, so these stand once, with variables."""
    for name, value in headers().items():
        yield f'add_header {name} "{_VARIABLES.get(name, value)}" always;'
    for name in ("Cache-Control", ANYONE[0]):
        yield f'add_header {name} "{_VARIABLES[name]}" always;'


def _missing(prefix: str) -> list[str]:
    """The error page of a language; folders without a page are missing too."""
    return [f"error_page 404 {prefix}404.html;", f"error_page 403 =404 {prefix}404.html;"]


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def nginx_whole(host: Host, name: str) -> str:
    """A file for ``/etc/nginx/sites-enabled/``: the host of that name, over TLS."""
    lines = "\n".join(_indented(_lines(host)))
    return f"""\
# nginx: save as /etc/nginx/sites-enabled/{name}; the site lies in /srv/www{host.base}
server {{
  listen 80;
  listen [::]:80;
  server_name {name};
  location ^~ /.well-known/acme-challenge/ {{ root /srv/www; }}
  location / {{ return 301 https://{name}$request_uri; }}
}}
server {{
  listen 443 ssl;
  listen [::]:443 ssl;
  server_name {name};
  ssl_certificate /etc/letsencrypt/live/{name}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/{name}/privkey.pem;
  ssl_protocols TLSv1.2 TLSv1.3;
  server_tokens off;
  root /srv/www;

{lines}
}}
"""
