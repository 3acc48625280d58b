"""The ids of records by the names that people know them by: for what was surely meant where an id is expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from portal.data.likeness import folded
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES, KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_SUFFIX = re.compile(
    r"(?<=..)(?:市政府|縣政府|[市縣府縣州道區鎮鄉町村])$|(?<=...)-(?:city|county|prefecture|state)$"
)
"""What a name of a place may have or not."""


class KnownNames:
    """Looks up names; each kind is gathered when it is first asked for."""

    def __init__(self, rows: Mapping[str, Sequence[Any]]) -> None:
        """``rows`` are those of the records, by kind."""
        self._rows = rows
        self._ids: dict[str, dict[str, set[str]]] = {}

    def meant(self, text: str, kinds: Iterable[str]) -> str:
        """The id of the one record of these kinds that a text names, or whose id it is but for its form; else empty."""
        word = folded(text)
        if text == word and "-" in text and text.isascii():
            # if it is the id of something else, it may look like a name
            return word if any(word in self._of(kind).get(word, ()) for kind in kinds) else ""
        for form in (word, _SUFFIX.sub("", word)):
            found: set[str] = set()
            for kind in kinds:
                found |= self._of(kind).get(form, set())
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def all_meant(self, text: str, kinds: Collection[str]) -> list[str]:
        """The ids of several records that stand in one text; empty if one of them is not sure."""
        parts = [part for part in re.split(r"[,，、;；/／|]|\s和\s|\sand\s", text) if part.strip()]
        if len(parts) < 2:
            parts = text.split()
        found = [self.meant(part, kinds) for part in parts]
        return found if len(found) > 1 and all(found) else []

    def _of(self, kind: str) -> dict[str, set[str]]:
        if kind not in self._ids:
            ids: dict[str, set[str]] = {}
            for record_id, names in self._named(kind):
                words = {folded(name) for name in names}
                for form in {folded(record_id), *words, *(_SUFFIX.sub("", w) for w in words)}:
                    ids.setdefault(form, set()).add(record_id)
            for word in {folded(record_id) for record_id, _ in self._named(kind)}:
                exact = {one for one in ids[word] if folded(one) == word}
                ids[word] = exact  # an id is meant before a name
            self._ids[kind] = ids
        return self._ids[kind]

    def _named(self, kind: str) -> Iterator[tuple[str, list[str]]]:
        if kind == UNITS:
            for row in self._rows.get(HOMES.name, ()):
                homes = [*_names(row.record)]
                for unit in row.record.units:
                    own = [*_names(unit)]
                    both = [f"{home}{one}" for home in homes for one in own]
                    yield unit.id, [*own, *both, *(f"{o}, {h}" for h in homes for o in own)]
        elif kind in {known.name for known in KINDS if known.has_ids}:
            for row in self._rows.get(kind, ()):
                yield row.record.id, [*_names(row.record)]


def _names(record: Any) -> Iterator[str]:
    """Every name, title and alias of a record; the words of a concept."""
    for field in ("name", "full_name", "title", "short_name", "abbreviation"):
        names = getattr(record, field, None)
        if isinstance(names, str):
            yield names
        elif names is not None:
            yield from (names.zh, names.en)
            yield from (name for _, name in getattr(names, "local", ()))
    yield from getattr(record, "aliases", ())
    if terms := getattr(record, "terms", None):
        for language in ("zh", "en"):
            yield from (term.term for term in getattr(terms, language, ()))
