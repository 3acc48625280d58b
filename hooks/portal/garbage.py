"""Keeps Python from searching for unreachable cycles where there is nothing to find."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the search: what is read lives until the end, and searching it takes long."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def loaded_for_good() -> Iterator[None]:
    """Load modules, which live until the end: never search for cycles in what there is now."""
    with collection_paused():
        yield
        gc.freeze()
