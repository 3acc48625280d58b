"""No written page and no setting publishes what belongs to a person, and what is allowed is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.data.root import Root
from portal.model.checks.personal.allowances import Allowances
from portal.model.checks.privacy import privacy_problems
from portal.model.records.kinds import ALLOWED_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.model.reading.load import Loaded

SETTINGS = "mkdocs.yml"


def private_text_problems(root: Path, loaded: Loaded) -> Iterator[Problem]:
    """Numbers and addresses of people in Markdown and settings; allowed values that nothing holds."""
    allowances = Allowances(loaded)
    for path in (root / SETTINGS, *sorted((root / "content").rglob("*.md"))):
        if path.is_file():
            text, _ = Root(root).read_text(path)  # what is wrong with the file is told elsewhere
            name = path.relative_to(root).as_posix()
            for found in allowances.refused(text):
                before = text[: found.start]
                place = Place(name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
                yield Problem(place, found.code, {"found": found.masked})
    if loaded.of(ALLOWED_VALUES):
        for _ in privacy_problems(loaded, allowances):
            pass  # told by the checks of records; here only what is allowed counts
        yield from allowances.unused()
