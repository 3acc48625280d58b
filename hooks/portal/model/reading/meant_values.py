"""Names where an id belongs, labels where a choice belongs: what to write is known once everything has been read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from portal.data.likeness import folded
from portal.model.reading.known_names import KnownNames
from portal.model.records.kinds import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from portal.data.problem import Problem


def with_meant_values(
    problems: Iterable[Problem], rows: Mapping[str, Sequence[Any]]
) -> Iterator[Problem]:
    """The problems of reading, with what was surely meant; ``rows`` are those of the records, by kind."""
    names = KnownNames(rows)
    for problem in problems:
        if problem.code in ("bad-id", "id-form") and problem.found.get("kinds"):
            yield _id(problem, names)
        elif problem.code == "not-a-choice" and problem.found.get("labels"):
            yield _choice(problem, rows.get(LABELS.name, ()))
        else:
            yield problem


def _id(problem: Problem, names: KnownNames) -> Problem:
    text, kinds = problem.found["found"], problem.found["kinds"].split(" / ")
    if meant := names.meant(text, kinds):
        code = "id-form" if folded(text) == meant else "name-for-id"
        return replace(problem, code=code, found={**problem.found, "cure": meant})
    if several := names.all_meant(text, kinds):
        cure = f"[{', '.join(several)}]"
        return replace(problem, code="ids-in-one", found={**problem.found, "cure": cure})
    return replace(problem, code="bad-id" if text.isascii() else "unknown-name")


def _choice(problem: Problem, labels: Sequence[Any]) -> Problem:
    """The choice that has the text as its label, in either language."""
    prefix, text = f"{problem.found['labels']}.", folded(problem.found["found"])
    choices = problem.found["choices"].split(", ")
    found = {
        str(row.loc[0]).removeprefix(prefix)
        for row in labels
        if str(row.loc[0]).startswith(prefix)
        and text in (folded(row.record.zh), folded(row.record.en))
    }
    meant = [choice for choice in choices if choice in found]
    if len(meant) != 1:
        return problem
    return replace(problem, code="not-a-choice-near", found={**problem.found, "nearest": meant[0]})
