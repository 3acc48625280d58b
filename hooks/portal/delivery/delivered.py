"""What deployments have put at a target, as they note it there: only that may ever be deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.delivery.undelivered import Undelivered

if TYPE_CHECKING:
    from collections.abc import Mapping

STATE = ".portal"
"""Folder at the target for what a deployment notes and has in hand; nothing in it is secret."""

NOTE = "deployed.json"
"""The file in it."""

_FORMAT = 1


@dataclass(frozen=True)
class Delivered:
    """The files that deployments have put at a target."""

    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By path: what the target needs to know each again, such as its digest."""
    build: Mapping[str, object] = field(default_factory=dict)
    """What ``build.json`` said of the last site that was begun."""
    whole: bool = False
    """Whether the last deployment has ended."""

    def text(self) -> bytes:
        """As it is noted: JSON, one line for each file."""
        head = {"format": _FORMAT, "whole": self.whole, "build": dict(self.build)}
        lines = ",\n".join(
            f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(self.files[path], sort_keys=True)}"
            for path in sorted(self.files)
        )
        return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "files": {{\n{lines}\n}}}}\n'.encode()


def parse_delivered(text: bytes) -> Delivered:
    """What was noted. Raises Undelivered if it is not a note of ours: nothing is deleted on a guess."""
    try:
        found = json.loads(text)
        if found["format"] != _FORMAT:
            raise ValueError
        files = {str(path): dict(known) for path, known in found["files"].items()}
        noted = Delivered(files, dict(found["build"]), bool(found["whole"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _unreadable() from None
    if not all(map(_stays_inside, files)):
        raise _unreadable()
    return noted


def _stays_inside(path: str) -> bool:
    """Whether a path leads to a file below the target that is not a deployment's own."""
    parts = path.split("/")
    return parts[0] != STATE and not {"", ".", ".."} & {*parts} and not {"\0", "\\"} & {*path}


def _unreadable() -> Undelivered:
    return Undelivered(
        zh=f"目標的 {STATE}/{NOTE} 已損壞，或出自較新的版本；確認目標無誤後，請刪除該檔，再加上 --adopt 執行",
        en=f"{STATE}/{NOTE} at the target is damaged, or a newer version wrote it; "
        "if this is the right target, delete that file and run again with --adopt",
    )
