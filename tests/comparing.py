"""Compares two states of a small portal, as an editor proposes a change."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from building import BASE
from editing import put

from portal.assembly import read_portal
from portal.comparison.comparison import Comparison, compare_sides
from portal.comparison.in_markdown import in_markdown
from portal.comparison.side import Side
from portal.comparison.told import told
from portal.model.values.moment import Moment

NOW = "2026-11-22"


def side(folder: Path, now: str = NOW) -> Side:
    """A state of a portal in which nothing is wrong."""
    edition = read_portal(folder, Moment.parse(now), site=BASE)
    assert [problem.line("en") for problem in edition.problems] == []
    return Side(edition)


class Proposal:
    """A portal as it was, and a copy that is edited."""

    def __init__(self, old: Path) -> None:
        self.old, self.new = old, old.with_name("proposed")

    def put(self, files: Mapping[str, str]) -> None:
        """Write into both."""
        put(self.old, files)

    def edit(self, *edits: tuple[str, str, str], files: Mapping[str, str] | None = None) -> None:
        """Copy, then replace text in files (path, old, new), and add others."""
        shutil.copytree(self.old, self.new)
        for path, old, new in edits:
            text = (self.new / path).read_text(encoding="utf-8")
            assert old in text, f"{path}: {old}"
            (self.new / path).write_text(text.replace(old, new), encoding="utf-8")
        put(self.new, files or {})

    def change(self, do: Callable[[Path], object]) -> None:
        """Copy, then do something to the copy."""
        shutil.copytree(self.old, self.new)
        do(self.new)

    def compared(self, now: str = NOW) -> Comparison:
        """What the edit alters."""
        return compare_sides(side(self.old, now), side(self.new, now))

    def markdown(self, now: str = NOW, url: str = "") -> str:
        """The same as a reviewer reads it, below the heading."""
        return in_markdown(told(self.compared(now)), url=url).partition("\n\n")[2]
