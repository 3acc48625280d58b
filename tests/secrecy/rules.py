"""What must go with a record that is kept back: the rules once more, in the words of the tests, on plain YAML.

They are naive on purpose, and name each field; the code finds the same by the marks of the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from building import TODAY

Names = set[tuple[str, str]]
"""Kinds and ids."""

_PARTIES = ("homes", "units", "cities", "organizations")

REFERENCES = {
    "home": ("homes",), "homes": ("homes",),
    "unit": ("units",), "units": ("units",), "contact_unit": ("units",), "adopting_units": ("units",),
    "city": ("cities",), "cities": ("cities",), "lead": ("cities",),
    "organization": ("organizations",), "organizations": ("organizations",),
    "exchanges": ("exchanges",), "press_releases": ("press_releases",),
    "trip_reports": ("trip_reports",), "plans": ("plans",),
    "part_of": ("exchanges",), "follows": ("exchanges",), "party": _PARTIES,
    "related": ("glossary",), "broader": ("glossary",), "sources": ("sources",), "parties": _PARTIES,
    "maintainer": ("homes", "units"), "issuer": ("homes", "units"), "office": ("homes", "units"),
}  # fmt: skip
"""By the name of a field: the kinds of the records that it names, if it has text."""

CLEARED = ("part_of", "maintainer", "organization", "lead", "contact_unit")
"""Single references that are taken away alone; all others take along what they stand in."""

WAYS = ("draft", "public_from", "public_until", "date", "withdrawn")
"""How a record is kept back; of a withdrawn one something stays."""

STAYS = (
    "id",
    "former_ids",
    "title",
    "date",
    "issuer",
    "category",
    "homes",
    "cities",
    "withdrawn",
    "public_until",
)
"""Of a withdrawn release."""


@dataclass
class Raw:
    """A record as it is written."""

    kind: str
    path: str
    """Of its file, from the root of the portal."""
    data: dict[str, Any]
    why: str = ""
    """How it is kept back, if it is: one of ``WAYS``."""

    @property
    def id(self) -> str:
        found: str = self.data["id"]
        return found

    def names(self) -> Names:
        units = self.data.get("units", ()) if self.kind == "homes" else ()
        return {(self.kind, self.id), *(("units", unit["id"]) for unit in units)}


@dataclass
class Rest:
    """What is left of some records."""

    kept: list[Raw] = field(default_factory=list)
    gone: list[Raw] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    """Parts that went from records that are kept."""


def is_kept_back(data: dict[str, Any]) -> bool:
    """Whether a record says itself that it is not public, or not whole."""
    return (
        bool(data.keys() & {"draft", "public_from", "public_until", "withdrawn"})
        or data.get("date", "") > TODAY
    )


def rest_of(records: list[Raw]) -> Rest:
    """What may be told of records, as long as it takes until nothing more has to go."""
    gone = [raw for raw in records if raw.why and raw.why != "withdrawn"]
    while True:
        hidden: Names = set().union(*(raw.names() for raw in gone))
        rest = Rest(gone=gone)
        for raw in records:
            if raw not in gone:
                left = _record(raw, hidden, rest.taken)
                if left is None:
                    gone = [*gone, raw]
                else:
                    rest.kept.append(Raw(raw.kind, raw.path, left, raw.why))
        _drop_reasons(
            *([one.data for one in rest.kept if one.kind == kind] for kind in ("homes", "cities"))
        )
        if gone == rest.gone:
            unnamed = [raw for raw in records if raw not in gone and _is_unnamed(raw, rest.kept)]
            if not unnamed:
                return rest
            gone = [*gone, *unnamed]


def _drop_reasons(homes: list[dict[str, Any]], cities: list[dict[str, Any]]) -> None:
    """Take out the reasons of stated counts that are about ties which may not be told."""
    ties = {
        (tie.get("home"), city["id"]) for city in cities for tie in city.get("partnerships", ())
    }
    for home in homes:
        for stated in home.get("stated_counts", ()):
            stated["reasons"] = [
                reason
                for reason in stated.get("reasons", ())
                if "number" in reason
                or (
                    reason.get("cities")
                    and all((home["id"], one) in ties for one in reason["cities"])
                )
            ]
            if not stated["reasons"]:
                del stated["reasons"]


def _is_unnamed(raw: Raw, kept: list[Raw]) -> bool:
    """Whether no tie is left of a city that had some, and nothing else that is kept names it."""
    if raw.kind != "cities" or not raw.data.get("partnerships"):
        return False
    (left,) = (one for one in kept if one.names() == raw.names())
    others = [one.data for one in kept if one is not left and not is_kept_back(one.data)]
    return not left.data.get("partnerships") and not any(
        holder[key] == raw.id and "cities" in kinds
        for data in others
        for holder, key, kinds, _ in places_of_ids(data)
    )


def _record(raw: Raw, hidden: Names, taken: list[dict[str, Any]]) -> dict[str, Any] | None:
    left = _without(raw.data, hidden, taken, raw.kind)
    if left is None:
        return None
    if raw.kind == "glossary" and not all(left["terms"].get(language) for language in ("zh", "en")):
        return None
    if raw.why == "withdrawn":
        words = {name: {"zh": "無", "en": "None"} for name in ("lead", "body")}
        return {name: value for name, value in left.items() if name in STAYS} | words
    return left


def _without(
    part: dict[str, Any], hidden: Names, taken: list[dict[str, Any]], kind: str = ""
) -> dict[str, Any] | None:
    """What is left of a part; nothing if all of it goes."""
    if part.get("confidential") == "true":
        taken.append(part)
        return None
    left: dict[str, Any] = {}
    for key, value in part.items():
        found = _value(key, value, hidden, taken)
        if key in REFERENCES and isinstance(value, str) and found is None:
            if key not in CLEARED and not (key == "unit" and kind == "trip_reports"):
                taken.append(part)
                return None
        elif key == "homes" and "term" in part and not found:
            taken.append(part)  # a word of no other government
            return None
        elif key == "parties" and found != value:
            taken.append(part)
            return None
        elif found not in (None, []) or found == value:
            left[key] = found
    if "unsourced" in left:
        left["unsourced"] = [name for name in left["unsourced"] if name in left or name not in part]
    return left


def _value(key: str, value: Any, hidden: Names, taken: list[dict[str, Any]]) -> Any:
    kinds = REFERENCES.get(key, ())
    if isinstance(value, dict):
        return _without(value, hidden, taken)
    if isinstance(value, list):
        items = [_value(key, item, hidden, taken) for item in value]
        if key == "follow_ups":  # its words tell of all that it names
            whole = [
                left == item or _names(left) == _names(item)
                for left, item in zip(items, value, strict=True)
            ]
            taken += [item for item, is_whole in zip(value, whole, strict=True) if not is_whole]
            return [left for left, is_whole in zip(items, whole, strict=True) if is_whole]
        return [item for item in items if item is not None]
    return None if any((kind, value) in hidden for kind in kinds) else value


def _names(follow_up: dict[str, Any] | None) -> list[Any]:
    """What a follow-up names; documents are no part of what its words tell."""
    found = follow_up or {}
    return [found.get(key) for key in REFERENCES if key != "sources"]


def places_of_ids(part: Any, field: str = "") -> Iterator[tuple[Any, Any, tuple[str, ...], str]]:
    """Every place of an id: what holds it, its key there, the kinds it may be of, and the name of the field."""
    for key, value in list(part.items() if isinstance(part, dict) else enumerate(part)):
        name = key if isinstance(part, dict) else field
        if isinstance(value, dict | list):
            yield from places_of_ids(value, name)
        elif name in REFERENCES:
            yield part, key, REFERENCES[name], name
