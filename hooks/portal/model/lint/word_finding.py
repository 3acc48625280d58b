"""One finding of the check of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.lint.passage import Line


@dataclass(frozen=True, slots=True)
class WordFinding:
    """Words that should be others, and where they stand."""

    rule: str
    """A key of ``problems.yaml``."""
    line: Line
    start: int
    found: str
    """As the text writes them."""
    cure: str = ""
    """What to write instead; empty if only the found words can be told."""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.found)
