"""What was answered when public advisories were asked about packages, and what could not be looked up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from portal.supply.refused import without_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_LONGEST = 300
"""Characters of a reason."""


@dataclass(frozen=True, order=True)
class Advisory:
    """Something known against a package."""

    package: str
    """``pypi/pillow``, ``npm/pagefind``."""
    version: str
    """The version in use, or, of npm, those that it concerns."""
    id: str
    """As its publisher names it: ``PYSEC-…``, ``GHSA-…``, ``CVE-…``."""
    aliases: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    """The versions without it; none if there is no such version yet."""
    page: str = ""
    """Where it can be read."""


@dataclass(frozen=True)
class Answer:
    """What one question brought."""

    question: str
    """Name of the file: ``python-site``, ``npm-audit``."""
    advisories: tuple[Advisory, ...] = ()
    fault: str = ""
    """Why it could not be looked up, or not all of it; nothing if it was."""


def answers(folder: Path) -> list[Answer]:
    """Every question that ``.ci/audit`` has put into a folder: for each a log, and an answer if there was any."""
    return [_answer(log) for log in sorted(folder.glob("*.log"))]


def _answer(log: Path) -> Answer:
    name = log.stem
    readers: dict[str, Callable[[Mapping[str, Any]], Iterator[Advisory]]]
    readers = {"python": _pip_audit, "npm-audit": _npm_audit, "npm-signatures": _npm_signatures}
    kind = "python" if name.startswith("python-") else name
    try:
        told = json.loads(log.with_suffix(".json").read_text(encoding="utf-8"))
        if kind not in readers:
            raise KeyError(kind)
        return Answer(name, tuple(sorted(set(readers[kind](told)))))
    except _Unanswered as error:
        return Answer(name, error.advisories, _short(str(error)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Answer(name, fault=_short(_last_line(log)) or "–")


class _Unanswered(Exception):
    """Something was not looked up; what was found all the same comes along."""

    def __init__(self, reason: str, advisories: tuple[Advisory, ...] = ()) -> None:
        super().__init__(reason)
        self.advisories = advisories


def _pip_audit(told: Mapping[str, Any]) -> Iterator[Advisory]:
    """The form ``json`` of pip-audit. It also ends well for a package that it skipped, or when there was none."""
    found, skipped = [], []
    for one in told["dependencies"]:
        if "skip_reason" in one:
            skipped.append(f"{one['name']}: {one['skip_reason']}")
            continue
        for known in one["vulns"]:
            found.append(
                Advisory(
                    package=f"pypi/{one['name']}",
                    version=str(one["version"]),
                    id=str(known["id"]),
                    aliases=tuple(map(str, known.get("aliases", ()))),
                    fixed=tuple(map(str, known.get("fix_versions", ()))),
                    page=f"https://osv.dev/vulnerability/{known['id']}",
                )
            )
    if skipped or not told["dependencies"]:
        raise _Unanswered("; ".join(skipped) or "no package was looked up", tuple(sorted(found)))
    yield from found


def _npm_audit(told: Mapping[str, Any]) -> Iterator[Advisory]:
    """The second form of ``npm audit --json``; what only passes an advisory on to others is left out."""
    if told.get("auditReportVersion") != 2:
        raise _Unanswered(_npm_fault(told))
    for name, one in told["vulnerabilities"].items():
        fix = one.get("fixAvailable")
        fixed = (f"{fix['name']} {fix['version']}",) if isinstance(fix, dict) else ()
        for via in one["via"]:
            if isinstance(via, dict):
                page = str(via.get("url") or "")
                yield Advisory(
                    package=f"npm/{name}",
                    version=str(via.get("range") or one.get("range") or ""),
                    id=page.rsplit("/", 1)[-1] or str(via.get("source")),
                    fixed=fixed,
                    page=page,
                )


def _npm_signatures(told: Mapping[str, Any]) -> Iterator[Advisory]:
    """``npm audit signatures --json``: packages that are not what their registry has signed."""
    if not {"invalid", "missing"} <= told.keys():
        raise _Unanswered(_npm_fault(told))
    for kind in ("invalid", "missing"):
        for one in told[kind]:
            yield Advisory(f"npm/{one['name']}", str(one["version"]), f"{kind}-signature")


def _npm_fault(told: Mapping[str, Any]) -> str:
    error = told.get("error")
    said = (error.get("summary"), error.get("code")) if isinstance(error, dict) else ()
    parts = (told.get("message"), *said, told.get("statusCode"))
    return " ".join(dict.fromkeys(str(part) for part in parts if part)) or "–"


def _last_line(log: Path) -> str:
    """What the program said last."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _short(text: str) -> str:
    clean = without_secrets(" ".join(text.split()))
    return clean if len(clean) <= _LONGEST else f"{clean[:_LONGEST]}…"
