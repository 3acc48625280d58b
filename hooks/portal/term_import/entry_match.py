"""Which concept an entry means whose id is that of another tool: the words decide, but only if they leave no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import GLOSSARY
from portal.term_import.given import Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from portal.model.terminology.term_base import TermBase
    from portal.term_import.given import GivenEntry
    from portal.term_import.term_change import Record

Key = tuple[str, str]
"""Kind and id."""


def match(
    entries: Sequence[GivenEntry], records: Sequence[Record], base: TermBase
) -> list[Problem]:
    """Give each entry without an id one: of what shares words with it in both languages, or else a new one.

    References among the entries, by the ids of that tool, follow. Returns what is in doubt.
    """
    owners = _owners(records, base)
    taken = {record["id"] for record in records}
    problems = []
    for entry in entries:
        if not entry.id:
            problem = _identify(entry, owners, taken)
            problems += [problem] if problem else []
    ours = {entry.key: entry.id for entry in entries if entry.key}
    for entry in entries:
        for name in ("broader", "related"):
            if name in entry.fields:
                entry.fields[name] = [_renamed(told, ours) for told in entry.fields[name]]
    return problems


def _owners(records: Sequence[Record], base: TermBase) -> Mapping[tuple[str, str], set[Key]]:
    found: dict[tuple[str, str], set[Key]] = {}
    for record in records:
        for language, words in record["terms"].items():
            for word in words:
                found.setdefault((language, word["term"]), set()).add((GLOSSARY.name, record["id"]))
    for key, entry in base.items():
        for term in entry.terms:
            found.setdefault((term.language, term.text), set()).add(key)
    return found


def _identify(
    entry: GivenEntry, owners: Mapping[tuple[str, str], set[Key]], taken: set[str]
) -> Problem | None:
    if entry.key in taken:
        entry.id = entry.key
        return None
    shared: dict[str, set[Key]] = {"zh": set(), "en": set()}
    for term in entry.terms:
        shared[term.language] |= owners.get((term.language, term.text), set())
    both, any_ = shared["zh"] & shared["en"], shared["zh"] | shared["en"]
    if len(both) == 1:
        ((entry.kind, entry.id),) = both
        return None
    english = [term.text for term in entry.terms if term.language == "en"]
    new = re.sub(r"[^a-z0-9]+", "-", english[0].lower()).strip("-") if english else ""
    if any_ or new in taken:
        candidates = sorted(f"{kind}.{name}" for kind, name in both or any_) or [f"glossary.{new}"]
        said = {"found": entry.key or new, "other": ", ".join(candidates)}
        return Problem(entry.place, "import-id-unsure", said)
    if not new:
        return Problem(entry.place, "import-no-id")
    taken.add(new)
    entry.id = new
    return None


def _renamed(told: Told, ours: Mapping[str, str]) -> Told:
    names = told.value if isinstance(told.value, tuple) else (told.value,)
    return Told(
        tuple(ours.get(name, name.removeprefix(f"{GLOSSARY.name}.")) for name in names), told.place
    )
