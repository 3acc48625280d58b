"""What ends a command although nobody foresaw it, told as one problem: nobody has to read a traceback."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from portal.data.problem import Place, Problem
from portal.data.system_refusal import sentence
from portal.pages.render.template_failure import name_in, reason_of, template_problem
from portal.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROBLEMS_FOUND, CANNOT_RUN = 1, 2
"""Exit codes: the portal has a problem; the command cannot run at all."""

_LIBRARIES = ("site-packages", "dist-packages")


@dataclass(frozen=True)
class Ending:
    """How a command ends that cannot go on."""

    exit_code: int
    sentences: Mapping[str, str]
    """One line in ``zh`` and in ``en``."""


def ending(error: Exception, root: Path) -> Ending:
    """How a command ends on the portal in a folder when that exception ends it."""
    if isinstance(error, OSError | MemoryError) and not isinstance(error, TemplateNotFound):
        return Ending(CANNOT_RUN, {locale: sentence(error, locale) for locale in ("zh", "en")})
    problem, exit_code = _problem(error, root)
    return Ending(exit_code, {locale: problem.line(locale) for locale in ("zh", "en")})


def _problem(error: Exception, root: Path) -> tuple[Problem, int]:
    if problem := template_problem(error, root):
        return problem, PROBLEMS_FOUND
    reason = {"reason": reason_of(error)}
    frames = traceback.extract_tb(error.__traceback__)
    if place := _of_the_portal(error, frames, root):
        return Problem(place, "own-code-fails", reason), PROBLEMS_FOUND
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or frames
    name, line = (ours[-1].filename, ours[-1].lineno or 1) if ours else ("portal", 1)
    return Problem(
        Place(name_in(PACKAGE.parent, name), line), "generator-fails", reason
    ), CANNOT_RUN


def _of_the_portal(
    error: Exception, frames: Sequence[traceback.FrameSummary], root: Path
) -> Place | None:
    """Where the portal's own code was running, as in a file of ``hooks``."""
    found = [(frame.filename, frame.lineno or 1) for frame in frames]
    if isinstance(error, SyntaxError) and error.filename:
        found.append((error.filename, error.lineno or 1))
    for name, line in reversed(found):
        path = Path(name)
        is_library = path.is_relative_to(PACKAGE) or not {*path.parts}.isdisjoint(_LIBRARIES)
        if path.is_relative_to(root.resolve()) and not is_library:
            return Place(name_in(root, name), line)
    return None
