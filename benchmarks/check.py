"""How much processor time `portal check` takes for N records: the whole process, and its stages.

Usage: python -m benchmarks.check [N ...]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import write_corpus
from portal.assembly import read_portal
from portal.model.checks.check import check
from portal.model.reading.load import load
from portal.model.values.moment import Moment
from portal.resources import BASE

TODAY = Moment.parse("2026-11-22")
RUNS = 5


def measure(folder: Path) -> dict[str, float]:
    """The lowest processor time of several runs in seconds, by stage."""
    least: dict[str, float] = {}
    for _ in range(RUNS):
        start = time.process_time()
        loaded = load(folder, BASE)
        read = time.process_time()
        assert not [*loaded.problems, *check(loaded, TODAY)]
        checked = time.process_time()
        assert not read_portal(folder, TODAY).problems
        whole = time.process_time()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "portal", "check", "--root", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        times = {
            "read and type": read - start,
            "rules": checked - read,
            "all, with pages laid out": whole - checked,
            "portal check, whole process": process,
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
