"""Compare builds of this generator with Hugo and MkDocs, which make the same pages from the same records.

Usage: python -m benchmarks --help
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.builders import Ours, StockMkDocs, find_hugo, find_pagefind
from benchmarks.contest import Contest
from benchmarks.figures import FULL, Rounds
from benchmarks.growth import growth
from benchmarks.machine import machine, versions
from benchmarks.report import table, write
from benchmarks.results import Figure, Results, Size
from benchmarks.serve import preview_seconds

if TYPE_CHECKING:
    from benchmarks.builders import Builder, Hugo

SMALLEST = 20
"""A smaller corpus would have no exchanges."""


def main() -> None:
    """Measure, print the tables, and write them on request."""
    options = _options()
    hugo = find_hugo()
    if not hugo:
        _tell("no Hugo found, so no ratios: set PORTAL_HUGO to its path")
    pagefind = find_pagefind() if options.search else None
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="benchmark-") as name:
        results = _measure(options, Path(name), hugo, pagefind)
        print(table(results))
        _tell("deleting what was built")
    if options.write:
        write(results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add(
        "--records", type=int, default=1000, help="size of the corpus for all figures (%(default)s)"
    )
    add("--runs", type=int, default=3, help="how often everything is measured (%(default)s)")
    add(
        "--growth",
        type=int,
        nargs="*",
        default=[500, 1000, 2000, 5000],
        metavar="N",
        help="sizes for the growth of the full build; none: no growth (%(default)s)",
    )
    add(
        "--stock",
        type=int,
        nargs="*",
        default=[100, 200],
        metavar="N",
        help="sizes for MkDocs with Material, whose time grows faster; none: leave it out (%(default)s)",
    )
    add("--no-preview", dest="preview", action="store_false", help="leave out the preview")
    add("--no-search", dest="search", action="store_false", help="leave out builds with a search")
    add("--folder", type=Path, help="where to build (the system's folder for temporary files)")
    add(
        "--write",
        action="store_true",
        help="write benchmarks/results.json, docs/images/benchmark.svg and the table of the README",
    )
    options = parser.parse_args()  # fmt: skip
    if min([options.records, *options.growth, *options.stock]) < SMALLEST or options.runs < 1:
        parser.error(f"sizes are {SMALLEST} or more, runs 1 or more")
    return options


def _measure(
    options: argparse.Namespace, folder: Path, hugo: Hugo | None, pagefind: str | None
) -> Results:
    ours = Ours()
    own: list[Builder] = [ours, *([hugo] if hugo else [])]
    stock: list[Builder] = [StockMkDocs(search=False), StockMkDocs(search=True)]
    figures: list[Figure] = []
    preview: list[Figure] = []
    sizes = []
    for records in sorted({options.records, *options.growth, *options.stock}):
        _tell(f"{records} records: writing the sources, building once to compare the pages")
        place = folder / str(records)
        builders = [*own, *(stock if records in options.stock else [])]
        contest = Contest(place, records, builders)
        rehearsal = contest.rehearse()
        rounds = Rounds(contest, hugo.name if hugo else None, pagefind)
        for run in range(options.runs):
            _tell(f"{records} records: run {run + 1} of {options.runs}")
            rounds.round(everything=records == options.records)
        sizes.append(Size(records, rehearsal.pages, rounds.seconds))
        if records == options.records:
            once = rehearsal.figures(ours.name, hugo.name if hugo else None)
            figures = sorted([*rounds.figures(), *once], key=_is_of_an_edit)
            if options.preview:
                _tell(f"{records} records: preview")
                seconds = preview_seconds(ours, contest.portal, place, options.runs)
                preview = [Figure(name, "s", values) for name, values in seconds.items()]
    return Results(
        date=f"{date.today()}",
        machine=machine(),
        versions=versions(hugo, pagefind),
        records=options.records,
        runs=options.runs,
        figures=figures,
        preview=preview,
        sizes=sizes,
        growth=growth(sizes, {builder.name for builder in own}, {options.records, *options.growth}),
    )


def _is_of_an_edit(figure: Figure) -> bool:
    """Full builds come first in the table."""
    return not figure.name.startswith(FULL)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
