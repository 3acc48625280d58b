"""Problems as a report on the quality of code, in the part of Code Climate's format that GitLab reads."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from portal.text.visible import visible

if TYPE_CHECKING:
    from portal.data.problem import Problem


def finding(problem: Problem, lang: str) -> dict[str, object]:
    """What GitLab shows beside the line of a problem; advice is ``info``.

    The fingerprint tells GitLab which finding is new: the same mistake at the same place has the same one.
    """
    place = problem.place
    identity = f"{place.path}:{place.line}:{place.column}:{problem.code}:{problem.message('en')}"
    return {
        "description": visible(problem.message(lang)),
        "check_name": problem.code,
        "fingerprint": sha256(identity.encode(errors="surrogateescape")).hexdigest(),
        "severity": "info" if problem.is_advice else "blocker",
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }
