"""What is wrong with a template that cannot be read or cannot make a page, with the line in which that shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError

from portal.data.problem import Place, Problem, shorten

if TYPE_CHECKING:
    from types import TracebackType

_ENDINGS = (".j2", ".html", ".xml")
"""Of the names of templates. Jinja puts their own lines into tracebacks."""


def template_problem(error: Exception, root: Path) -> Problem | None:
    """The problem of the template from which an exception comes; None if it comes from none.

    Paths are told from the portal's ``root``, those of the generator's templates in full.
    """
    if isinstance(error, TemplateSyntaxError):
        name = error.filename or error.name or "templates"
        reason = {"reason": error.message or ""}
        return Problem(Place(name_in(root, name), error.lineno), "template-syntax", reason)
    place = _innermost(error.__traceback__, root)
    if isinstance(error, TemplateNotFound):
        named = Place(f"templates/{error.name}")
        return Problem(place or named, "template-missing", {"found": str(error.name)})
    if place is None:
        return None
    return Problem(place, "template-fails", {"reason": reason_of(error)})


def reason_of(error: BaseException) -> str:
    """What Python says about an error, on one line."""
    said = shorten(str(error), 120)
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def name_in(root: Path, path: str | Path) -> str:
    """A path as the portal in that folder calls it; in full if it lies elsewhere."""
    try:
        return Path(path).resolve().relative_to(root.resolve()).as_posix()
    except (OSError, ValueError):
        return str(path)


def _innermost(trace: TracebackType | None, root: Path) -> Place | None:
    found = None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(_ENDINGS):
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return Place(name_in(root, found[0]), found[1]) if found else None
