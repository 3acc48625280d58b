"""Runs one command and prints its cost as JSON; a separate program, started by ``benchmarks.process``.

A process inherits the peak memory of its parent, so this one imports next to nothing.

Usage: python launch.py (0 | 1: sample the memory of all processes together) COMMAND...
"""

import json
import os
import sys
import time

INTERVAL = 0.02
"""Seconds between two samples."""


def main() -> int:
    """Run the command; its own output goes to the error stream."""
    sampled, command = sys.argv[1] == "1", sys.argv[2:]
    start = time.perf_counter()
    child = os.posix_spawnp(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)]
    )
    together = 0
    while True:
        pid, status, usage = os.wait4(child, os.WNOHANG if sampled else 0)
        if pid:
            break
        together = max(together, _proportional_memory(child))
        time.sleep(INTERVAL)
    wall = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    result = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * unit,
        "together": together,
    }
    json.dump(result, sys.stdout)
    return os.waitstatus_to_exitcode(status)


def _proportional_memory(root: int) -> int:
    """Bytes of a process and its descendants, counting shared pages once; 0 if /proc does not say."""
    total = 0
    for pid in _family(root):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                total += sum(
                    int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")
                )
        except OSError:
            continue
    return total


def _family(root: int) -> list[int]:
    """A process and its descendants, each after its parent."""
    family = [root]
    for pid in family:
        try:
            with open(f"/proc/{pid}/task/{pid}/children") as file:
                family += map(int, file.read().split())
        except OSError:
            continue
    return family


if __name__ == "__main__":
    sys.exit(main())
