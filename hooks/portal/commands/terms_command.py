"""``portal terms import``: a list of terms that comes back from a translator, into the glossary."""

from __future__ import annotations

from pathlib import Path

import click

from portal.commands.options import fail, lang_option, root_option
from portal.commands.reading import end_with, moment, read, read_records
from portal.data.document import read_document
from portal.data.root import Root
from portal.data.whole_file import write_whole
from portal.model.catalog.catalog import build_catalog
from portal.model.reading.memory import Memory
from portal.model.records.kinds import GLOSSARY
from portal.model.terminology.term_base import build_term_base
from portal.term_import.glossary_edit import edited, traced
from portal.term_import.glossary_merge import merge
from portal.term_import.import_report import is_changed, summary, told
from portal.term_import.term_file import read_term_file
from portal.text.visible import visible

PATH = f"data/{GLOSSARY.path}"


@click.group()
def terms() -> None:
    """Exchange the terms of the glossary with other tools."""


@terms.command("import")
@root_option
@lang_option
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.argument("file", type=click.Path(path_type=Path))
def import_terms(root: Path, lang: str, dry_run: bool, file: Path) -> None:
    """Take over the terms in FILE, CSV or TBX, into data/glossary.yaml.

    It adds and changes, and never deletes: words that are not in the file stay. Nothing is written as long as there
    is a problem, in the file or in the portal with it.

    Exit code 0: taken over, or nothing to do. 1: problems. 2: the file or the folder is missing.
    """
    if not file.exists():
        name = visible(str(file))
        fail(lang, zh=f"找不到檔案 {name}", en=f"there is no file {name}")
    memory, now = Memory(), moment(lang)
    loaded = read_records(root, lang, memory)
    memory.save()
    raw, _ = Root(root).read_bytes(root / PATH)
    text, problems = Root(root).read_text(root / PATH)
    end_with(problems, lang)
    records = read_document(PATH, text).value
    given = read_term_file(file, file.as_posix())
    change = merge(given.entries, records, build_term_base(build_catalog(loaded, now)))
    end_with(sorted([*given.problems, *change.problems]), lang)
    result = text
    if is_changed(change):
        result = edited(text, records, change.concepts)
        after = {PATH: result.encode()}
        _, problems = read(root, lang, now=now, memory=memory, instead=after)
        end_with(sorted(traced(problems, PATH, result, change.concepts)), lang)
    for line in told(change, given.unread, lang):
        click.echo(visible(line))
    if result != text and not dry_run:
        kept = result.replace("\n", "\r\n") if b"\r\n" in raw else result
        write_whole({root / PATH: kept})
    click.echo(summary(change, lang, is_trial=dry_run), err=True)
