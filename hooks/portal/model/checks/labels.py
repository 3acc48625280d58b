"""Every label that pages ask for exists, and has in both languages the placeholders that are filled."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.records.kinds import LABELS
from portal.resources import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.label import Label

REGISTER = BASE / "labels.txt"
"""Each label that templates or code ask for, with the placeholders for which they have a value, one a line.

Keys are often put together while a page is made, so no search of the code finds them all. A test compares this file
with the labels that every portal starts from.
"""

_SINGULAR, _COUNT = ".one", "count"
"""The end of the key of a label for one thing, and what it need not say."""


@cache
def register() -> Mapping[str, frozenset[str]]:
    """The placeholders of each label that must exist, by key."""
    lines = (line.split() for line in REGISTER.read_text(encoding="utf-8").splitlines())
    return {key: frozenset(names) for key, *names in lines}


def label_problems(loaded: Loaded) -> Iterator[Problem]:
    """Labels that are missing, or whose placeholders differ, cannot be parsed, or are not those that are filled."""
    rows = loaded.of(LABELS)
    for row in rows:
        yield from _wrong_placeholders(row)
    for key in register().keys() - {str(row.loc[-1]) for row in rows}:
        if not loaded.gaps.may_have(LABELS.name, key):
            found = {"found": key, "choices": _shown(register()[key])}
            yield Problem(Place(f"data/{LABELS.path}"), "label-missing", found)


def _wrong_placeholders(row: Row[Label]) -> Iterator[Problem]:
    key, record = str(row.loc[-1]), row.record
    try:
        used = {locale: set(_placeholders(record[locale])) for locale in ("zh", "en")}
    except ValueError:
        yield Problem(row.place(), "bad-placeholder", {"found": key})
        return
    both = used["zh"] | used["en"]
    if odd := sorted(name for name in both if not name.isidentifier()):
        found = {"key": key, "found": f"{{{odd[0]}}}", "cure": "{name}"}
        yield Problem(row.place(), "placeholder-not-plain", found)
        return
    filled = _filled(key)
    if filled is not None and (unknown := both - filled):
        found = {"key": key, "found": _shown(unknown), "choices": _shown(filled)}
        yield Problem(row.place(), "placeholder-unknown", found)
    elif used["zh"] != used["en"]:
        found = {"found": key, "zh": _shown(used["zh"]), "en": _shown(used["en"])}
        yield Problem(row.place(), "placeholders-differ", found)
    elif filled is not None and (missing := filled - both - _dispensable(key)):
        found = {"key": key, "found": _shown(missing)}
        yield Problem(row.place(), "placeholder-missing", found)


def _filled(key: str) -> frozenset[str] | None:
    """The placeholders of a label for which there is a value; None for a label that only the portal itself knows."""
    known = register().get(key)
    if key.endswith(_SINGULAR):
        plural = register().get(key.removesuffix(_SINGULAR))
        return known if plural is None else plural | (known or frozenset())
    return known


def _dispensable(key: str) -> frozenset[str]:
    return frozenset((_COUNT,)) if key.endswith(_SINGULAR) else frozenset()


def _placeholders(text: str) -> Iterator[str]:
    """The names between braces, with all that may follow a name there. Raises ValueError."""
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def _shown(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"
