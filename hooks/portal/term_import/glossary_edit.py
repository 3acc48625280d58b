"""Writes what an import changes into the text of the glossary, and finds what in the imported file a line is from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from portal.data.document import read_document
from portal.data.yaml_edits.yaml_edit import YamlEdit
from portal.term_import.term_change import RECORD, TERM, ordered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.data.problem import Place, Problem
    from portal.term_import.term_change import Change, ConceptChange, Loc, Record


def edited(text: str, records: Sequence[Record], concepts: Sequence[ConceptChange]) -> str:
    """The text of the glossary with all changes.

    Raises ValueError should it not be read back as these records with these changes, and nothing else.
    """
    edit = YamlEdit(text)
    places = {record["id"]: n for n, record in enumerate(records)}
    changed = list(records)
    for concept in concepts:
        if concept.record is not None and concept.changes:
            index = places[concept.id]
            changed[index] = concept.after()[0]
            for loc, changes in groupby(concept.changes, partial(_target, concept)):
                _change(edit, index, loc, list(changes))
    new = [ordered(one.after()[0]) for one in concepts if one.record is None]
    placed = sorted(
        ((_position(records, record), record) for record in new),
        key=lambda pair: (pair[0], pair[1]["id"]),
    )
    meant: list[Record] = []
    for at in range(len(records) + 1):
        for (place, _), record in placed:
            if place == at:
                edit.insert(at, record)
                meant.append(record)
        meant += changed[at : at + 1]
    result = edit.result()
    if read_document("", result).value != meant:
        raise ValueError("the glossary would not say what is meant")
    return result


def _target(concept: ConceptChange, change: Change) -> Loc:
    """What is set at once: a text that is not there is set with both its languages."""
    held = concept.record
    for depth, part in enumerate(change.loc):
        if isinstance(held, dict) and part not in held:
            return change.loc[: depth + 1]
        held = held[part] if isinstance(held, dict | list) else None  # type: ignore[index]
    return change.loc


def _change(edit: YamlEdit, index: int, loc: Loc, changes: Sequence[Change]) -> None:
    first, whole = changes[0], (index, *loc)
    order = TERM if loc[0] == "terms" else RECORD
    if first.grows and first.loc == loc and first.before is None:
        edit.set(whole, [change.after for change in changes], order)
    elif first.grows:
        edit.extend(whole, [change.after for change in changes])
    elif len(first.loc) > len(loc):
        edit.set(whole, {str(change.loc[-1]): change.after for change in changes}, order)
    elif first.after is None:
        edit.drop(whole)
    else:
        edit.set(whole, first.after, order)


def _position(records: Sequence[Record], record: Record) -> tuple[int, bool]:
    """After how many records it belongs: in the order of ids if all have it, or else those of its field.

    Besides, whether it belongs to the one after it: of two that come to one place, it is then the second.
    """
    ids = [one["id"] for one in records]
    if ids == sorted(ids):
        return bisect_right(ids, record["id"]), False
    same = [n for n, one in enumerate(records) if one["subject_field"] == record["subject_field"]]
    of_field = [ids[n] for n in same]
    later = bisect_right(of_field, record["id"]) if of_field == sorted(of_field) else len(same)
    if later < len(same):
        return same[later], True
    return (same[-1] + 1 if same else len(records)), not same


def traced(
    problems: Sequence[Problem], path: str, text: str, concepts: Sequence[ConceptChange]
) -> Iterator[Problem]:
    """The problems, those in changed values of the glossary with their place in the imported file."""
    document = read_document(path, text)
    by_id = {concept.id: concept for concept in concepts}
    found: list[tuple[Place, Place]] = []
    starts = []
    for n, record in enumerate(document.value):
        starts.append(document.place((n,)))
        if concept := by_id.get(record["id"]):
            found.append((starts[-1], concept.place))
            places = concept.after()[1].items()
            found += [(document.place((n, *loc)), place) for loc, place in places]
    found.sort()
    there = [place for place, _ in found]
    for problem in problems:
        at, inside = bisect_right(there, problem.place), bisect_right(starts, problem.place)
        is_ours = (
            at and problem.place.path == path and bisect_right(starts, there[at - 1]) == inside
        )
        yield replace(problem, place=found[at - 1][1]) if is_ours else problem
