"""Of the problems that say only that one thing is missing, the first tells it, and names the places of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.data.problem import Place, Problem

_FIRST = (
    "records-missing",
    "records-lost",
    "id-not-of-file",
    "misfiled-by-year",
    "misfiled",
    "page-missing",
    "address-lost",
    "menu-page-missing-near",
    "menu-page-missing",
    "unknown-id-near",
    "unknown-id",
    "link-not-public",
    "dead-link-near",
    "dead-link",
    "id-prefix",
)
"""Codes of such problems, the one first that is nearest to what an editor did. All others are nearer."""

_RANK = {code: rank for rank, code in enumerate(_FIRST)}


def of_one_cause(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, those joined that miss the same thing."""
    found: list[Problem] = []
    rest: list[Problem] = []
    for problem in problems:
        (rest if problem.missing else found).append(problem)
    rest.sort(key=lambda problem: (_rank(problem), problem))
    leaders: dict[str, int] = {}
    told: list[tuple[Problem, list[Place]]] = []
    for problem in rest:
        known = next((leaders[name] for name in problem.missing if name in leaders), None)
        if known is None:
            known = len(told)
            told.append((problem, []))
        else:
            told[known][1].append(problem.place)
        for name in problem.missing:
            leaders.setdefault(name, known)
    for first, places in told:
        also = sorted(set(places) - {first.place})
        found.append(replace(first, also=tuple(also)) if also else first)
    return sorted(found)


def _rank(problem: Problem) -> int:
    return _RANK.get(problem.code, -1)
