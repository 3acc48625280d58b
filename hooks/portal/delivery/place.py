"""What a place must be able to do to be given a site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from portal.delivery.built_site import BuiltSite, SiteFile
    from portal.delivery.delivered import Delivered

Advance: TypeAlias = "Callable[[int], None]"
"""Is told how many more files are done."""


@dataclass
class Seen:
    """The files of a site by what a place has at their paths."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    """What stands in the way and is nobody's to replace: links to folders, folders with files of others."""


class Place(Protocol):
    """A place that serves a site. All of its methods raise Undelivered or OSError."""

    def hold(self) -> AbstractContextManager[None]:
        """Keep other deployments out; waits for one that is under way."""

    def still_held(self) -> None:
        """Raise Undelivered if another deployment has taken over."""

    def noted(self) -> Delivered | None:
        """What deployments have put here; nothing if there was none."""

    def note(self, delivered: Delivered) -> None:
        """Note that, in one step."""

    def strangers(self) -> list[str]:
        """Names of what is here that is not hidden."""

    def compare(self, site: BuiltSite, before: Delivered, advance: Advance) -> Seen:
        """What is here of a site."""

    def known(self, file: SiteFile) -> dict[str, str]:
        """What to note of a file that was put here, or was here already."""

    def put(self, site: BuiltSite, paths: Sequence[str], advance: Advance) -> None:
        """Write files, each in one step."""

    def remove(self, paths: Sequence[str], advance: Advance) -> None:
        """Delete files, and folders that this leaves empty."""

    def turn(
        self, site: BuiltSite, puts: Sequence[str], removes: Sequence[str], advance: Advance
    ) -> None:
        """Write files where folders are, or the other way round."""
