"""What places on other machines share: what was noted there, and the lease by which a deployment holds them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING

from portal.delivery.delivered import NOTE, parse_delivered
from portal.delivery.lease import Lease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.delivery.delivered import Delivered

_LOCK = "lock"


class DistantPlace(ABC):
    """A place on another machine; its note and its lease are files in the folder of deployments there."""

    def __init__(self, told: Callable[[], None]) -> None:
        """``told`` is called once if another deployment is under way."""
        self._lease = Lease(
            lambda: self._read(_LOCK),
            lambda content: self._write(_LOCK, content),
            lambda: self._erase(_LOCK),
            told,
        )

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep other deployments out."""
        with self._lease.hold():
            yield

    def still_held(self) -> None:
        """Raise Undelivered if another deployment has taken over."""
        self._lease.still_held()

    def noted(self) -> Delivered | None:
        """What deployments have put here."""
        found = self._read(NOTE)
        return None if found is None else parse_delivered(found)

    def note(self, delivered: Delivered) -> None:
        """Note that."""
        self._write(NOTE, delivered.text())

    @abstractmethod
    def _read(self, name: str) -> bytes | None:
        """A file of the folder of deployments; nothing if it is not there."""

    @abstractmethod
    def _write(self, name: str, content: bytes) -> None:
        """Write a file of that folder in one step."""

    @abstractmethod
    def _erase(self, name: str) -> None:
        """Delete a file of that folder; it may be gone."""
