"""The cost of a command: wall time, processor time, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import TODAY

if TYPE_CHECKING:
    from collections.abc import Sequence

LAUNCH = Path(__file__).with_name("launch.py")

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")
} | {"PORTAL_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""The environment of every command: whoever measures may have set inputs of a build of their own."""


class CommandFailed(Exception):
    """A measured command ended with an error; the message contains its output."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The cost of a command and its descendants."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all processors."""
    peak: int
    """Bytes: the peak memory of the largest process (maximum resident set)."""
    together: int = 0
    """Bytes: the peak memory of all processes together, counting shared pages once; 0 unless sampled."""


def run(command: Sequence[str], *, sampled: bool = False) -> Usage:
    """Run a command to its end; raises CommandFailed.

    Sampling takes some processor time away from the command. Before the start, all files are synced to disk, so that no
    command pays for data that the previous one left in memory.
    """
    os.sync()
    launch = [sys.executable, "-I", "-S", str(LAUNCH), str(int(sampled)), *command]
    done = subprocess.run(launch, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandFailed(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    return Usage(**json.loads(done.stdout))
