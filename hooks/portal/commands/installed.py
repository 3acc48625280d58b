"""The packages that a package needs, in the versions that are installed here."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def installed(package: str) -> list[tuple[str, str]]:
    """Names and versions of all that a package needs on this system, directly or not, without itself; by name.

    What its own extras need is among them if it is installed. What other systems need is left out.
    """
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    extras = distribution(package).metadata.get_all("Provides-Extra") or []
    wanted = [(canonicalize_name(package), extra) for extra in ("", *extras)]
    while wanted:
        name, extra = wanted.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            here = distribution(name)
        except PackageNotFoundError:  # an extra that nobody has asked for
            continue
        found[name] = here.version
        for line in here.requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                wanted += [(canonicalize_name(needed.name), also) for also in ("", *needed.extras)]
    found.pop(canonicalize_name(package), None)
    return sorted(found.items())
