"""The npm packages in a portal's lock file."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

from portal.supply.refused import Refused
from portal.supply.software import Software, Use, purl
from portal.supply.spdx import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

LOCK = "package-lock.json"

_FOLDER = "node_modules/"
_ALGORITHMS = {"sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def npm_packages(root: Path, shipped: Collection[str] = ()) -> list[Software]:
    """Every package of the lock file, sorted by name and version; none if a portal has no such file.

    ``shipped`` names those of which the site holds parts. Raises Refused if the file is none that npm 7 or newer
    writes, OSError.
    """
    if not (root / LOCK).is_file():
        return []
    packages = _read(root / LOCK)
    found: dict[str, Software] = {}
    for path, one in packages.items():
        name = one.get("name") or path.rpartition(_FOLDER)[2]
        if not path or one.get("link") or "version" not in one:
            continue  # the portal itself, and folders of its own
        needed: Use = "shipped" if f"npm/{name}" in shipped else "needed"
        told = one.get("license")
        told = told if isinstance(told, str) else ""
        spdx = expression(told)
        package = Software(
            registry="npm",
            name=name,
            version=one["version"],
            license=spdx,
            told="" if spdx else told,
            use="tests" if one.get("dev") else needed,
            requires=tuple(sorted(set(_requires(path, one, packages)))),
            digests=tuple(_digests(one)),
            is_optional=bool(one.get("optional") or one.get("devOptional")),
        )
        known = found.get(package.purl)
        if known is None or (known.use == "tests" and package.use != "tests"):
            found[package.purl] = package
    return sorted(found.values(), key=lambda one: (one.name, one.version))


def npm_needs(root: Path) -> list[str]:
    """The purls of the packages that the portal itself asks for, besides those of its tests."""
    if not (root / LOCK).is_file():
        return []
    packages = _read(root / LOCK)
    return sorted(set(_requires("", packages.get("", {}), packages)))


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
        sound = all(
            isinstance(one, dict) and isinstance(one.get("version", ""), str)
            for one in packages.values()
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise Refused(
            zh=f"{path} 不是 npm 7 以上寫的鎖定檔；請執行 npm install --package-lock-only 重新產生",
            en=f"{path} is not a lock file of npm 7 or newer; write it again with npm install --package-lock-only",
        )
    return dict(packages)


def _requires(
    path: str, one: Mapping[str, Any], packages: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    """The purls of what a package needs, each found as Node.js does: in the nearest folder above it."""
    for kind in ("dependencies", "optionalDependencies"):
        names = one.get(kind)
        for name in names if isinstance(names, dict) else ():
            for folder in _above(path):
                there = packages.get(f"{folder}{_FOLDER}{name}")
                if there is not None and "version" in there:
                    yield purl("npm", there.get("name") or name, there["version"])
                    break


def _above(path: str) -> Iterator[str]:
    """Where a package looks for others: its own folder, those of the packages in which it lies, the portal's."""
    while path:
        yield f"{path}/"
        path = path.rpartition(_FOLDER)[0].rstrip("/")
    yield ""


def _digests(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the lock file says of the package's archive (Subresource Integrity), in hexadecimal."""
    integrity = one.get("integrity")
    for word in integrity.split() if isinstance(integrity, str) else ():
        kind, _, value = word.partition("-")
        if kind in _ALGORITHMS:
            try:
                yield _ALGORITHMS[kind], base64.b64decode(value, validate=True).hex()
            except binascii.Error:
                continue
