"""Where the judges that come from npm lie, and their versions."""

from __future__ import annotations

import json

from building import ROOT

MODULES = ROOT / "node_modules"


def version(package: str) -> str:
    """The installed version of a package: the one in ``package-lock.json``."""
    return str(json.loads((MODULES / package / "package.json").read_text("utf-8"))["version"])
