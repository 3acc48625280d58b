"""A lock in a place that knows nothing but files: who holds it writes it anew from time to time.

Whoever finds one that nobody writes anew takes it over, so that a deployment that was killed blocks no other for long.
No clocks are compared: only what one sees change counts.
"""

from __future__ import annotations

import secrets
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from portal.delivery.undelivered import Undelivered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PERIOD = 20.0
"""Seconds after which it is written anew; unchanged for four times as long, it is nobody's."""

_PATIENCE = 4


class Lease:
    """A lock, by the functions that read the file (nothing if there is none), write and delete it."""

    def __init__(
        self,
        read: Callable[[], bytes | None],
        write: Callable[[bytes], None],
        remove: Callable[[], None],
        told: Callable[[], None],
    ) -> None:
        """``told`` is called once if another deployment seems to be under way."""
        self._read, self._write, self._remove, self._told = read, write, remove, told
        self._mark = secrets.token_hex(16).encode()
        self._count = 0
        self._lost = False
        self._ended = threading.Event()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Wait for it, and hold it."""
        while True:
            self._wait()
            self._renew()
            if self._is_ours():
                break
        keeper = threading.Thread(target=self._keep, daemon=True)
        keeper.start()
        try:
            yield
        finally:
            self._ended.set()
            keeper.join()
            with suppress(Undelivered, OSError):  # the next one takes it over
                if self._is_ours():
                    self._remove()

    def still_held(self) -> None:
        """Raise Undelivered if another one has taken it over."""
        if self._lost:
            raise Undelivered(
                zh="另一次發布已接手這個目標，這一次到此為止",
                en="another deployment has taken over this target; this one ends here",
            )

    def _wait(self) -> None:
        seen, since, told = self._read(), time.monotonic(), False
        while seen is not None and time.monotonic() - since < _PATIENCE * PERIOD:
            if not told:
                self._told()
                told = True
            time.sleep(PERIOD / 4)
            now = self._read()
            if now != seen:
                seen, since = now, time.monotonic()

    def _renew(self) -> None:
        self._count += 1
        self._write(self._mark + b" %d" % self._count)

    def _is_ours(self) -> bool:
        found = self._read()
        return found is not None and found.split(b" ")[0] == self._mark

    def _keep(self) -> None:
        while not self._ended.wait(PERIOD):
            with suppress(Undelivered, OSError):  # the network may come back
                if not self._is_ours():
                    self._lost = True
                    return
                self._renew()
