"""A package of other people that is used to make the site or to test the generator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

Registry = Literal["pypi", "npm"]
"""Where the package comes from."""

Use = Literal["shipped", "needed", "tests"]
"""What it is for: readers get parts of it; the site is made with it; only tests and tools use it."""

USES: tuple[Use, ...] = ("shipped", "needed", "tests")
"""From what asks most of a license to what asks least."""


@dataclass(frozen=True)
class Software:
    """One package in one version."""

    registry: Registry
    name: str
    """As its registry writes it; of Python packages in small letters, with hyphens for underscores."""
    version: str
    license: str
    """The SPDX expression in its metadata, or nothing if they hold none."""
    told: str
    """What its metadata say of the license in other words, if they hold no expression."""
    use: Use
    requires: tuple[str, ...] = ()
    """The purls of the packages that it needs, sorted."""
    digests: tuple[tuple[str, str], ...] = ()
    """Of the files that the lock accepts: name of the algorithm as CycloneDX writes it, and hexadecimal digest."""
    files: int = 1
    """How many files these digests are of: of a Python package, the lock accepts one for each system."""
    is_optional: bool = False
    """It is for one system, and others do without it."""

    @property
    def key(self) -> str:
        """``pypi/pillow``: how files of decisions name it."""
        return f"{self.registry}/{self.name}"

    @property
    def purl(self) -> str:
        """Its package URL (ECMA-427)."""
        return purl(self.registry, self.name, self.version)


def purl(registry: Registry, name: str, version: str) -> str:
    """The package URL of a package; the scope of npm is its namespace."""
    path = "/".join(quote(part, safe="") for part in name.split("/"))
    return f"pkg:{registry}/{path}@{quote(version, safe='')}"
