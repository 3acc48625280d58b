"""What an account may not read: root may read everything, so that tests run by root give that up in a child."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

NOBODY = 65534
"""The account without rights of its own."""


@contextmanager
def forbidden(path: Path, mode: int = 0) -> Iterator[None]:
    """As long as this lasts, the file or folder has that mode."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def without_privileges(folder: Path, work: Callable[[], T]) -> T:
    """What ``work`` returns in a process that stands in ``folder`` and is not root; exceptions end the test.

    It is done once with all privileges before: the modules that it needs may lie where only root can read.
    """
    with chdir(folder):
        work()
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            content = pipe.read()
        os.waitpid(child, 0)
        kind, result = pickle.loads(content)
        assert kind == "returned", result
        returned: T = result
        return returned
    try:
        os.chdir(folder)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        told = pickle.dumps(("returned", work()))
    except BaseException as error:  # told in the parent
        told = pickle.dumps(("raised", repr(error)))
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(told)
    os._exit(0)
