"""``portal snapshot``: what is published now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from portal.commands.options import lang_option, root_option
from portal.commands.reading import read_sound
from portal.outputs.open_data.changes import note_records
from portal.outputs.open_data.export import exports
from portal.pages.published import note_published

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@lang_option
def snapshot(root: Path, lang: str) -> None:
    """Record what is published now; run it after each publication and commit the result.

    Adds the address of every page and attachment to published/addresses.txt. A later build that loses one fails.
    Adds the changes in the records to published/changes.csv, for the open data, and stores a fingerprint of every row
    in published/records/, to find the next changes.
    """
    edition = read_sound(root, lang)
    noted = note_published(root, edition.addresses)
    now = {export.table.name: export.fingerprints for export in exports(edition.catalog, "/")}
    changed = note_records(root, now, edition.catalog.today.iso)
    words = {
        "zh": f"新增 {noted} 個位址，{changed} 列資料有異動",
        "en": f"{noted} new addresses, {changed} changed rows of data",
    }
    click.echo(words[lang], err=True)
