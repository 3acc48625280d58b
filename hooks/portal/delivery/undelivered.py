"""Why a site is not, or not wholly, where it is to be served."""

from __future__ import annotations


class Undelivered(Exception):
    """What was found and what to do about it, in both languages; no password may be in it."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.sentences = {"zh": zh, "en": en}
        """By locale."""
