"""Writes the results as Markdown to the places that show them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.corpus import ROOT
from benchmarks.plot import plot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.results import Results

OPEN, CLOSE = "<!-- benchmark -->", "<!-- /benchmark -->"
NOTHING = "–"


def table(results: Results) -> str:
    """The tables of the README."""
    rows = [
        [
            figure.name,
            _amount(figure.ours, figure.unit),
            _amount(figure.hugo, figure.unit),
            _ratio(figure.ratio),
        ]
        for figure in results.figures
    ]
    pages = next(size.pages for size in results.sizes if size.records == results.records)
    parts = [
        _markdown(
            [f"{results.records:,} records, {pages:,} pages", "This generator", "Hugo", "Ratio"],
            rows,
        ),
        _sizes(results),
        _foot(results),
    ]
    if results.preview:
        head = [f"Preview (`make serve`), {results.records:,} records", "Seconds"]
        found = [[figure.name, _amount(figure.ours, "s")] for figure in results.preview]
        parts.insert(1, _markdown(head, found))
    return "\n\n".join(parts)


def write(results: Results, root: Path = ROOT) -> None:
    """The JSON, the plot, and the part of the README between the markers."""
    text = json.dumps(asdict(results), ensure_ascii=False, indent=1)
    (root / "benchmarks" / "results.json").write_text(f"{text}\n", encoding="utf-8")
    (root / "docs" / "images" / "benchmark.svg").write_text(plot(results), encoding="utf-8")
    readme = root / "README.md"
    readme.write_text(
        replaced(readme.read_text(encoding="utf-8"), table(results)), encoding="utf-8"
    )


def replaced(text: str, new: str) -> str:
    """A document with new text between the markers; raises ValueError if there are none."""
    pattern = re.compile(f"({re.escape(OPEN)}\n).*?({re.escape(CLOSE)})", re.DOTALL)
    changed, count = pattern.subn(lambda found: f"{found[1]}{new}\n{found[2]}", text)
    if count != 1:
        raise ValueError(f"expected {OPEN} … {CLOSE} once, found {count}")
    return changed


def _sizes(results: Results) -> str:
    """Full builds by number of records, and how they grow."""
    names = list(dict.fromkeys(name for size in results.sizes for name in size.seconds))
    rows = [
        [
            f"{size.records:,}",
            f"{size.pages:,}",
            *(_amount(size.seconds.get(n, []), "s") for n in names),
        ]
        for size in results.sizes
    ]
    exponents = [results.growth.get(name) for name in names]
    if any(exponents):
        grows = [NOTHING if e is None else f"N^{e:.2f}" for e in exponents]
        rows.append(["Time grows as", "", *grows])
    return _markdown(["Records (N): full build", "Pages", *names], rows)


def _foot(results: Results) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    return (
        f"Medians of {results.runs} alternating runs, and of the ratios of each run, on {results.date}: "
        f"{results.machine['processors']} processors, {versions}."
    )


def _amount(values: list[float], unit: str) -> str:
    """The median, in seconds or in megabytes (millions of bytes)."""
    if not values:
        return NOTHING
    if unit == "B":
        return f"{median(values) / 1e6:,.1f} MB"
    return f"{median(values):.2f} s"


def _ratio(ratio: float | None) -> str:
    return NOTHING if ratio is None else f"{ratio:.2f}"


def _markdown(head: list[str], rows: Iterable[list[str]]) -> str:
    rule = f"|---|{'---:|' * (len(head) - 1)}"
    first, *others = (f"| {' | '.join(row)} |" for row in [head, *rows])
    return "\n".join([first, rule, *others])
