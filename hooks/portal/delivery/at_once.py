"""Work that mostly waits for another machine, done several at a time; an interruption waits for none of it."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

WORKERS = 8
"""At a time; browsers open as many connections for one page."""


def at_once(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[T, R]]:
    """Each item with what ``work`` makes of it, in the order in which they are done.

    Raises what ``work`` raises, and begins nothing more then.
    """
    waiting: queue.SimpleQueue[T] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[T, R] | BaseException] = queue.SimpleQueue()
    for item in items:
        waiting.put(item)
    ended = threading.Event()

    def go_on() -> None:
        while not ended.is_set():
            try:
                item = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((item, work(item)))
            except BaseException as error:  # raised below
                done.put(error)

    for _ in range(min(WORKERS, len(items))):
        threading.Thread(target=go_on, daemon=True).start()
    try:
        for _ in items:
            found = done.get()
            if isinstance(found, BaseException):
                raise found
            yield found
    finally:
        ended.set()
