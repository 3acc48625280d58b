"""What is missing altogether: a file or folder whose records are gone, all of them or many at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.records.kinds import KINDS
from portal.model.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.reading.load import Loaded
    from portal.model.records.kind import Kind
    from portal.model.values.strict import Model

SOME = 2
"""Records that are missing of a kind without any, so many that not each of them is a mistake of its own."""

MANY = 5
"""The same of published records of a kind with others: whoever deletes so many at once has cut off a file."""


def missing_kinds(loaded: Loaded, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, in which those of many records of one kind miss the kind, and one for each such kind."""
    found = list(problems)
    named: dict[str, set[str]] = defaultdict(set)
    published: dict[str, set[str]] = defaultdict(set)
    for problem in found:
        for name in problem.missing:
            of = name.partition("/")[0]
            named[of].add(name)
            if problem.code == "address-lost":
                published[of].add(name)
    for kind in KINDS:
        if loaded.gaps.touch(kind.name):
            continue
        names, code = published[kind.name], "records-lost"
        if names:
            names = names - _written(loaded, kind)  # these are kept back
        if not loaded.of(kind):
            names, code = named[kind.name], "records-missing"
        if len(names) >= (MANY if loaded.of(kind) else SOME):
            found = [
                replace(problem, missing=(kind.name,)) if names & {*problem.missing} else problem
                for problem in found
            ]
            path = f"data/{kind.path}"
            given = {"found": path, "sum": str(len(names))}
            found.append(Problem(Place(path), code, given, (kind.name,)))
    return found


def _written(loaded: Loaded, kind: Kind[Model]) -> set[str]:
    """The names of the records of a kind that are in its files, as ``Problem.missing`` has them."""
    records = (row.record for row in loaded.of(kind))
    return {f"{kind.name}/{record.id}" for record in records if isinstance(record, Record)}
