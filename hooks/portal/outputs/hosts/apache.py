"""Apache 2.4: ``.htaccess``, which each build writes into the site, and a whole configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.hosts.caching import ASK, FOREVER, lasting
from portal.outputs.hosts.media_types import OTHER, SUMS, TEXT_TYPES, TYPES
from portal.outputs.hosts.open_access import ANYONE, OPEN
from portal.outputs.hosts.portal_host import OURS
from portal.outputs.site.security import headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.hosts.portal_host import Host

PIECES = ("piece",)
"""Endings of the pieces of the search index."""

_WHEN = {
    "Strict-Transport-Security": (
        " \"expr=%{HTTPS} == 'on' || %{HTTP:X-Forwarded-Proto} == 'https'\""
    )
}
"""This header belongs to answers over TLS only (RFC 6797, 7.2), which may end before Apache."""


def apache(host: Host) -> str:
    """``.htaccess``, if ``AllowOverride FileInfo`` is set; the lines do in a ``<Directory>`` too."""
    return "\n".join([OURS, *_lines(host), ""])


def _lines(host: Host) -> Iterator[str]:
    base = host.base
    for number in (404, 403):
        yield f"ErrorDocument {number} {base}404.html"
    for prefix in host.prefixes:
        errors = [f"  ErrorDocument {number} {prefix}404.html" for number in (404, 403)]
        yield from _if(f"{prefix}*", *errors)
    yield from (f'AddType "{kind}" .{ending}' for ending, kind in TYPES.items())
    yield from (f'AddType "{OTHER}" .{ending}' for ending in PIECES)
    yield f'<Files "{SUMS}">'
    yield '  ForceType "text/plain; charset=utf-8"'
    yield "</Files>"
    yield "<IfModule mod_alias.c>"
    yield '  RedirectMatch 404 "/\\.(?!well-known/)"'
    # On the scheme and host that the reader sees, which Apache may not know behind a proxy.
    yield "  <IfModule mod_version.c>"
    yield "    <IfVersion >= 2.4.58>"
    yield "      RedirectRelative On"
    yield "    </IfVersion>"
    yield "  </IfModule>"
    yield '  <If "-d %{REQUEST_FILENAME} && %{REQUEST_URI} !~ m#/$#">'
    yield '    Redirect 301 "%{REQUEST_URI}/"'
    yield "  </If>"
    # Of a folder without a page, a host that lists folders would tell all names.
    yield "  <If \"-d %{REQUEST_FILENAME} && ! -f '%{REQUEST_FILENAME}/index.html'\">"
    yield f'    Redirect 404 "{base}"'
    yield "  </If>"
    # The first that fits is taken, and one fits all addresses below it: so the longest comes first.
    longest = sorted(host.moved, key=lambda pair: (-pair[0].count("/"), pair))
    yield from (f'  Redirect 301 "{old}" "{new}"' for old, new in longest)
    yield "</IfModule>"
    yield "<IfModule mod_filter.c>"
    yield "  <IfModule mod_deflate.c>"
    yield f"    AddOutputFilterByType DEFLATE {' '.join(TEXT_TYPES)}"
    yield "  </IfModule>"
    yield "</IfModule>"
    yield "<IfModule mod_setenvif.c>"
    yield f'  SetEnvIf Request_URI "\\.({"|".join(PIECES)})$" no-gzip no-brotli'
    yield "</IfModule>"
    yield "<IfModule mod_headers.c>"
    yield from (f"  {line}" for line in _headers(base))
    yield "</IfModule>"


def _headers(base: str) -> Iterator[str]:
    for name, value in headers().items():
        yield f'Header always set {name} "{value}"{_WHEN.get(name, "")}'
    yield f'Header always set Cache-Control "{ASK}"'
    for pattern in lasting(base):
        yield from _if(pattern, f'  Header always set Cache-Control "{FOREVER}"')
    yield from _if(f"{base}{OPEN}*", f'  Header always set {ANYONE[0]} "{ANYONE[1]}"')
    # mod_deflate marks what it has compressed, and would not know the mark again.
    yield 'RequestHeader edit If-None-Match \'"((?:[^"]*))-(?:gzip|br)"\' \'"$1"\''


def _if(pattern: str, *lines: str) -> Iterator[str]:
    yield f"<If \"%{{REQUEST_URI}} -strmatch '{pattern}'\">"
    yield from lines
    yield "</If>"


def apache_whole(host: Host, name: str) -> str:
    """A file for ``/etc/apache2/sites-enabled/``: the host of that name, over TLS."""
    return f"""\
# Apache: save as /etc/apache2/sites-enabled/{name}.conf; the site lies in /srv/www{host.base}, with its .htaccess
# Once: a2enmod alias deflate dir filter headers mime setenvif ssl
TraceEnable Off
<VirtualHost *:80>
  ServerName {name}
  DocumentRoot /srv/www
  RedirectMatch 301 "^/(?!\\.well-known/acme-challenge/)(.*)$" "https://{name}/$1"
</VirtualHost>
<VirtualHost *:443>
  ServerName {name}
  DocumentRoot /srv/www
  SSLEngine on
  SSLCertificateFile /etc/letsencrypt/live/{name}/fullchain.pem
  SSLCertificateKeyFile /etc/letsencrypt/live/{name}/privkey.pem
  SSLProtocol -all +TLSv1.2 +TLSv1.3
</VirtualHost>
<Directory /srv/www>
  Require all granted
  Options FollowSymLinks
  AllowOverride FileInfo
  DirectoryIndex index.html
</Directory>
"""
