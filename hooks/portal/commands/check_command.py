"""``portal check``: everything that is wrong, without a build."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from portal.commands.options import PROBLEMS_FOUND, lang_option, root_option
from portal.commands.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from portal.data.problem import Problem


@click.command()
@root_option
@lang_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text: path:line:column for terminals and editors; json: both languages; github: annotations.",
)
def check(root: Path, lang: str, form: str) -> None:
    """Report all problems in the settings, the data and the written pages at once.

    Exit code 0: none. 1: problems. 2: the folder cannot be read.
    """
    edition, problems = read(root, lang)
    for line in _report(problems, form, lang):
        click.echo(line)
    if form == "text":
        click.echo(_summary(len(problems), len(edition.catalog.places), lang), err=True)
    if problems:
        sys.exit(PROBLEMS_FOUND)


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


def _summary(count: int, records: int, lang: str) -> str:
    if count:
        return {"zh": f"共 {count} 個問題", "en": f"{count} problem{'s' * (count != 1)}"}[lang]
    return {"zh": f"沒有問題（{records} 筆紀錄）", "en": f"no problems ({records} records)"}[lang]
