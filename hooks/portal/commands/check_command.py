"""``portal check``: everything that is wrong, without a build."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.annotations import annotation
from portal.commands.code_quality import finding
from portal.commands.options import format_option, lang_option, root_option
from portal.commands.problem_data import problem_data
from portal.commands.reading import read
from portal.text.visible import visible_json

if TYPE_CHECKING:
    from pathlib import Path

    from portal.data.problem import Problem


Command = TypeVar("Command", bound=Callable[..., Any])


problem_format = format_option(
    ["text", "json", "github", "gitlab"],
    "text: path:line:column for terminals and editors; json: both languages; "
    "github: annotations; gitlab: a report on code quality.",
)
"""``--format``: how problems are written."""


@click.command()
@root_option
@lang_option
@problem_format
def check(root: Path, lang: str, form: str) -> None:
    """Report all problems in the settings, the data and the written pages at once.

    If there are none, give advice, such as on pages that take long to load.

    Exit code 0: no problems. 1: problems. 2: the folder cannot be read.
    """
    edition, problems = read(root, lang)
    advice = [] if problems else edition.advice()
    for line in report([*problems, *advice], form, lang):
        click.echo(line)
    if form == "text":
        summary = _summary(len(problems), len(advice), len(edition.catalog.places), lang)
        click.echo(summary, err=True)
    if problems:
        sys.exit(PROBLEMS_FOUND)


def report(problems: list[Problem], form: str, lang: str) -> list[str]:
    """The lines of a report in a format."""
    match form:
        case "json":
            return [_json([problem_data(problem) for problem in problems])]
        case "gitlab":
            return [_json([finding(problem, lang) for problem in problems])]
        case "github":
            return [annotation(problem, lang) for problem in problems]
        case _:
            return [problem.line(lang) for problem in problems]


def _json(content: list[dict[str, object]]) -> str:
    return visible_json(content, ascii_only=not sys.stdout.encoding.lower().startswith("utf"))


def _summary(count: int, advised: int, records: int, lang: str) -> str:
    if count:
        return {"zh": f"共 {count} 個問題", "en": f"{count} problem{'s' * (count != 1)}"}[lang]
    pieces = f", {advised} piece{'s' * (advised != 1)} of advice"
    more = {"zh": f"，另有 {advised} 項建議", "en": pieces}[lang] if advised else ""
    return {
        "zh": f"沒有問題{more}（{records} 筆紀錄）",
        "en": f"no problems{more} ({records} records)",
    }[lang]
