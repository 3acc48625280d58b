"""Marks of git in a file whose versions were merged by half."""

from __future__ import annotations

import re

from portal.data.problem import Place, Problem

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)
_BEGIN = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)


def conflict_problems(path: str, text: str) -> list[Problem]:
    """One problem for each place where versions were merged by half."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    begins = list(_BEGIN.finditer(text)) or list(_CONFLICT.finditer(text))[:1]
    return [Problem(Place.at(path, text, found.start()), "merge-conflict") for found in begins]
