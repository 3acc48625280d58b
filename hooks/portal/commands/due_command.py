"""``portal due``: when the site has to be built again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from portal.commands.options import lang_option, root_option
from portal.commands.reading import read

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@lang_option
def due(root: Path, lang: str) -> None:
    """Print when the site has to be built again because a record is due to be published or to expire.

    In ISO 8601, or nothing if no such change is known. It does not say which record, so that embargoes stay secret.
    """
    edition, _ = read(root, lang)
    if edition.schedule.until:
        click.echo(edition.schedule.until.iso)
