"""The files that a site is made of, as outputs hand them over: how each is made, and what tells that it must be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.data.problem import Problem
    from portal.pages.render.trace import Fact


@dataclass(frozen=True, slots=True)
class Known:
    """Content that need not be made as long as the file stands: the last build knew its digest."""

    digest: bytes
    make: Callable[[], bytes]

    def __bytes__(self) -> bytes:
        return self.make()


Content = bytes | Known
"""What a file holds, or how to make it."""

Made = tuple[str, "frozenset[Fact]"]
"""The text of a file, and what it shows of records besides those that its key names."""


@dataclass(frozen=True, slots=True)
class TracedFile:
    """A file that is made again when its key has changed, or a fact that it showed."""

    path: str
    """Below the root of the site: ``en/cities/jp-kaga/index.html``."""
    key: bytes
    """A digest of all that is known before the file is made."""
    make: Callable[[], Made]
    """Makes the file; may run in another process."""


@dataclass(slots=True)
class Files:
    """The files of one output."""

    traced: list[TracedFile] = field(default_factory=list)
    """Made only when something in them has changed, by several processes."""
    whole: dict[str, Content] = field(default_factory=dict)
    """Known by their content, by path below the root of the site."""
    defaults: dict[str, Content] = field(default_factory=dict)
    """The same, but a file of that path in the portal's ``content/`` is published instead."""
    problems: list[Problem] = field(default_factory=list)
    """What kept a file from being made."""
