"""Python environments and lock files that are made up."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any


def install(folder: Path, name: str, version: str, *headers: str) -> None:
    """The metadata of a package, as pip leaves them in an environment."""
    inside = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    inside.mkdir(parents=True)
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}", *headers, "", "Text."]
    (inside / "METADATA").write_text("\n".join(lines), encoding="utf-8")


def found(folder: Path) -> list[Distribution]:
    return list(distributions(path=[str(folder)]))


def lock(root: Path, packages: dict[str, Any]) -> None:
    root.mkdir(exist_ok=True)
    text = json.dumps({"name": "city", "lockfileVersion": 3, "packages": packages})
    (root / "package-lock.json").write_text(text, encoding="utf-8")
