"""What the figures depend on, without identifying the machine."""

from __future__ import annotations

import os
import platform
import subprocess
from typing import TYPE_CHECKING

from benchmarks.builders import package_versions

if TYPE_CHECKING:
    from benchmarks.builders import Hugo


def machine() -> dict[str, str | int]:
    """Processors that may be used, system and architecture."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {"processors": usable or 1, "system": platform.system(), "kind": platform.machine()}


def versions(hugo: Hugo | None, pagefind: str | None) -> dict[str, str]:
    """Versions of Python, the generators and the indexer."""
    found = {"python": platform.python_version(), **package_versions()}
    if hugo:
        found["hugo"] = hugo.name.split()[1]
    if pagefind:
        said = subprocess.run([pagefind, "--version"], capture_output=True, text=True, check=True)
        found["pagefind"] = said.stdout.split()[-1]
    return found
