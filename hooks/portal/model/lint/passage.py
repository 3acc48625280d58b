"""What the check of words reads: the same in both languages, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from portal.data.problem import Place
    from portal.model.values.partial_date import PartialDate

_QUOTED = re.compile(r"「[^「」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|“[^”]*”|‘[^’]*’(?!\w)")
"""Words of others, and names of works as they are: quotation marks keep the words in them out of the check."""


@dataclass(slots=True)
class Line:
    """A paragraph, heading, item, cell or field in one language, as readers see it, without code and quotations."""

    language: str
    """``zh`` or ``en``."""
    text: str
    where: str
    """How a list of what is allowed names the record or the page: ``cities/jp-sado``, ``content/en/index.md``."""
    locate: Callable[[int, str], Place]
    """The place of words that stand at an offset."""

    def quoted(self) -> list[tuple[int, int]]:
        """Where quotations begin and end."""
        return [found.span() for found in _QUOTED.finditer(self.text)]


@dataclass(slots=True)
class Passage:
    """A text in both languages: a field of a record, or a page."""

    zh: list[Line]
    en: list[Line]
    homes: frozenset[str] = frozenset()
    """The governments whose text it is; none if it is the portal's own."""
    owner: tuple[str, str] = ("", "")
    """Kind and id of the record, the words for which are not looked for in it."""
    date: PartialDate | None = None
    """That of the record, if it has one: before which its text may use what was right then."""

    @property
    def lines(self) -> list[Line]:
        """Those of both languages."""
        return [*self.zh, *self.en]


class Work(NamedTuple):
    """A record, or a page in both languages."""

    digest: bytes
    """Of all its texts."""
    sources: Iterable[str]
    """All of these as they are written, made as they are asked for."""
    passages: Iterable[Passage]
    """The same."""
