"""The files of a site, as outputs provide them: how to make each, and how to know whether to make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from portal.data.problem import Problem
    from portal.pages.render.trace import Fact

BUILD = "build.json"
"""The file about all others, in the root of the site: what they were made from, and a digest of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """Content that need not be made as long as the file is in place, because the last build knew its digest."""

    digest: bytes
    """As ``data.store.digest`` computes it of the content."""
    make: Callable[[], bytes]

    def __bytes__(self) -> bytes:
        return self.make()


Content = bytes | Known
"""The content of a file, or how to make it."""

Made = tuple[str, "frozenset[Fact]"]
"""The text of a file, and which facts it shows besides those in its key."""


@dataclass(frozen=True, slots=True)
class TracedFile:
    """A file that is made again if its key, or a fact that it showed, has changed."""

    path: str
    """Below the root of the site: ``en/cities/jp-kaga/index.html``."""
    key: bytes
    """A digest of everything known before the file is made."""
    make: Callable[[], Made]
    """Makes the file; it may run in another process."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table of an output as CSV, or another file, which the catalog of the open data describes beside its own."""

    name: str
    """Unique among all of them: ``ties-by-kind``."""
    titles: Mapping[str, str]
    """What it is called, by locale."""
    about: Mapping[str, str]
    """What it tells, by locale."""
    page: str
    """The address that shows it, below a locale's root."""
    path: str
    """Of the file, below the root of the site."""
    content: bytes
    columns: tuple[tuple[str, str, Mapping[str, str]], ...] = ()
    """Of each column its name, its type by Table Schema, and by locale what it is called; none if it is no table."""
    key: tuple[str, ...] = ("key",)
    """The columns that tell a row from all others."""
    others: Mapping[str, bytes] = field(default_factory=dict)
    """The same in other formats, by path below the root of the site."""

    @property
    def files(self) -> dict[str, bytes]:
        """All its files, the table first."""
        return {self.path: self.content, **self.others}


@dataclass(slots=True)
class Files:
    """The files of one output."""

    traced: list[TracedFile] = field(default_factory=list)
    """Files that several processes make, only if something in them has changed."""
    whole: dict[str, Content] = field(default_factory=dict)
    """Files with known content, by path below the root of the site."""
    defaults: dict[str, Content] = field(default_factory=dict)
    """The same, but a file of that path in the portal's ``content/`` is published instead."""
    problems: list[Problem] = field(default_factory=list)
    """Why files could not be made."""
