"""What is missing altogether: a file or folder whose records are all gone, although much refers to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.reading.load import Loaded

MANY = 2
"""Records that are missing of a kind that has none, so many that not each of them is a mistake of its own."""


def missing_kinds(loaded: Loaded, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, in which those of many records of a kind without any miss the kind, and one that tells it."""
    found = list(problems)
    empty = {
        kind.name: kind
        for kind in KINDS
        if not loaded.of(kind) and not loaded.gaps.touch(kind.name)
    }
    names: dict[str, set[str]] = defaultdict(set)
    for problem in found:
        for name in problem.missing:
            names[name.partition("/")[0]].add(name)
    for kind in empty.keys() & names.keys():
        if len(names[kind]) >= MANY:
            found = [
                replace(problem, missing=(kind,)) if names[kind] & {*problem.missing} else problem
                for problem in found
            ]
            path = f"data/{empty[kind].path}"
            given = {"found": path, "sum": str(len(names[kind]))}
            found.append(Problem(Place(path), "records-missing", given, missing=(kind,)))
    return found
