"""What a portal of N records costs the machine that builds it, with its search: the table of docs/hosting/costs.md.

Times are of all processors, so that other work on the machine changes them little.

Usage: python -m benchmarks.costs [N ...]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.builders import check_command, searchable_command
from benchmarks.corpus import write_corpus
from benchmarks.edits import build_edits
from benchmarks.process import run

HEAD = ("Records", "Files, size", "`portal check`", "Full build", "Memory", "Edit", "Unchanged")


def row(records: int, folder: Path) -> list[str]:
    """Files and megabytes of the site, seconds of processor time, megabytes of the largest process."""
    portal, site = folder / "portal", folder / "out" / "site"
    write_corpus(portal, records)
    checked, build = run(check_command(portal)), searchable_command(portal, site)
    full = run(build)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    edit = build_edits(portal)[0]
    seconds = []
    for mark in ("7000001", "7000002"):  # the first has no older site to reuse
        edit.make(portal, mark)
        seconds.append(run(build).cpu)
    times = [f"{time:.1f} s" for time in (checked.cpu, full.cpu, seconds[-1], run(build).cpu)]
    return [
        f"{records:,}",
        f"{len(sizes):,}, {sum(sizes) / 1e6:,.0f} MB",
        *times[:2],
        f"{full.peak / 1e6:,.0f} MB",
        *times[2:],
    ]


def main() -> None:
    """Print the table."""
    print(*HEAD, sep=" | ")
    for records in map(int, sys.argv[1:] or ("1000", "10000")):
        with tempfile.TemporaryDirectory() as folder:
            print(*row(records, Path(folder)), sep=" | ", flush=True)


if __name__ == "__main__":
    main()
