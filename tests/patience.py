"""A limit for what must not take for ever, in the processor's time, so that a busy machine makes no test fail."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Endless(Exception):
    """What was tried had not ended."""


@contextmanager
def patience(seconds: float = 20) -> Iterator[None]:
    """Raises Endless in what takes longer than so many seconds of this process's own time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
