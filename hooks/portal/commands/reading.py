"""A portal as commands read it: with its settings, and all that is wrong with either."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from pydantic_core import PydanticCustomError

from portal.adapter.config_problems import config_problems
from portal.adapter.page_settings import read_page_settings
from portal.adapter.settings import CONFIG, read_settings
from portal.assembly import read_portal
from portal.breakdown import PROBLEMS_FOUND
from portal.commands.options import fail
from portal.data.media_facts import DECODED, MediaFacts
from portal.model.reading.load import load
from portal.resources import BASE
from portal.spread import processors
from portal.text.visible import visible
from portal.today import build_moment
from portal.trial import trial_problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.model.reading.load import Loaded
    from portal.model.reading.memory import Memory
    from portal.model.values.moment import Moment


def read(
    root: Path,
    lang: str,
    *,
    now: Moment | None = None,
    memory: Memory | None = None,
    site: str = "",
    kept: Path | None = None,
    instead: Mapping[str, bytes] | None = None,
) -> tuple[Edition, list[Problem]]:
    """The portal in a folder and every problem, in its settings and in its records; ends without a folder.

    ``now`` is the moment at which it is read, ``memory`` knows files that need not be parsed again, ``site`` is the
    address of the published root. In the folder ``kept``, or else in the portal's ``.site/``, is what was found in
    pictures and documents. ``instead`` has what is read in place of data files, by their path from the root.
    """
    need_folder(root, lang)
    now = now or moment(lang)
    settings, wrong = read_settings(root / CONFIG)
    writing, of_writing = read_page_settings(root / CONFIG)
    wrong += config_problems(root / CONFIG)
    edition = read_portal(
        root,
        now,
        memory,
        site=site,
        search=settings.search,
        quiet_years=settings.quiet_years,
        writing=writing,
        decoded=(kept or root / ".site") / DECODED,
        instead=instead,
    )
    problems = sorted([*wrong, *of_writing, *edition.problems])
    return edition, problems or trial_problems(edition)


def read_records(root: Path, lang: str, memory: Memory | None = None) -> Loaded:
    """The records of the portal in a folder, without a look at anything else; ends without a folder.

    Ends with all that keeps records from being read. ``memory`` knows files that need not be parsed again.
    """
    need_folder(root, lang)
    known = MediaFacts(root / ".site" / DECODED)
    loaded = load(root, BASE, memory, processes=processors(), known=known)
    known.save()
    end_with(sorted(loaded.problems), lang)
    return loaded


def need_folder(folder: Path, lang: str) -> None:
    """End unless there is such a folder."""
    if not folder.is_dir():
        shown = visible(str(folder))
        fail(lang, zh=f"找不到資料夾 {shown}", en=f"there is no folder {shown}")


def end_with(problems: Sequence[Problem], lang: str) -> None:
    """End with these problems, if there are any."""
    for problem in problems:
        click.echo(problem.line(lang), err=True)
    if problems:
        sys.exit(PROBLEMS_FOUND)


def moment(lang: str) -> Moment:
    """When the command runs; ends it when ``PORTAL_TODAY`` is no moment."""
    try:
        return build_moment()
    except PydanticCustomError:
        fail(
            lang,
            zh="PORTAL_TODAY 不是日期；請寫 2026-11-22 或 2026-11-22T09:30 這種格式",
            en="PORTAL_TODAY is not a date; write it as 2026-11-22 or 2026-11-22T09:30",
        )


def read_sound(root: Path, lang: str) -> Edition:
    """The portal in a folder; ends with all problems when there are any."""
    edition, problems = read(root, lang)
    end_with(problems, lang)
    return edition
