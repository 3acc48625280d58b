"""Ctrl+C, and what a supervisor sends to end a process: whatever runs puts away what it has begun, and says nothing."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

INTERRUPTED = 130
"""The exit code: 128 and the number of the signal that Ctrl+C sends, as shells have it."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

PATIENCE = 2.0
"""Seconds for putting away. Who interrupts once more after that means it; before, it is the same Ctrl+C heard twice."""

_AGAIN = 0.02
"""Seconds after which an interruption comes again that came where nothing can be raised."""


class Interrupted(SystemExit):
    """Somebody has interrupted this process."""

    def __init__(self) -> None:
        super().__init__(INTERRUPTED)


def end_at_once() -> None:
    """While a program is being loaded it has begun nothing, and Python makes other errors of what is raised then."""
    for number in _heeded():
        signal.signal(number, lambda *_: os._exit(INTERRUPTED))


def heed_interruptions() -> None:
    """From now on, end this process with exit code 130 when it is interrupted.

    It ends by SystemExit, not by KeyboardInterrupt, which some libraries take for an error, others for success. What a
    shell wants a process in the background not to hear stays unheard.
    """
    heeded = list(_heeded())
    for number in heeded:
        signal.signal(number, _HEARING.interruption)
    if heeded and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _HEARING.again)
        sys.unraisablehook = _HEARING.unraisable


def was_interrupted() -> bool:
    """Whether somebody has interrupted this process, even if that got lost.

    Compiled code may drop what is raised while it compares (pydantic); what is put away may raise something else in
    its wake (zipfile).
    """
    return _HEARING.has_heard


def _heeded() -> Iterator[signal.Signals]:
    if threading.current_thread() is threading.main_thread():
        yield from (n for n in _SIGNALS if signal.getsignal(n) is not signal.SIG_IGN)


@contextmanager
def held_interruptions() -> Iterator[None]:
    """While a helper process is forked: Python forgets what reaches a new process before it has seen to itself.

    Here they wait until the end; in the helper, until it leaves them to its parent.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_interruptions_to_the_parent() -> None:
    """In a helper process: the terminal interrupts all processes at once, and the first one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


class _Hearing:
    def __init__(self) -> None:
        self._since: float | None = None

    @property
    def has_heard(self) -> bool:
        return self._since is not None

    def interruption(self, _number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if self._since is None:
            self._since = now
            raise Interrupted
        if now - self._since > PATIENCE:
            os._exit(INTERRUPTED)

    def again(self, _number: int, _frame: FrameType | None) -> None:
        raise Interrupted

    def unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        """Where Python drops exceptions, as while it frees an object, an interruption must not be lost."""
        if issubclass(lost.exc_type, Interrupted):
            signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        else:
            sys.__unraisablehook__(lost)


_HEARING = _Hearing()
