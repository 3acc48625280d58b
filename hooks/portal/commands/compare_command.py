"""``portal compare``: what a change alters on the public site."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from portal.breakdown import PROBLEMS_FOUND
from portal.commands.options import fail, format_option, lang_option, root_option
from portal.commands.problem_data import problem_data
from portal.commands.two_states import read_states
from portal.comparison.comparison import compare_sides
from portal.comparison.in_json import in_json
from portal.comparison.in_markdown import LARGEST, in_markdown
from portal.comparison.in_text import in_text
from portal.comparison.report import Report, say
from portal.comparison.told import problem_section, shown_moment, told
from portal.progress import Progress
from portal.text.visible import visible_json

if TYPE_CHECKING:
    from portal.commands.two_states import States
    from portal.comparison.comparison import Comparison


@click.command()
@root_option
@lang_option
@format_option(
    ["text", "markdown", "json"],
    "text: one language, for terminals; markdown: both, for the summary of a proposal; json: everything.",
)
@click.option(
    "--url",
    default="",
    help="Address of the site or of a preview, to which titles lead in Markdown.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=10_000),
    default=LARGEST,
    show_default=True,
    help="Bytes of Markdown; what does not fit is counted.",
)
@click.argument("base", type=click.Path(path_type=Path))
def compare(root: Path, lang: str, *, form: str, url: str, limit: int, base: Path) -> None:
    """Say what a change alters on the public site: BASE is the folder of the portal as it was.

    In both languages: pages that come, go, move or change; what becomes public or leaves when; files, counts, data.
    Nothing is built. Make BASE with `git worktree add BASE main`. If BASE holds no portal, everything is new; if it has
    problems, everything is listed as proposed, so that they can be mended.

    Exit code 0: compared. 1: the proposed state has problems. 2: a folder cannot be read.
    """
    if url and not _is_plain(url):
        fail(
            lang,
            zh="--url 應為 https:// 開頭的網址，不含帳號、密碼、問號與井號",
            en="--url takes an address that begins with https://, without user, password, query and fragment",
        )
    since = time.monotonic()
    states = read_states(base, root, lang)
    found = None if states.new_problems else _compare(states, since)
    if form == "json":
        ascii_only = not sys.stdout.encoding.lower().startswith("utf")
        click.echo(visible_json(_data(states, found), ascii_only=ascii_only))
    else:
        report = _report(states, found)
        made = (
            in_markdown(report, url=url, largest=limit)
            if form == "markdown"
            else in_text(report, lang)
        )
        click.echo(made.rstrip("\n"))
    if states.new_problems:
        sys.exit(PROBLEMS_FOUND)


def _is_plain(url: str) -> bool:
    head, _, rest = url.partition("://")
    return (
        head in ("http", "https")
        and bool(rest.strip("/"))
        and not set(rest) & set("@?#<>()[]\\ \"'`|")
    )


def _compare(states: States, since: float) -> Comparison:
    old, new = states.old.edition, states.new.edition
    total = len(
        {*old.pages, *new.pages, *old.basis.content.addresses, *new.basis.content.addresses}
    )
    with Progress(total, "pages", since=since) as progress:
        return compare_sides(states.old, states.new, progress.advance)


def _report(states: States, found: Comparison | None) -> Report:
    if found is None:
        report = Report([say("wrong", count=len(states.new_problems))])
        report.sections.append(problem_section("problems", states.new_problems))
        return report
    is_broken = bool(states.old_problems)
    report = told(found, everything="pages-all" if is_broken or states.is_first else "pages-added")
    if states.is_first:
        report.notes.insert(0, say("first"))
    if is_broken:
        report.notes.insert(0, say("broken", count=len(states.old_problems)))
        report.sections.append(problem_section("problems-before", states.old_problems))
    elif states.has_other_generator and not states.is_first:
        report.notes.append(say("generator"))
    if not found.is_same:
        report.notes.append(say("moment", moment=shown_moment(states.now)))
    return report


def _data(states: States, found: Comparison | None) -> dict[str, Any]:
    state = (
        "first" if states.is_first else "old-has-problems" if states.old_problems else "compared"
    )
    head = {
        "state": "new-has-problems" if found is None else state,
        "moment": states.now.iso,
        "other_generator": states.has_other_generator and not states.is_first,
        "problems": {
            "old": [problem_data(problem) for problem in states.old_problems],
            "new": [problem_data(problem) for problem in states.new_problems],
        },
    }
    return head | (in_json(found) if found else {})
