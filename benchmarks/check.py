"""How much processor time `portal check` takes for N records: the whole process, and its stages.

Usage: python -m benchmarks.check [N ...]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.builders import check_command
from benchmarks.corpus import TODAY, write_corpus
from benchmarks.process import run
from portal.assembly import read_portal
from portal.model.checks.check import check
from portal.model.reading.load import load
from portal.model.values.moment import Moment
from portal.resources import BASE

RUNS = 5


def measure(folder: Path) -> dict[str, float]:
    """The lowest processor time of several runs in seconds, by stage."""
    today = Moment.parse(TODAY)
    least: dict[str, float] = {}
    for _ in range(RUNS):
        start = time.process_time()
        loaded = load(folder, BASE)
        read = time.process_time()
        assert not [*loaded.problems, *check(loaded, today)]
        checked = time.process_time()
        assert not read_portal(folder, today).problems
        whole = time.process_time()
        times = {
            "read and type": read - start,
            "rules": checked - read,
            "all, with pages laid out": whole - checked,
            "portal check, whole process": run(check_command(folder)).cpu,
        }
        least = {stage: min(least.get(stage, value), value) for stage, value in times.items()}
    return least


def main() -> None:
    """Print a table."""
    for count in [int(argument) for argument in sys.argv[1:]] or [500, 2000, 8000]:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), count)
            for stage, seconds in measure(Path(folder)).items():
                print(f"{count:>6} records  {seconds:7.3f} s CPU  {stage}")


if __name__ == "__main__":
    main()
