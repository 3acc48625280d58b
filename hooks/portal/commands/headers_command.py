"""``portal headers``: the settings of a web server."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from portal.adapter.config_file import Configuration
from portal.adapter.settings import CONFIG
from portal.commands.options import fail, lang_option
from portal.commands.reading import read_sound
from portal.outputs.hosts.portal_host import BASE, host
from portal.outputs.hosts.settings_of_hosts import WHOLE, WRITERS

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(WRITERS)),
    default="nginx",
    show_default=True,
    help="Format for the host.",
)
@click.option(
    "--base",
    show_default="with --root the path of site_url, otherwise /",
    help="Path of the Chinese front page on its host, with a slash at both ends.",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the portal, for the redirects (301) of its former addresses.",
)
@click.option("--host", "name", help="Print a whole configuration, for the host of that name.")
@lang_option
def headers(form: str, base: str | None, root: Path | None, name: str | None, lang: str) -> None:
    """Print the settings of a web server: headers, media types, compression, caching, error pages, redirects.

    nginx: for the server block. caddy: for the block of the host. apache, netlify: what each build writes into the
    site as .htaccess, and as _headers and _redirects.
    """
    if base is None:
        base = _path_of_site(root) if root else "/"
    base = f"/{base.strip('/')}/".replace("//", "/")
    if not BASE.fullmatch(base):
        fail(
            lang,
            zh=f"--base {base} 不是路徑；請寫 /portal/ 這種格式，只用 ASCII 字母、數字與 . _ ~ -",
            en=f"--base {base} is not a path; write it as /portal/, with ASCII letters, digits and . _ ~ - only",
        )
    if name is not None and not (form in WHOLE and _NAME.fullmatch(name)):
        fail(
            lang,
            zh=f"--host {name}：請寫主機名稱，例如 diplomacy.example.gov.tw；可用的格式是 {'、'.join(WHOLE)}",
            en=f"--host {name}: write the name of a host, such as diplomacy.example.gov.tw; formats that have a whole "
            f"configuration are {', '.join(WHOLE)}",
        )
    found = host(base, read_sound(root, lang).moved if root else {})
    click.echo(WHOLE[form](found, name) if name else WRITERS[form](found), nl=False)


def _path_of_site(root: Path) -> str:
    """The path of the address that the portal in a folder has given itself."""
    site = Configuration(root / CONFIG).section("site_url")
    return urlsplit(site).path if isinstance(site, str) else "/"
