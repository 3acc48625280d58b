"""No written page and no setting publishes what belongs to a person, and what is allowed is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.opening import is_regular
from portal.data.problem import Place, Problem
from portal.data.root import Root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.model.checks.personal.allowances import Allowances
    from portal.pages.content import Content

SETTINGS = "mkdocs.yml"


def private_text_problems(
    root: Path, content: Content, allowances: Allowances
) -> Iterator[Problem]:
    """Numbers and addresses of people in Markdown and settings.

    Then allowed values that nothing holds: the records must have been looked at before.
    """
    reader = Root(root)
    for path in (root / SETTINGS, *(page.path for page in content.pages)):
        if is_regular(path):
            text, _ = reader.read_text(path)  # what is wrong with the file is told elsewhere
            name = reader.name_of(path)
            for found in allowances.refused(text):
                before = text[: found.start]
                place = Place(name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
                yield Problem(place, found.code, {"found": found.masked}, (found.value,))
    yield from allowances.unused()
