"""A concept on record against what a file says of it: nothing is taken away, and equal values are no change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.term_import.term_change import TERM, Change, ConceptChange, ordered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from portal.term_import.given import GivenEntry, GivenTerm, Told
    from portal.term_import.term_change import Loc, Record

Fields = Mapping[str, "Sequence[Told]"]
LANGUAGES = ("zh", "en")
GROWING = ("broader", "related", "same_as", "sources")
"""Lists to which a file adds."""
DEFAULTS = {"part_of_speech": "noun", "type": ""}
"""What it means if a word does not have the key."""


class RecordMerge:
    """Of one concept; ``named_by`` are ids of those that say they are related to it, so that it need not say so."""

    def __init__(
        self, given: GivenEntry, record: Record | None, named_by: Collection[str] = ()
    ) -> None:
        self._given, self._record, self._named_by = given, record or {}, named_by
        self.problems: list[Problem] = []
        self.found = ConceptChange(given.id, given.place, record)

    def merge(self) -> ConceptChange:
        """What changes."""
        fields = self._given.fields
        self._value(("subject_field",), self._record, fields)
        for name in ("definition", "note"):
            self._text((name,), self._record.get(name) or {}, fields)
        for language in LANGUAGES:
            self._words(language)
        for name in GROWING:
            self._grow(name, fields.get(name, []))
        return self.found

    def _words(self, language: str) -> None:
        on_record: Sequence[Record] = (self._record.get("terms") or {}).get(language, [])
        given: dict[tuple[str, Any], list[GivenTerm]] = {}
        for term in self._given.terms:
            if term.language == language:
                homes = term.fields["homes"].value if "homes" in term.fields else ()
                given.setdefault((term.text, homes), []).append(term)
        matched: set[int] = set()
        new: list[list[GivenTerm]] = []
        for (text, homes), terms in given.items():
            same = [n for n, word in enumerate(on_record) if word["term"] == text]
            if len(same) > 1 or (same and sum(other == text for other, _ in given) > 1):
                same = [n for n in same if tuple(on_record[n].get("homes", ())) == homes]
            if same:
                matched.add(same[0])
                self._word(("terms", language, same[0]), on_record[same[0]], terms)
            else:
                new.append(terms)
        for terms in new:
            self._new_word(language, terms, is_first=not on_record and terms is new[0])
        rest = (word for n, word in enumerate(on_record) if n not in matched)
        self.found.kept += [(language, word["term"]) for word in rest]

    def _word(self, loc: Loc, word: Record, terms: Sequence[GivenTerm]) -> None:
        fields: dict[str, list[Told]] = {}
        for term in terms:
            for name, told in term.fields.items():
                fields.setdefault(name, []).append(told)
        for name in TERM[1:-1]:
            self._value((*loc, name), word, fields)
        self._text((*loc, "note"), word.get("note") or {}, fields)

    def _new_word(self, language: str, terms: Sequence[GivenTerm], *, is_first: bool) -> None:
        """A word that is not on record; without a status it is preferred only if it is the first."""
        inner = RecordMerge(self._given, {})
        inner._word((), {}, terms)
        self.problems += inner.problems
        word, inside = inner.found.after()
        word = {"term": terms[0].text, "status": "preferred" if is_first else "admitted"} | word
        loc, place = ("terms", language), terms[0].place
        now = (self._record.get("terms") or {}).get(language)
        word = ordered(word, TERM)
        self.found.changes.append(Change(loc, now, word, place, grows=True, inside=inside))

    def _text(self, loc: Loc, now: Record, fields: Fields) -> None:
        """A text in both languages, of which the file may have one only if the other is on record."""
        name, before = loc[-1], len(self.found.changes)
        for language in LANGUAGES:
            self._value((*loc, language), now, fields, f"{name}.{language}")
        changes = self.found.changes[before:]
        if not now and len(changes) == 1:
            (change,) = changes
            missing = next(one for one in LANGUAGES if one != change.loc[-1])
            said = {"found": str(change.after), "key": f"{name}.{missing}"}
            self.problems.append(Problem(change.place, "import-one-language", said))

    def _value(self, loc: Loc, holder: Record, fields: Fields, name: str = "") -> None:
        """What the file says of a key, of which each row may say what is on record, but only one thing else."""
        key = str(loc[-1])
        now: Any = holder.get(key, DEFAULTS.get(key))
        known = tuple(now) if isinstance(now, list) else now
        told = fields.get(name or key, [])
        other = [one for one in told if one.value != known and known not in one.also]
        if not other:
            return
        first = other[0]
        for one in other[1:]:
            if one.value != first.value:
                said = {
                    "key": name or key,
                    "found": _written(one.value),
                    "other": _written(first.value),
                    "first": str(first.place.line),
                }
                self.problems.append(Problem(one.place, "import-contradiction", said))
                return
        after: Any = list(first.value) if isinstance(first.value, tuple) else first.value or None
        if after is not None or key in holder:
            self.found.changes.append(Change(loc, holder.get(key), after, first.place))

    def _grow(self, name: str, told: Iterable[Told]) -> None:
        now = self._record.get(name)
        known = {*(now or ()), self._given.id}
        if name == "related":
            known |= {*self._named_by}
        for one in told:
            for value in one.value:
                if value not in known:
                    known.add(value)
                    self.found.changes.append(Change((name,), now, value, one.place, grows=True))


def _written(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
