"""What cannot be read or judged, as a sentence in both languages."""

from __future__ import annotations

import re

_SECRET = re.compile(r"(?<=://)[^\s/@]+@")
"""Who asks, and the password, in an address of the web."""


class Refused(Exception):
    """Why there is no answer; ``zh`` and ``en`` say it, and how to mend it."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def without_secrets(text: str) -> str:
    """The text without names and passwords in the addresses that it holds."""
    return _SECRET.sub("…@", text)
