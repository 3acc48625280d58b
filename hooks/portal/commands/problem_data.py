"""Problems as data, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.data.problem import Problem


def problem_data(problem: Problem) -> dict[str, object]:
    """Where it is, what it is, and its sentence in both languages."""
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "level": "advice" if problem.is_advice else "problem",
        "also": [str(place) for place in problem.also],
        "message": {"zh": problem.message("zh"), "en": problem.message("en")},
    }
