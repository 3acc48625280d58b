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
    """Print when the site has to be built again because a record appears or its time is over.

    In ISO 8601, or nothing when no such change is known. It does not say which record: embargoes stay secret.
    """
    edition, _ = read(root, lang)
    if edition.schedule.until:
        click.echo(edition.schedule.until.iso)
