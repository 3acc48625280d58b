"""What a host is told about a portal: where it is, and which addresses have moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

OURS = "# Made by each build. Delete this line, and builds leave the file as it is."
"""First line of a file that an owner may take over."""

BASE = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
"""A path that means the same in the language of each host."""


@dataclass(frozen=True, slots=True)
class Host:
    """The portal on its host."""

    base: str = "/"
    """The path of the Chinese front page, with a slash at both ends."""
    moved: tuple[tuple[str, str], ...] = ()
    """Former and present path of each moved page, from the root of the host, in the order of the former ones."""

    @property
    def name(self) -> str:
        """Something to tell this portal from others on the same host, for names in settings."""
        return re.sub(r"\W", "_", self.base.strip("/"), flags=re.ASCII) or "root"

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The path of the front page in each further language."""
        return tuple(f"{self.base}{locale.prefix}" for locale in LOCALES if locale.prefix)


def host(base: str, moved: Mapping[str, str]) -> Host:
    """The host of a portal at ``base``; ``moved`` leads from former addresses below a locale's root to new ones."""
    pairs = (
        (_quoted(f"{base}{locale.prefix}{old}"), _quoted(f"{base}{locale.prefix}{new}"))
        for old, new in moved.items()
        for locale in LOCALES
    )
    return Host(base, tuple(sorted(pairs, key=_order)))


def _quoted(path: str) -> str:
    return quote(path, safe="/#%.~_-")


def _order(pair: tuple[str, str]) -> str:
    """As nginx compares paths: it takes long to sort what is in another order."""
    return pair[0].replace("/", "\0")
