"""What the pages of the open data say about the files, which are made on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.outputs.open_data.formats import BY_ENDING
from portal.pages.render.facts import Keyed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.outputs.open_data.changes import Publication
    from portal.outputs.open_data.export import Export
    from portal.outputs.open_data.table import Table


@dataclass(frozen=True, slots=True)
class Download:
    """A file that readers may take."""

    path: str
    """Below the root of the site."""
    size: int
    """In bytes."""

    @property
    def ending(self) -> str:
        """``ods``, ``csv``, ``json``, ``jsonld``, ``geojson``."""
        return self.path.rpartition(".")[2]

    @property
    def format(self) -> str:
        """The name of its format."""
        return BY_ENDING[self.ending].name

    @property
    def kilobytes(self) -> str:
        """The size in units of 1,000 bytes, for readers."""
        return f"{max(1, round(self.size / 1000)):,}"


class Offer(Keyed):
    """A table with its files; if the site is not published, there are none."""

    def __init__(self, table: Table, export: Callable[[], Export | None]) -> None:
        self.table, self._export = table, export

    @property
    def name(self) -> str:
        """Of the table."""
        return self.table.name

    @property
    def rows(self) -> int:
        """How many rows the files have."""
        export = self._export()
        return export.rows if export else 0

    @property
    def files(self) -> tuple[Download, ...]:
        """One in each format."""
        export = self._export()
        return tuple(Download(file.path, file.size) for file in export.files) if export else ()

    def key(self) -> bytes:
        """The digest of everything a page can show of it."""
        return digest(repr((self.name, self.rows, self.files)).encode())


class ShownLog(Keyed):
    """What changed, the newest publications first; computed only if a page shows it."""

    def __init__(self, publications: Callable[[], list[Publication]], most: int) -> None:
        self._publications, self._most = publications, most

    def __iter__(self) -> Iterator[Publication]:
        return iter(self._publications()[: self._most])

    def key(self) -> bytes:
        """The digest of everything a page can show of it."""
        return digest(repr(list(self)).encode())
