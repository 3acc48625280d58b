"""The records that the open data refer to, and the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.open_data.record_names import RecordNames
from portal.outputs.open_data.tables import table_of, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.take import Refer


class NamedPages:
    """The records of a catalog that others refer to, by kind and id, each with its page."""

    def __init__(self, catalog: Catalog) -> None:
        self.names = RecordNames(catalog)
        self._known: dict[str, list[str]] = {}
        named = {name: table_of(name) for table in tables() for name in table.kinds}
        self._paths = {
            name: {item.id: table.iri(item.id, item.path) for item in table.items(catalog)}
            for name, table in named.items()
        }

    def shown(self, kinds: Iterable[str]) -> list[str]:
        """Everything that references to records of these kinds can show."""
        return [line for kind in kinds for line in self._lines(kind)]

    def _lines(self, kind: str) -> list[str]:
        """A line for each record of a kind: its id, its address and its names."""
        if kind not in self._known:
            self._known[kind] = [
                f"{kind} {id_} {path} {self.names.name((kind,), id_, 'zh')} {self.names.name((kind,), id_, 'en')}"
                for id_, path in self._paths[kind].items()
            ]
        return self._known[kind]

    def iri(self, root: str) -> Refer:
        """Names records by absolute address, as RDF needs it."""

        def refer(kinds: tuple[str, ...], id_: str) -> str:
            if ":" in id_:
                return id_
            paths = [self._paths[kind][id_] for kind in kinds if id_ in self._paths[kind]]
            return f"{root}{paths[0]}"

        return refer
