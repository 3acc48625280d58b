"""What a judge found wrong, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_LINES = 20


@dataclass(frozen=True, order=True)
class Finding:
    """A place where a page breaks a rule."""

    page: str
    """Address below the site's root."""
    rule: str
    where: str
    """The beginning of the element's HTML, a line number, or what was found."""

    def __str__(self) -> str:
        return f"{self.page or '(front page)'}: {self.rule}: {self.where}"


def report(findings: Iterable[Finding]) -> str:
    """At most twenty lines: first one finding of each rule and place, however many pages have it."""
    ordered = sorted(set(findings))
    kinds = {(finding.rule, finding.where): finding for finding in reversed(ordered)}
    first = sorted(kinds.values(), key=lambda finding: (finding.rule, finding))
    lines = [str(finding) for finding in first[: MOST_LINES - 1]]
    return "\n".join([f"{len(ordered)} findings, {len(kinds)} of them different:", *lines])
