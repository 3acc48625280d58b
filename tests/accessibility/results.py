"""The outcome of looking at every page, as numbers that can be kept: ``docs/accessibility-report.json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from accessibility.finding import Finding
from building import ROOT
from pydantic import BaseModel

FILE = ROOT / "docs/accessibility-report.json"


class Place(BaseModel):
    """One rule that is broken, or that a person has to judge."""

    rule: str
    pages: int
    first: str
    """The first page, and what was found there."""


class Row(BaseModel):
    """One judge, and what it looked at."""

    key: str
    """Its name in ``wording.py``."""
    tool: str
    version: str
    pages: int
    reduced: bool = True
    """Whether the judge looked at less than it does today, as a report that was kept may tell."""
    findings: list[Place]
    undecided: list[Place]


class Results(BaseModel):
    """All judges on one day."""

    day: str
    rows: list[Row]

    @property
    def is_clean(self) -> bool:
        """Whether nobody found anything."""
        return not any(row.findings for row in self.rows)


def places(findings: Iterable[Finding]) -> list[Place]:
    """One place for each rule, however many pages break it."""
    ordered = sorted(set(findings), reverse=True)
    counts = Counter(rule for rule, _ in {(one.rule, one.page) for one in ordered})
    first = {one.rule: one for one in ordered}
    return [
        Place(rule=rule, pages=counts[rule], first=f"/{one.page}: {one.where}")
        for rule, one in sorted(first.items())
    ]


def read(path: Path = FILE) -> Results:
    """What was kept."""
    return Results.model_validate_json(path.read_text(encoding="utf-8"))


def write(results: Results, path: Path = FILE) -> None:
    """Keep it."""
    path.write_text(results.model_dump_json(indent=2) + "\n", encoding="utf-8")
