"""No list says the same twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from portal.data.problem import Problem
from portal.model.records.exchange import CityPart
from portal.model.records.kinds import KINDS, SOURCES
from portal.model.records.organization import Group
from portal.model.values.url import same_page
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.load import Loaded, Row
    from portal.model.values.strict import Model
    from portal.model.values.walk import Loc

_NAMES: dict[type, str] = {CityPart: "city", Group: "id"}
"""Parts that a list has at most one of for each id, and the field with that id."""

_EXEMPT = frozenset(
    (
        "former_ids",
        "memberships",
        "partnerships",
        "images",
        "attachments",
        "zh",
        "en",
        "printed_totals",
    )
)
"""Lists with rules of their own: ids, members, ties, files, words of the glossary; and a row of printed numbers."""


def repeat_problems(loaded: Loaded) -> Iterator[Problem]:
    """Ids, words, numbers and addresses that stand twice in one list, and a document beside its address."""
    urls = {
        row.record.id: same_page(row.record.url) for row in loaded.of(SOURCES) if row.record.url
    }
    for kind in KINDS:
        for row in loaded.of(kind):
            for loc, model in walk(row.record):
                for name, value in model.__dict__.items():
                    if type(value) is tuple and len(value) > 1 and name not in _EXEMPT:
                        documents: Mapping[str, str] = urls if name == "sources" else {}
                        yield from _repeated(row, (*loc, name), value, documents)


def _repeated(
    row: Row[Model], loc: Loc, items: tuple[Any, ...], urls: Mapping[str, str]
) -> Iterator[Problem]:
    seen: set[object] = set()
    for index, listed in enumerate(items):
        item, place = listed, (*loc, index)
        if isinstance(item, BaseModel):
            field = _NAMES.get(type(item))
            if field is None:
                return
            place = (*place, field)
            item = getattr(item, field)
        key = same_page(item) if ":" in str(item) else urls.get(item, item)
        if key in seen:
            yield Problem(row.place(place), "named-twice", {"found": str(item)})
        seen.add(key)
