"""Which records may be named in the open data, and where each has its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.open_data.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.take import Refer

KINDS = (
    "homes", "units", "cities", "organizations", "exchanges", "press_releases", "trip_reports", "plans", "glossary",
    "sources", "countries",
)  # fmt: skip
"""Kinds that records name."""


class PublicNames:
    """The public records of a catalog, by kind and id."""

    def __init__(self, catalog: Catalog) -> None:
        self._paths = {
            kind: {
                item.id: BY_NAME[kind].iri(item.id, item.path)
                for item in BY_NAME[kind].items(catalog)
            }
            for kind in KINDS
        }

    def addresses(self, kinds: Iterable[str]) -> list[str]:
        """Everything that can be said of records of these kinds when others name them."""
        return [f"{kind} {id_} {path}" for kind in kinds for id_, path in self._paths[kind].items()]

    def id(self, kinds: tuple[str, ...], id_: str) -> str | None:
        """The id, if the record is public; the address of a source is kept as it is."""
        if ":" in id_:
            return id_
        return next((id_ for kind in kinds if id_ in self._paths[kind]), None)

    def iri(self, root: str) -> Refer:
        """Names records by absolute address, as RDF needs it."""

        def refer(kinds: tuple[str, ...], id_: str) -> str | None:
            if ":" in id_:
                return id_
            found = (self._paths[kind][id_] for kind in kinds if id_ in self._paths[kind])
            return next((f"{root}{path}" for path in found), None)

        return refer
