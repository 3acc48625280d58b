"""The figures of one size of corpus: full builds, builds after an edit, the check, the search index."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from benchmarks.builders import check_command, searchable_command
from benchmarks.edits import build_edits
from benchmarks.process import run
from benchmarks.results import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.contest import Contest
    from benchmarks.edits import Edit
    from benchmarks.process import Usage

FULL = "Full build"


class FilesRewritten(Exception):
    """A build without a change wrote a file."""


class EditNotShown(Exception):
    """A page is not what it should be after an edit."""


class Rounds:
    """Rounds of full builds by ours and perhaps Hugo, each followed by builds of ours after edits."""

    def __init__(self, contest: Contest, hugo: str | None, pagefind: str | None) -> None:
        self._contest, self._hugo, self._pagefind = contest, hugo, pagefind
        self._ours = contest.builders[0]
        self.seconds: dict[str, list[float]] = {}
        """Full builds, run by run, by name of the generator."""
        self._figures: dict[str, Figure] = {}
        self._marks = count(7_000_001)

    def round(self, *, everything: bool) -> None:
        """Measure once: full builds, or everything."""
        usages, sites = self._contest.round()
        for name, usage in usages.items():
            self.seconds.setdefault(name, []).append(usage.wall)
        if everything:
            hugo = usages[self._hugo] if self._hugo else None
            self._full(usages[self._ours.name], hugo)
            self._after_edits(sites[self._ours.name], hugo.wall if hugo else None)
            if self._pagefind:
                self._searchable(sites, hugo)
            checked = run(check_command(self._contest.portal))
            self._note("`portal check`: processor time", "s", checked.cpu, None)

    def figures(self) -> list[Figure]:
        """The results of all rounds."""
        return list(self._figures.values())

    def _full(self, ours: Usage, hugo: Usage | None) -> None:
        self._note(FULL, "s", ours.wall, hugo.wall if hugo else None)
        self._note(f"{FULL}: processor time", "s", ours.cpu, hugo.cpu if hugo else None)
        self._note(
            f"{FULL}: peak memory, largest process", "B", ours.peak, hugo.peak if hugo else None
        )

    def _after_edits(self, site: Path, hugo: float | None) -> None:
        """The first build after a full one has no older site to reuse, so the same edit is made twice."""
        release, *others = build_edits(self._contest.portal)
        self._note(
            f"{release.name}, right after a full build", "s", self._edit(release, site), hugo
        )
        for edit in (release, *others):
            self._note(edit.name, "s", self._edit(edit, site), hugo)
        self._note("Nothing changed, no file written", "s", self._unchanged(site), hugo)

    def _searchable(self, sites: Mapping[str, Path], hugo: Usage | None) -> None:
        """Ours makes an index of its own; Pagefind makes one of Hugo's pages."""
        site = sites[self._ours.name].parents[1] / "searchable" / "site"
        ours = run(searchable_command(self._contest.portal, site)).wall
        indexing = None
        if hugo and self._hugo:
            indexing = run([str(self._pagefind), "--site", str(sites[self._hugo])]).wall
            indexing += hugo.wall
        self._note(f"{FULL} with a search", "s", ours, indexing)

    def _note(self, name: str, unit: str, ours: float, hugo: float | None) -> None:
        figure = self._figures.setdefault(name, Figure(name, unit, [], []))
        figure.ours.append(ours)
        if hugo is not None:
            figure.hugo.append(hugo)

    def _edit(self, edit: Edit, site: Path) -> float:
        mark = f"{next(self._marks)}"
        edit.make(self._contest.portal, mark)
        wall = run(self._ours.command(site)).wall
        if mark not in (site / edit.page / "index.html").read_text(encoding="utf-8"):
            raise EditNotShown(f"{edit.name}: {edit.page} does not show it")
        return wall

    def _unchanged(self, site: Path) -> float:
        before = _state(site)
        wall = run(self._ours.command(site)).wall
        if _state(site) != before:
            raise FilesRewritten(f"{len(_state(site) - before)} files of {len(before)}")
        return wall


def _state(site: Path) -> set[tuple[str, int, int]]:
    """Path, inode and time of change of every file."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {(str(path), path.stat().st_ino, path.stat().st_mtime_ns) for path in files}
