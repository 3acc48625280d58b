"""What ``mkdocs.yml`` says about written pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.data.opening import is_regular
from portal.resources import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from portal.data.problem import Place

BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions of Python-Markdown that MkDocs always uses."""

USUAL = ("admonition", "attr_list", "def_list", "md_in_html", "tables")
"""Those that a portal begins with."""

NO_PAGES = frozenset({"404.html", "base.html"})
"""Templates of the theme that are not for pages."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the menu: a page by its file below ``content/<language>/``."""

    file: str
    place: Place


@dataclass(frozen=True)
class WritingSettings:
    """How written pages are parsed, framed and listed."""

    extensions: tuple[str, ...] = USUAL
    """Of Python-Markdown, by name."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The options of an extension, by its name."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where an extension is named."""
    extensions_place: Place | None = None
    """Where they are listed."""
    menu: tuple[MenuEntry, ...] | None = None
    """None if a portal has no ``mkdocs.yml``, and so no menu."""
    menu_place: Place | None = None
    """Where the menu stands, if there is one."""
    own_theme: Path | None = None
    """The folder of the portal's own templates for the theme (``custom_dir``)."""
    named: Mapping[str, Place] = field(default_factory=dict)
    """Where the settings name a file below ``content/``, by its path: style sheets, the accessibility badge."""

    @cached_property
    def templates(self) -> dict[str, Path]:
        """The templates that a page may name, and their files."""
        return {
            name: path
            for name, path in self._of_theme("*.html")
            if path.parent.name != "partials" and path.name not in NO_PAGES
        }

    @property
    def theme_files(self) -> set[str]:
        """The paths of all files of the theme, and of the portal's own."""
        return {name for name, _ in self._of_theme("*")}

    def _of_theme(self, pattern: str) -> Iterator[tuple[str, Path]]:
        for folder in (THEME, *filter(None, [self.own_theme])):
            for path in sorted(folder.rglob(pattern)):
                if is_regular(path):
                    yield path.relative_to(folder).as_posix(), path
