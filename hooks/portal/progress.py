"""A bar with counts, for those who wait at a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE = 2.0
"""Seconds before the bar appears: a quick build shows none."""


class Progress:
    """Counts what is done; draws nothing if nobody is watching."""

    def __init__(self, total: int, label: str, *, since: float) -> None:
        """``since`` is the ``time.monotonic()`` at which the waiting began."""
        self._total, self._label, self._since = total, label, since
        self._done = self._shown = 0
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    def advance(self, count: int) -> None:
        """Report that ``count`` more are done."""
        self._done += count
        if self._bar is None and self._is_watched():
            bar = click.progressbar(
                length=self._total, label=self._label, file=sys.stderr, show_pos=True
            )
            self._bar = bar.__enter__()
        if self._bar is not None:
            self._bar.update(self._done - self._shown)
            self._shown = self._done

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def _is_watched(self) -> bool:
        return sys.stderr.isatty() and time.monotonic() - self._since > PATIENCE
