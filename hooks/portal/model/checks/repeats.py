"""No list says the same twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from portal.data.problem import Problem
from portal.model.records.exchange import CityPart
from portal.model.records.kinds import KINDS, SOURCES
from portal.model.records.organization import Group, LocalName
from portal.model.values.url import same_page
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.load import Loaded, Row
    from portal.model.values.strict import Model
    from portal.model.values.walk import Loc

_NAMES: dict[type, str] = {CityPart: "city", Group: "id", LocalName: "home"}
"""Parts that a list has at most one of for each id, and the field with that id."""

_PEOPLE = frozenset(("travelers", "counterparts"))
"""Lists of people by role: two of them may have the same one."""

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
    """Ids, words, numbers and addresses that stand twice in one list, a document beside its address, equal parts."""
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
    for index, item in enumerate(items):
        place = (*loc, index)
        if isinstance(item, BaseModel):
            name = _NAMES.get(type(item))
            key: object = getattr(item, name) if name else _key(item)
            if key in seen and name:
                yield Problem(row.place((*place, name)), "named-twice", {"found": str(key)})
            elif key in seen and loc[-1] not in _PEOPLE:
                yield Problem(row.place(place), "part-twice", {"key": str(loc[-1])})
        else:
            key = same_page(item) if ":" in str(item) else urls.get(item, item)
            if key in seen:
                yield Problem(row.place(place), "named-twice", {"found": str(item)})
        seen.add(key)


def _key(part: BaseModel) -> object:
    """Something equal for equal parts: the part itself, or its content if that has mappings."""
    try:
        hash(part)
    except TypeError:
        return repr(part)
    return part
