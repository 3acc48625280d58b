"""``portal lint``: every sentence against the term base."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.check_command import problem_format, report
from portal.commands.options import lang_option, root_option
from portal.commands.reading import read

if TYPE_CHECKING:
    from pathlib import Path

OF_CHARACTERS = frozenset((
    "wrong-width-in-chinese", "full-width-in-english", "typed-space", "stray-space", "stray-punctuation",
    "unpaired-sign", "straight-quotes", "hyphen-for-dash", "simplified-chinese", "japanese-form",
    "japanese-form-on-page",
))  # fmt: skip
"""Problems of punctuation, width, spacing and characters, which ``portal.text`` finds in whatever is read."""


@click.command()
@root_option
@lang_option
@problem_format
def lint(root: Path, lang: str, form: str) -> None:
    """Check the words of all records and written pages against the term base, in both languages.

    Tells what is to be called otherwise, and what is wrong with punctuation and characters. While something cannot be
    read, and so not checked, it tells every problem, as portal check does.

    Exit code 0: nothing. 1: findings. 2: the folder cannot be read.
    """
    edition, problems = read(root, lang)
    told = [p for p in problems if p.code in OF_CHARACTERS or edition.basis.loaded.gaps]
    found = sorted([*told, *edition.word_advice()])
    for line in report(found, form, lang):
        click.echo(line)
    if form == "text":
        click.echo(_summary(len(found), len(problems) - len(told), lang), err=True)
    if found:
        sys.exit(PROBLEMS_FOUND)


def _summary(count: int, others: int, lang: str) -> str:
    if lang == "zh":
        found = f"用詞有 {count} 處待改" if count else "用詞沒有待改之處"
        return found + (f"；另有 {others} 個其他問題，請執行 portal check" if others else "")
    found = f"{count} finding{'s' * (count != 1)}" if count else "no findings"
    more = f"; {others} other problem{'s' * (others != 1)}: run portal check"
    return found + (more if others else "")
