"""The Python packages of the environment that runs."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from portal.resources import DISTRIBUTION
from portal.supply.pinned import pinned
from portal.supply.software import Software, Use, purl
from portal.supply.spdx import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

NO_PART = {"pip"}
"""What lies in every environment, and makes no site."""

_CLASSIFIER = "License :: OSI Approved :: "
_EXACT = {
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""The classifiers of PyPI that mean one license in one version."""

_LONGEST = 80
"""Characters of what some packages write in place of a name: a whole license."""


def python_packages(
    root: Path, found: Iterable[Distribution] | None = None, shipped: Collection[str] = ()
) -> list[Software]:
    """Every package that is installed, sorted by name: those that make the portal's site, and those besides them.

    The first are the generator, what the portal's files of requirements name, and what these need in turn; ``shipped``
    names those of which the site holds parts.
    """
    installed: dict[str, Distribution] = {}
    for one in distributions() if found is None else found:
        if name := _written(one):
            installed.setdefault(canonicalize_name(name), one)
    locked = pinned(root)
    making = _closure([(DISTRIBUTION, ()), *((name, ()) for name in locked)], installed)
    packages = []
    for name in sorted(installed.keys() - NO_PART):
        one = installed[name]
        digests = locked.get(name, {}).get(one.version, ())
        needed = {canonicalize_name(r.name) for r in _requirements(one, making.get(name, set()))}
        spdx, told = _license(one)
        is_shipped = name == DISTRIBUTION or f"pypi/{name}" in shipped
        use: Use = "shipped" if is_shipped else "needed" if name in making else "tests"
        packages.append(
            Software(
                registry="pypi",
                name=_name(one),
                version=one.version,
                license=spdx,
                told=told,
                use=use,
                requires=tuple(
                    sorted(_purl(installed[other]) for other in needed & installed.keys())
                ),
                digests=digests,
                files=len(digests),
            )
        )
    return packages


def _purl(one: Distribution) -> str:
    return purl("pypi", _name(one), one.version)


def _written(one: Distribution) -> str:
    """The name of a package; nothing for half of one, after an interrupted installation."""
    try:
        return one.metadata["Name"] or ""
    except (OSError, KeyError):  # newer versions of importlib.metadata, and its backport
        return ""


def _name(one: Distribution) -> str:
    """As package URLs write it: unlike PEP 503, with its dots."""
    return one.metadata["Name"].lower().replace("_", "-")


def _closure(
    roots: Iterable[tuple[str, Iterable[str]]], installed: dict[str, Distribution]
) -> dict[str, set[str]]:
    """The installed packages that the roots need, themselves among them, each with the extras that are asked of it."""
    found: dict[str, set[str]] = {}
    waiting = [(name, set(extras)) for name, extras in roots]
    while waiting:
        name, extras = waiting.pop()
        if name not in installed or (name in found and extras <= found[name]):
            continue
        found.setdefault(name, set()).update(extras)
        waiting += (
            (canonicalize_name(needed.name), set(needed.extras))
            for needed in _requirements(installed[name], found[name])
        )
    return found


def _requirements(one: Distribution, extras: set[str]) -> Iterator[Requirement]:
    """What a package needs on this system, with those of its extras."""
    for line in one.requires or ():
        try:
            needed = Requirement(line)
        except InvalidRequirement:  # of packages from before PEP 508
            continue
        if needed.marker is None or any(
            needed.marker.evaluate({"extra": extra}) for extra in ("", *sorted(extras))
        ):
            yield needed


def _license(one: Distribution) -> tuple[str, str]:
    """The SPDX expression that a package declares, or nothing; and what it says in other words."""
    declared, words = _header(one, "License-Expression"), _header(one, "License")
    classifiers = [
        name.removeprefix(_CLASSIFIER)
        for name in one.metadata.get_all("Classifier") or ()
        if name.startswith("License :: ")
    ]
    exact = _EXACT.get(classifiers[0], "") if len(classifiers) == 1 else ""
    for candidate in (declared, words, exact):
        if spdx := expression(candidate):
            return spdx, ""
    first = words.splitlines()[0].strip()[:_LONGEST] if words else ""
    return "", "; ".join(filter(None, (declared, first, *classifiers)))


def _header(one: Distribution, name: str) -> str:
    return "".join(one.metadata.get_all(name) or ()).strip()
