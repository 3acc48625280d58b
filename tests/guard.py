"""Keeps tests of the code from our own records and pages: a correct edit of these must not turn them red."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OURS = tuple(f"{ROOT / name}{os.sep}" for name in ("content", "data", "published"))
OF_THE_CODE = (f"{ROOT / 'data' / 'schema'}{os.sep}", f"{ROOT / 'data' / 'README.md'}{os.sep}")
"""What lies among the records and is made from the models."""

allows = True
"""Whether the test that runs may read them."""


def refuse(path: object) -> None:
    """Raise AssertionError when a path is one of our records or pages and the test is not one of content."""
    if allows or not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - it is asked at every opening
    folder = f"{name}{os.sep}"
    if folder.startswith(OURS) and not folder.startswith(OF_THE_CODE):
        raise AssertionError(f"{name}: what reads our records and pages lies in tests/content")


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    # The event of `os.open`, which has no mode, does not tell the folder that a name may be relative to: taking away
    # a tree in a temporary folder opens its `data` so.
    if event == "open" and (arguments[1] is not None or _is_absolute(arguments[0])):
        refuse(arguments[0])


def _is_absolute(path: object) -> bool:
    return isinstance(path, str | bytes) and os.path.isabs(path)  # noqa: PTH117 - asked often


sys.addaudithook(_heard)
