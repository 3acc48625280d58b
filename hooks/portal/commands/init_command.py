"""``portal init``: a complete small portal to begin with."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from jinja2 import Environment, StrictUndefined
from pydantic import TypeAdapter, ValidationError

from portal.commands.installed import installed
from portal.commands.options import fail, lang_option
from portal.commands.reading import moment
from portal.data.problem import Place, Problem
from portal.data.whole_file import write_whole
from portal.model.reading.text_refusal import text_faults_in
from portal.model.values.reference import Id
from portal.model.values.words import Chinese, English
from portal.resources import DISTRIBUTION, SKELETON
from portal.schema import schemas, with_dictionary
from portal.text.typography import curled
from portal.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

_RENDERED, _HIDDEN = ".j2", "dot-"
"""The end of the names of files that are templates; and what names of files and folders begin with that get a dot."""

_YEAR = "year"
"""The name of folders that are named after the year in which a portal begins."""

README = "data/README.md"
"""The data dictionary."""

LOCKED = "constraints.txt"
"""The versions of what the generator depends on, as they are installed where the portal begins."""

_MAY_LIE_THERE = {".git"}
"""What a folder may hold: a portal can begin in a repository that has just been made."""


@click.command()
@lang_option
@click.option(
    "--name-zh",
    default="範例市",
    show_default=True,
    help="Name of your government's place in Chinese.",
)
@click.option("--name-en", default="Example City", show_default=True, help="The same in English.")
@click.option(
    "--home", help="Id of your government, for addresses. Default: made of the English name."
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(lang: str, name_zh: str, name_en: str, home: str | None, folder: Path) -> None:
    """Start a portal in FOLDER, which is made if it is not there: settings, example records, written pages.

    Exit code 0: made. 2: the folder is not empty, or a name cannot be used.
    """
    name_en = curled(name_en)  # a shell takes straight quotes only
    home = re.sub(r"[^a-z0-9]+", "-", name_en.lower()).strip("-") if home is None else home
    _refuse_names(
        lang,
        (("--name-zh", Chinese, name_zh), ("--name-en", English, name_en), ("--home", Id, home)),
    )
    if folder.is_dir() and {path.name for path in folder.iterdir()} - _MAY_LIE_THERE:
        fail(
            lang,
            zh=f"資料夾 {visible(str(folder))} 不是空的；請指定空的或尚未建立的資料夾",
            en=f"the folder {visible(str(folder))} is not empty; name one that is, or one that does not exist",
        )
    words = {"zh": name_zh, "en": name_en, "home": home, "version": version(DISTRIBUTION)}
    words["today"] = moment(lang).day.iso
    files = skeleton(words)
    files[README] = with_dictionary(files[README])
    files |= {f"data/schema/{name}": text for name, text in schemas().items()}
    files[LOCKED] += "".join(f"{name}=={pinned}\n" for name, pinned in installed(DISTRIBUTION))
    write_whole({folder / path: text for path, text in files.items()})
    done = {
        "zh": f"入口網建立於 {folder}；接下來請看 {folder / 'README.md'}",
        "en": f"the portal is in {folder}; {folder / 'README.md'} says what comes next",
    }
    click.echo(visible(done[lang]), err=True)


def skeleton(words: Mapping[str, str]) -> dict[str, str]:
    """The files of a new portal by path, filled with words: its names, the id of its home, version, today."""
    env = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    env.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)  # JSON is YAML too
    files = {}
    for path in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8")
        inner = Path(*(_named(part, words) for part in path.relative_to(SKELETON).parts))
        if path.suffix == _RENDERED:
            text, inner = env.from_string(text).render(words), inner.with_suffix("")
        files[inner.as_posix()] = text
    return files


def _named(part: str, words: Mapping[str, str]) -> str:
    """What a file or folder of the skeleton is called in a portal."""
    if part == _YEAR:
        return words["today"][:4]
    return f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part


def _refuse_names(lang: str, given: tuple[tuple[str, Any, str], ...]) -> None:
    """End with the sentences on the options whose values records could not hold either."""
    problems = []
    for option, kind, value in given:
        try:
            TypeAdapter(kind).validate_python(value)
        except ValidationError as error:
            (detail,) = error.errors()
            said = {name: str(part) for name, part in detail.get("ctx", {}).items()}
            wrong = [(detail["type"], {"found": value} | said)]
            if detail["type"] == "text-faults":
                wrong = [(fault.code, found) for fault, found in text_faults_in(detail)]
            for code, found in wrong:
                message = Problem(Place(option), code, found).message(lang)
                problems.append(f"{option}: {message}")
    if problems:
        fail(lang, zh="\n".join(problems), en="\n".join(problems))
