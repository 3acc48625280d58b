"""The files that every page loads, in a folder whose name changes with them, so that browsers may keep them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.opening import Refused, read_regular
from portal.data.store import digest
from portal.outputs.site.minified import minified
from portal.outputs.site.stylesheet import stylesheet
from portal.pages.content import ASSETS, BY_HASH
from portal.pages.written import LINKED, STYLE
from portal.resources import TEMPLATES, THEME

if TYPE_CHECKING:
    from pathlib import Path

    from portal.edition import Basis

SEARCH = "search"
"""The beginning of the names of the search scripts, which a site without search does not need."""

PREVIEW = "preview"
"""In place of the digest in a preview, where nothing is kept and an edited style must not make all pages anew."""

_DIGITS = 10
"""Of the digest, in its name: 40 bits tell one version from the next."""


class PageAssets:
    """The style sheet, the scripts and the sign of a portal, each by its name in ``assets/``."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Their content; a file of the portal's own, in ``content/`` or in its theme, comes before the generator's."""
        basis = self._basis
        own = {asset.address: asset.path for asset in basis.content.assets}
        found = {}
        for name in theme_names():
            if basis.has_search or not name.startswith(SEARCH):
                address = f"{ASSETS}{name}"
                themes = [basis.own_theme / address] if basis.own_theme else []
                theirs = _first([*filter(None, [own.get(address)]), *themes])
                found[name] = self._ours(name) if theirs is None else theirs
        found[STYLE] = stylesheet(
            TEMPLATES, basis.root / "templates", is_light=not basis.is_preview
        )
        return dict(sorted(found.items()))

    def _ours(self, name: str) -> bytes:
        """A file of the generator: in a preview with the comments and lines that its developers look for."""
        content = (THEME / ASSETS / name).read_bytes()
        return content if self._basis.is_preview else minified(name, content)

    @cached_property
    def folder(self) -> str:
        """Where they are published, below the root of the site: ``assets/by-hash/0f3a91c2de/``."""
        if self._basis.is_preview:
            return f"{BY_HASH}{PREVIEW}/"
        parts = (f"{name}\0{len(raw)}\0".encode() + raw for name, raw in self.files.items())
        return f"{BY_HASH}{digest(b''.join(parts)).hex()[:_DIGITS]}/"

    def address(self, name: str) -> str:
        """Where the one of a name is published, below the root of the site."""
        return f"{self.folder}{name}"

    @property
    def moved(self) -> dict[str, str]:
        """Where those are that have no address besides, by the one that templates know: ``assets/portal.css``."""
        names = self.files.keys() - set(LINKED)
        return {f"{ASSETS}{name}": self.address(name) for name in names}

    def published(self) -> dict[str, bytes]:
        """The files by their path below the root of the site."""
        return {self.address(name): content for name, content in self.files.items()}


def theme_names() -> list[str]:
    """The names of the theme's files that pages load; feeds load another."""
    names = sorted(path.name for path in (THEME / ASSETS).iterdir() if path.is_file())
    return [name for name in names if name not in LINKED or name.endswith(".svg")]


def superseded() -> set[str]:
    """Where MkDocs puts the theme's files that are published in the folder only."""
    return {f"{ASSETS}{name}" for name in theme_names() if name not in LINKED}


def _first(paths: list[Path]) -> bytes | None:
    """The content of the first file that is there, if any is."""
    for path in paths:
        try:
            return read_regular(path)
        except (Refused, OSError):
            continue
    return None
