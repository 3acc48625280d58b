"""The command ``portal``: everything that needs no build."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from pydantic_core import PydanticCustomError

from portal.assembly import read_portal
from portal.model.values.locale import LOCALES
from portal.outputs.open_data.changes import note_records
from portal.outputs.open_data.export import exports
from portal.outputs.site.hosting import WRITERS
from portal.pages.published import note_published
from portal.schema import write_dictionary, write_schemas
from portal.today import build_moment

if TYPE_CHECKING:
    from portal.data.problem import Problem
    from portal.edition import Edition

Command = TypeVar("Command", bound=Callable[..., None])

PROBLEMS_FOUND, CANNOT_RUN = 1, 2
"""Exit codes besides 0."""


def _user_locale() -> str:
    """``zh`` when the user's locale is Chinese (POSIX: LC_ALL, then LC_MESSAGES, then LANG), else ``en``."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if (next(filter(None, names), "")).startswith("zh") else "en"


def _root_option(command: Command) -> Command:
    return click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        help="Folder of the portal: it holds data/ and content/. Default: this folder.",
    )(command)


def _lang_option(command: Command) -> Command:
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default=_user_locale,
        show_default="your locale",
        help="Language of the messages.",
    )(command)


@click.group()
@click.version_option(package_name="portal")
def main() -> None:
    """Check and convert the records of a portal of city diplomacy."""


@main.command()
@_root_option
@_lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text: path:line:column for terminals and editors; json: both languages; github: annotations.",
)
def check(root: Path, lang: str, form: str) -> None:
    """Name every problem in the data and the written pages, at once.

    Exit code 0: none. 1: problems. 2: the folder cannot be read.
    """
    edition = _read(root, lang)
    for line in _report(edition.problems, form, lang):
        click.echo(line)
    if form == "text":
        click.echo(_summary(edition, lang), err=True)
    if edition.problems:
        sys.exit(PROBLEMS_FOUND)


@main.command()
@_root_option
@_lang_option
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def write(root: Path, lang: str, folder: Path) -> None:
    """Write every generated page into FOLDER as a file with front matter, for any other site generator."""
    edition = _without_problems(root, lang)
    wanted = [(page, locale.code) for locale in LOCALES for page in edition.pages.values()]
    with click.progressbar(wanted, file=sys.stderr) as pages:
        for page, locale in pages:
            path = folder / page.src_uri(locale)
            path.parent.mkdir(parents=True, exist_ok=True)
            made = edition.render(page, locale)
            head = {"title": made.head.title, "description": made.head.description}
            front = json.dumps(head, ensure_ascii=False)
            path.write_text(f"---\n{front}\n---\n\n{made.content}\n", encoding="utf-8")


@main.command()
@_root_option
@_lang_option
def due(root: Path, lang: str) -> None:
    """Print when the site has to be built again because a record appears or its time is over.

    In ISO 8601, or nothing when no such change is known. It does not say which record: embargoes stay secret.
    """
    edition = _read(root, lang)
    if edition.schedule.until:
        click.echo(edition.schedule.until.iso)


@main.command()
@_root_option
@_lang_option
def snapshot(root: Path, lang: str) -> None:
    """Note what is published now, to be committed after each publication.

    Adds the address of every page and attachment to published/addresses.txt. A later build that loses one fails.
    Adds what changed in the records to published/changes.csv, which the open data tell, and keeps a fingerprint of
    every row in published/records/, to find the next changes.
    """
    edition = _without_problems(root, lang)
    noted = note_published(root, edition.addresses)
    now = {export.table.name: export.fingerprints for export in exports(edition.catalog, "/")}
    changed = note_records(root, now, edition.catalog.today.iso)
    words = {
        "zh": f"新增 {noted} 個位址，{changed} 列資料有異動",
        "en": f"{noted} new addresses, {changed} changed rows of data",
    }
    click.echo(words[lang], err=True)


@main.command()
@_root_option
def schema(root: Path) -> None:
    """Write the JSON Schema of every kind into data/schema/, and the field tables of data/README.md."""
    readme = root / "data" / "README.md"
    if not readme.is_file():
        click.echo(f"there is no {readme}", err=True)
        sys.exit(CANNOT_RUN)
    write_schemas(root / "data" / "schema")
    write_dictionary(readme)


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(WRITERS)),
    default="nginx",
    show_default=True,
    help="What the host reads.",
)
@click.option(
    "--base",
    default="/",
    show_default=True,
    help="Path of the Chinese front page on its host, with a slash at both ends.",
)
def headers(form: str, base: str) -> None:
    """Print the settings of a web server: headers for security, error pages, caching.

    nginx: for the server block. apache, netlify: what each build writes into the site as .htaccess and _headers.
    """
    click.echo(WRITERS[form](f"/{base.strip('/')}/".replace("//", "/")), nl=False)


def _read(root: Path, lang: str) -> Edition:
    if not root.is_dir():
        words = {"zh": f"找不到資料夾 {root}", "en": f"there is no folder {root}"}
        click.echo(words[lang], err=True)
        sys.exit(CANNOT_RUN)
    try:
        now = build_moment()
    except PydanticCustomError:
        words = {
            "zh": "PORTAL_TODAY 不是日期；請寫 2026-11-22 或 2026-11-22T09:30 這種格式",
            "en": "PORTAL_TODAY is not a date; write it as 2026-11-22 or 2026-11-22T09:30",
        }
        click.echo(words[lang], err=True)
        sys.exit(CANNOT_RUN)
    return read_portal(root, now)


def _without_problems(root: Path, lang: str) -> Edition:
    edition = _read(root, lang)
    if edition.problems:
        for line in _report(edition.problems, "text", lang):
            click.echo(line, err=True)
        sys.exit(PROBLEMS_FOUND)
    return edition


def _report(problems: list[Problem], form: str, lang: str) -> list[str]:
    match form:
        case "json":
            return [json.dumps([_as_json(p) for p in problems], ensure_ascii=False, indent=2)]
        case "github":
            return [
                f"::error file={p.place.path},line={p.place.line},col={p.place.column},title={p.code}"
                f"::{p.message(lang).replace('%', '%25')}"
                for p in problems
            ]
        case _:
            return [problem.line(lang) for problem in problems]


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "message": {"zh": problem.message("zh"), "en": problem.message("en")},
    }


def _summary(edition: Edition, lang: str) -> str:
    if edition.problems:
        count = len(edition.problems)
        return {"zh": f"共 {count} 個問題", "en": f"{count} problem{'s' * (count != 1)}"}[lang]
    records = len(edition.catalog.places)
    return {"zh": f"沒有問題（{records} 筆紀錄）", "en": f"no problems ({records} records)"}[lang]
