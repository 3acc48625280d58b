"""What the pages of the open data say of files that are made after the pages are laid out."""

from __future__ import annotations

from dataclasses import dataclass

from portal.outputs.open_data.formats import format_of
from portal.outputs.open_data.table import Table, table_of


@dataclass(frozen=True, slots=True)
class Download:
    """A file that readers may take."""

    path: str
    """Below the root of the site."""
    size: int
    """In bytes."""

    @property
    def ending(self) -> str:
        """``csv``, ``json``, ``jsonld``, ``geojson``."""
        return self.path.rpartition(".")[2]

    @property
    def format(self) -> str:
        """The name of its format."""
        return format_of(self.ending).name

    @property
    def kilobytes(self) -> str:
        """The size in units of 1,000 bytes, as readers are told."""
        return f"{max(1, round(self.size / 1000)):,}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A table with its files; where the site is not published, there are none."""

    name: str
    rows: int = 0
    files: tuple[Download, ...] = ()

    @property
    def table(self) -> Table:
        """The table itself."""
        return table_of(self.name)
