"""``portal schema``: what editors' programs and the data dictionary say of the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from portal.commands.options import fail, lang_option, root_option
from portal.data.whole_file import write_whole
from portal.schema import schemas, with_dictionary
from portal.text.visible import visible

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@lang_option
def schema(root: Path, lang: str) -> None:
    """Write the JSON Schema of every kind into data/schema/, and the field tables of data/README.md."""
    readme = root / "data" / "README.md"
    if not readme.is_file():
        fail(lang, zh=f"找不到 {visible(str(readme))}", en=f"there is no {visible(str(readme))}")
    folder = root / "data" / "schema"
    files = {folder / name: text for name, text in schemas().items()}
    write_whole({**files, readme: with_dictionary(readme.read_text(encoding="utf-8"))})
