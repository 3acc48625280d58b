"""``portal write``: the generated pages for another site generator."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from portal.commands.options import lang_option, root_option
from portal.commands.reading import read_sound
from portal.data.whole_file import write_whole
from portal.model.values.locale import LOCALES


@click.command()
@root_option
@lang_option
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def write(root: Path, lang: str, folder: Path) -> None:
    """Write every generated page into FOLDER as a file with front matter, for any other site generator."""
    edition = read_sound(root, lang)
    wanted = [(page, locale.code) for locale in LOCALES for page in edition.pages.values()]
    with click.progressbar(wanted, file=sys.stderr) as pages:
        for page, locale in pages:
            made = edition.render(page, locale)
            head = {"title": made.head.title, "description": made.head.description}
            front = json.dumps(head, ensure_ascii=False)
            text = f"---\n{front}\n---\n\n{made.content}\n"
            write_whole({folder / page.src_uri(locale): text})
