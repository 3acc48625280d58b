"""What is still known of records that could not be read: their ids, so that references to them are not told too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from portal.data.likeness import folded
from portal.model.records.kind import UNITS, Filing
from portal.model.records.kinds import HOMES
from portal.model.values.reference import check_id

if TYPE_CHECKING:
    from pathlib import Path

    from portal.model.records.kind import Kind
    from portal.model.values.strict import Model
    from portal.model.values.walk import Loc

_WORD = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Lost:
    """Records that are known no further."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    """Their ids and former ids, by kind; of values without ids the keys."""
    kinds: set[str] = field(default_factory=set)
    """Kinds of which they may have any id."""

    def _note(self, kind: str, *ids: str) -> None:
        self.ids.setdefault(kind, set()).update(ids)

    def note_record(self, kind: str, value: Any, *, name: str = "") -> None:
        """Note what a record calls itself; ``name`` is another name that it has for certain."""
        given = value if isinstance(value, dict) else {}
        known = {name, *_ids(_texts([given.get("id")]))} - {""}
        if not known:
            self.kinds.add(kind)
        former = _texts(given.get("former_ids"))
        self._note(kind, *known, *_ids([*former, *map(folded, former)]))

    def note_words(self, kind: str, name: str, raw: bytes) -> None:
        """Note a file with one record: what it was called before can be any word of its text."""
        self._note(kind, name, *(word.decode() for word in _WORD.findall(raw)))


def lost_record(kind: Kind[Model], path: Path, loc: Loc, value: Any) -> Lost:
    """A record that a model refused, at that place of a file."""
    lost = Lost()
    if kind.filing is Filing.MAP:
        lost.note_record(kind.name, value, name=str(loc[0]))
    else:
        lost.note_record(kind.name, value, name="" if kind.filing is Filing.LIST else path.stem)
    if kind is HOMES:
        units = value.get("units") if isinstance(value, dict) else None
        for unit in units if isinstance(units, list) else []:
            lost.note_record(UNITS, unit)
        is_misnamed = not isinstance(value, dict) or value.keys() - kind.model.model_fields.keys()
        if not isinstance(units, list) and (units is not None or is_misnamed):
            lost.kinds.add(UNITS)
    return lost


def lost_file(kind: Kind[Model], path: Path, raw: bytes) -> Lost:
    """All records of a file that could not be read, whose bytes these are, if they are known."""
    if kind.filing in (Filing.LIST, Filing.MAP):
        return Lost(kinds={kind.name, UNITS} if kind is HOMES else {kind.name})
    lost = Lost()
    lost.note_words(kind.name, path.stem, raw)
    return lost


def _texts(values: Any) -> list[str]:
    return [text for text in values if isinstance(text, str)] if isinstance(values, list) else []


def _ids(texts: list[str]) -> set[str]:
    """Those that can be ids."""
    return {text for text in texts if _is_id(text)}


def _is_id(text: str) -> bool:
    try:
        return bool(check_id(text))
    except PydanticCustomError:
        return False
