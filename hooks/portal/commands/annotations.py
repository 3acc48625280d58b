"""Problems as annotations of GitHub: one command of a workflow on a line each, escaped as its toolkit does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.text.visible import visible

if TYPE_CHECKING:
    from portal.data.problem import Problem

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""What means something to the runner (``actions/toolkit``, ``packages/core/src/command.ts``)."""


def annotation(problem: Problem, lang: str) -> str:
    """The command that shows a problem beside its line; advice is a notice."""
    level = "notice" if problem.is_advice else "error"
    place = problem.place
    properties = {
        "file": place.path,
        "line": place.line,
        "col": place.column,
        "title": problem.code,
    }
    where = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items()
    )
    return f"::{level} {where}::{_escaped(problem.message(lang), _DATA)}"


def remark(level: str, text: str) -> str:
    """The command that shows a sentence with the run; ``level`` is ``error``, ``warning`` or ``notice``."""
    return f"::{level}::{_escaped(text, _DATA)}"


def _escaped(text: str, escapes: dict[int, str]) -> str:
    return visible(text).translate(escapes)
