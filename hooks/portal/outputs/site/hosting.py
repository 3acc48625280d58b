"""The headers, the error pages and the caching of the site, for each kind of host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.media_file import DOCUMENTS
from portal.model.values.locale import LOCALES
from portal.outputs.open_data.formats import FORMATS
from portal.outputs.site.security import headers

if TYPE_CHECKING:
    from collections.abc import Callable

OURS = "# Made by each build. Delete this line, and builds leave the file as it is."
"""First line of a file that an owner may take over."""

LASTING = "assets/"
"""Folder of files that all pages share and that rarely change; their names stay."""

TYPES = {
    "webmanifest": "application/manifest+json",
    "avif": "image/avif",
    "webp": "image/webp",
    "ics": "text/calendar; charset=utf-8",
    **DOCUMENTS,
}
"""Media types that older hosts do not know; pages are sent with ``nosniff``, so browsers do not guess."""

_CACHED = "public, max-age=86400"

OPEN = "data/"
"""Folder of the open data, which scripts on other sites may read."""

_ANYONE = ("Access-Control-Allow-Origin", "*")
"""Fetch, 3.2: any page may read what anyone may download."""

DATA_TYPES = {
    **{form.ending: form.sent_as or form.media_type for form in FORMATS},
    "ttl": "text/turtle; charset=utf-8",
}
"""Media types of the open data by ending (RFC 4180, RFC 8259, JSON-LD 1.1, RFC 7946, Turtle); few hosts know all."""


def netlify(base: str = "/") -> str:
    """``_headers`` for Netlify and Cloudflare Pages; ``base`` is the path of the front page."""
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in headers().items())]
    lines += ["", f"{base}{LASTING}*", f"  Cache-Control: {_CACHED}"]
    lines += ["", f"{base}{OPEN}*", f"  {': '.join(_ANYONE)}"]
    for folder, types in (("", TYPES), (OPEN, DATA_TYPES)):
        for ending, kind in types.items():
            lines += ["", f"{base}{folder}*.{ending}", f"  Content-Type: {kind}"]
    return "\n".join([*lines, ""])


def apache(base: str = "/") -> str:
    """``.htaccess`` for Apache 2.4, if ``AllowOverride FileInfo`` is set."""
    lines = [OURS, f"ErrorDocument 404 {base}404.html"]
    for locale in LOCALES:
        if locale.prefix:
            lines += [
                f"<If \"%{{REQUEST_URI}} -strmatch '{base}{locale.prefix}*'\">",
                f"  ErrorDocument 404 {base}{locale.prefix}404.html",
                "</If>",
            ]
    lines += (f'AddType "{kind}" .{ending}' for ending, kind in (TYPES | DATA_TYPES).items())
    lines.append("<IfModule mod_headers.c>")
    lines += (
        f'  Header always set {name} "{value}"{_WHEN.get(name, "")}'
        for name, value in headers().items()
    )
    lines += [
        f"  <If \"%{{REQUEST_URI}} -strmatch '{base}{LASTING}*'\">",
        f'    Header set Cache-Control "{_CACHED}"',
        "  </If>",
        f"  <If \"%{{REQUEST_URI}} -strmatch '{base}{OPEN}*'\">",
        f'    Header set {_ANYONE[0]} "{_ANYONE[1]}"',
        "  </If>",
        "</IfModule>",
        "",
    ]
    return "\n".join(lines)


_WHEN = {
    "Strict-Transport-Security": (
        " \"expr=%{HTTPS} == 'on' || %{HTTP:X-Forwarded-Proto} == 'https'\""
    )
}
"""This header belongs to answers over TLS only (RFC 6797, 7.2), which may end before Apache."""


def nginx(base: str = "/") -> str:
    """Lines for the ``server`` block that listens with TLS."""
    every = [f'add_header {name} "{value}" always;' for name, value in headers().items()]
    lines = [*every, "", f"error_page 404 {base}404.html;"]
    lines += (
        f"location {base}{locale.prefix} {{ error_page 404 {base}{locale.prefix}404.html; }}"
        for locale in LOCALES
        if locale.prefix
    )
    lines += [
        f"location {base}{LASTING} {{ expires 1d; }}",
        *(
            f'location ~ \\.{ending}$ {{ types {{ }} default_type "{kind}"; }}'
            for ending, kind in TYPES.items()
        ),
        f"location ^~ {base}{OPEN} {{",
        *(f"  {line}" for line in every),  # a block with a header of its own loses all others
        f'  add_header {_ANYONE[0]} "{_ANYONE[1]}" always;',
        "  types {",
        *(f'    "{kind}" {ending};' for ending, kind in DATA_TYPES.items()),
        "  }",
        "  default_type text/plain;",
        "}",
        "",
    ]
    return "\n".join(lines)


WRITERS: dict[str, Callable[[str], str]] = {"apache": apache, "netlify": netlify, "nginx": nginx}
"""The text of each format, for a base."""


def host_files(base: str) -> dict[str, bytes]:
    """The files that a host takes from the site itself, by their path."""
    return {"_headers": netlify(base).encode(), ".htaccess": apache(base).encode()}
