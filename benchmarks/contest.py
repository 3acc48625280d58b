"""Lets several generators build the pages of one corpus, in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.contents import corpus
from benchmarks.process import run
from benchmarks.results import Figure
from benchmarks.same_pages import addresses, html_bytes, require_same_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.builders import Builder
    from benchmarks.process import Usage


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Measurements needed only once, by name of the generator."""

    pages: int
    html: dict[str, int]
    """Bytes of all pages."""
    together: dict[str, int]
    """Peak memory of all its processes together, in bytes."""

    def figures(self, ours: str, hugo: str | None) -> list[Figure]:
        """As figures of one run."""
        found = {
            "Full build: peak memory, all processes together": self.together,
            "Full build: HTML": self.html,
        }
        return [
            Figure(name, "B", [values[ours]], [values[hugo]] if hugo else [])
            for name, values in found.items()
            if values[ours]
        ]


class Contest:
    """A corpus of some size and the generators that build it; the first is ours."""

    def __init__(self, folder: Path, records: int, builders: Sequence[Builder]) -> None:
        self.records, self.builders = records, builders
        self.portal = folder / "portal"
        self._folder, self._rounds = folder, 0
        made = corpus(self.portal, records)
        for builder in builders:
            builder.prepare(made)

    def rehearse(self) -> Rehearsal:
        """One build by each, not timed, whose pages must be the same; raises PagesDiffer.

        It also warms caches that are not to be measured, such as Python's compiled modules.
        """
        sites = {builder.name: self._fresh(builder) for builder in self.builders}
        usages = {
            builder.name: run(builder.command(sites[builder.name]), sampled=True)
            for builder in self.builders
        }
        ours, *others = self.builders
        for other in others:
            require_same_pages(sites[ours.name], sites[other.name], whole=other.whole)
        pages = len(addresses(sites[ours.name]))
        html = {name: html_bytes(site) for name, site in sites.items()}
        return Rehearsal(pages, html, {name: usage.together for name, usage in usages.items()})

    def round(self) -> tuple[dict[str, Usage], dict[str, Path]]:
        """A full build by each into a folder of its own, in the reverse order of the last round, and the sites.

        Folders are never emptied for a new build: deleting ten thousand files would keep the disk busy.
        """
        self._rounds += 1
        order = self.builders if self._rounds % 2 else self.builders[::-1]
        sites = {builder.name: self._fresh(builder) for builder in order}
        usages = {builder.name: run(builder.command(sites[builder.name])) for builder in order}
        return usages, sites

    def _fresh(self, builder: Builder) -> Path:
        number = self.builders.index(builder)
        return self._folder / "built" / f"round-{self._rounds}" / f"builder-{number}" / "site"
