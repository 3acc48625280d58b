"""``portal verify``: whether a host serves what was built."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.built import end_undelivered, read_built, site_dir_option, site_folder
from portal.commands.options import lang_option, root_option
from portal.delivery.asking import Asker
from portal.delivery.deviations import lines
from portal.delivery.expected import INDEX, address_of
from portal.delivery.undelivered import Undelivered
from portal.delivery.verification import Verification, parse_base
from portal.model.values.locale import LOCALES
from portal.pages.published import published_addresses
from portal.progress import Progress
from portal.text.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from portal.delivery.built_site import BuiltSite


@click.command()
@click.argument("url")
@root_option
@lang_option
@site_dir_option
@click.option(
    "--patience",
    type=click.FloatRange(min=0),
    default=0,
    show_default=True,
    help="Seconds for which the host, or a CDN before it, may still serve an earlier build.",
)
def verify(*, url: str, root: Path, lang: str, site_dir: Path | None, patience: float) -> None:
    """Compare what a host serves at URL with the built site: every address, its status, media type and content.

    Also what it answers where nothing is: error pages in the language of the address, folders, missing slashes, and
    what was public once, by published/addresses.txt, and is so no more.

    Exit code 0: the host serves what was built, apart from what is marked as a notice. 1: it does not, and each
    difference is told. 2: there is no site, or URL is no address.
    """
    try:
        base = parse_base(url)
        site = read_built(site_folder(root, site_dir), lang)
    except Undelivered as error:
        end_undelivered(error, lang)
    label = {"zh": "查證", "en": "Verifying"}[lang]
    with Progress(len(site.files), label, since=time.monotonic()) as bar:
        found = Verification(
            site, Asker(base), patience, bar.advance, _gone(root, site)
        ).deviations()
    notices = [deviation for deviation in found if deviation.is_notice]
    deviations = [deviation for deviation in found if not deviation.is_notice]
    for line in lines(deviations, lang):
        click.echo(visible(line))
    for line in lines(notices, lang):
        click.echo(("提醒：" if lang == "zh" else "notice: ") * (line[0] != " ") + visible(line))
    if deviations:
        sys.exit(PROBLEMS_FOUND)
    words = {
        "zh": f"{base} 與建置的網站相同（{len(site.files)} 個檔案）",
        "en": f"{base} serves what was built ({len(site.files)} files)",
    }
    click.echo(words[lang], err=True)


def _gone(root: Path, site: BuiltSite) -> list[str]:
    """Addresses that were public once and that the site has no more, as those of records that have expired."""
    public = (f"{locale.prefix}{at}" for locale in LOCALES for at in published_addresses(root))
    paths = (f"{at}{INDEX}" if at.endswith("/") or not at else at for at in public)
    return [address_of(path) for path in paths if path not in site.files]
