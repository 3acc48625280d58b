"""All that a file says against the glossary and the names of records: what changes, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.records.kind import UNITS
from portal.model.records.kinds import GLOSSARY, HOMES, KINDS
from portal.term_import.entry_match import match
from portal.term_import.record_merge import LANGUAGES, RecordMerge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from portal.data.problem import Place
    from portal.model.terminology.term_base import TermBase
    from portal.term_import.given import GivenEntry
    from portal.term_import.term_change import ConceptChange, Record


@dataclass(frozen=True, slots=True)
class LeftName:
    """A word that is no concept's, and is not taken over."""

    text: str
    place: Place
    path: str
    """The file with the record of which it is the name."""


@dataclass(slots=True)
class GlossaryChange:
    """What an import comes to."""

    concepts: list[ConceptChange] = field(default_factory=list)
    """Those of which the file tells, in its order, whether they change or not."""
    names: list[LeftName] = field(default_factory=list)
    """Names of records that the file has otherwise than these."""
    same_names: int = 0
    """Names that it has as they are."""
    problems: list[Problem] = field(default_factory=list)


def merge(
    entries: Sequence[GivenEntry], records: Sequence[Record], base: TermBase
) -> GlossaryChange:
    """Compare the entries of a file with the records of the glossary, and the term base of the whole portal."""
    found = GlossaryChange(problems=match(entries, records, base))
    by_id = {record["id"]: record for record in records}
    renamed = {old: record["id"] for record in records for old in record.get("former_ids", ())}
    named_by: dict[str, set[str]] = {}
    for record in records:
        for other in record.get("related", ()):
            named_by.setdefault(other, set()).add(record["id"])
    for entry in _joined([entry for entry in entries if entry.id], renamed):
        if entry.kind != GLOSSARY.name:
            _leave(entry, base, found)
            continue
        one = RecordMerge(entry, by_id.get(entry.id), named_by.get(entry.id, ()))
        concept = one.merge()
        found.concepts.append(concept)
        found.problems += one.problems
        for change in concept.changes:
            if change.loc == ("related",):
                named_by.setdefault(change.after, set()).add(concept.id)
    owners = {
        (language, entry.preferred(language)): f"{kind}/{name}"
        for (kind, name), entry in reversed(base.items())
        for language in LANGUAGES
    }
    for concept in found.concepts:
        found.problems += _whole(concept)
        found.problems += _unique(concept, owners)
    return found


def _joined(entries: Sequence[GivenEntry], renamed: Mapping[str, str]) -> list[GivenEntry]:
    """Each concept once, under its present id."""
    found: dict[tuple[str, str], GivenEntry] = {}
    for entry in entries:
        if entry.kind == GLOSSARY.name:
            entry.id = renamed.get(entry.id, entry.id)
        first = found.setdefault((entry.kind, entry.id), entry)
        if first is not entry:
            first.terms += entry.terms
            for name, told in entry.fields.items():
                first.fields.setdefault(name, []).extend(told)
    return list(found.values())


def _leave(entry: GivenEntry, base: TermBase, found: GlossaryChange) -> None:
    known = base.get((entry.kind, entry.id))
    words = {(word.language, word.text): word.status for word in known.terms} if known else {}
    kind = HOMES.name if entry.kind == UNITS else entry.kind
    path = f"data/{next(one.path for one in KINDS if one.name == kind)}"
    for term in entry.terms:
        status = words.get((term.language, term.text))
        told = term.fields.get("status")
        if status and (told is None or told.value == status):
            found.same_names += 1
        else:
            found.names.append(LeftName(term.text, term.place, path))


def _whole(concept: ConceptChange) -> Iterator[Problem]:
    """What a new concept lacks."""
    if concept.record is not None:
        return
    record, _ = concept.after()
    missing = [] if "subject_field" in record else ["subject_field"]
    terms = record.get("terms", {})
    missing += [f"terms.{language}" for language in LANGUAGES if language not in terms]
    if missing:
        said = {"found": concept.id, "key": ", ".join(missing)}
        yield Problem(concept.place, "import-new-incomplete", said)


def _unique(concept: ConceptChange, owners: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Words that shall be preferred beside others, or are another's."""
    record, places = concept.after()
    own = f"{GLOSSARY.name}/{concept.id}"
    for language in LANGUAGES:
        words: list[dict[str, Any]] = (record.get("terms") or {}).get(language, [])
        for n, word in enumerate(words):
            loc = ("terms", language, n)
            place = places.get((*loc, "status"), places.get(loc))
            if place is None or word["status"] != "preferred":
                continue
            for m, other in enumerate(words):
                if m != n and other["status"] == "preferred" and _meet(word, other):
                    said = {"found": word["term"], "other": other["term"]}
                    yield Problem(place, "import-other-preferred", said)
                    break
            owner = owners.setdefault((language, word["term"]), own)
            if owner != own:
                said = {"found": word["term"], "other": owner}
                yield Problem(place, "import-term-elsewhere", said)


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether both hold for some government, or for all."""
    return bool(set(one.get("homes") or [""]) & set(other.get("homes") or [""]))
