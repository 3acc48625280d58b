"""Turns records of city diplomacy (YAML) into paired pages in Chinese and English.

The path of the data: ``data`` reads text, ``model`` gives it types and checks it, ``pages`` makes HTML, ``publish``
puts it into the site's folder; ``adapter`` does that within a run of MkDocs. Nothing else knows of MkDocs.

Other programs may rely on the names in ``__all__``; ``docs/python-api.md`` explains them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.assembly import read_portal
    from portal.data.problem import Place, Problem
    from portal.edition import Edition
    from portal.model.values.moment import Moment

__all__ = ["Edition", "Moment", "Place", "Problem", "read_portal"]

_HOMES = {
    "Edition": "portal.edition",
    "Moment": "portal.model.values.moment",
    "Place": "portal.data.problem",
    "Problem": "portal.data.problem",
    "read_portal": "portal.assembly",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for: a process that needs a part of the package loads no more."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
