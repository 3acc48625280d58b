"""Why a site is not, or only partly, where it is to be served."""

from __future__ import annotations


class Undelivered(Exception):
    """What was found and what to do about it, in both languages; no password may be in it."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.sentences = {"zh": zh, "en": en}
        """By locale."""


def unfinished(*, zh: str, en: str) -> Undelivered:
    """What has stopped a deployment that had begun; to run it again finishes it."""
    return Undelivered(
        zh=f"{zh}\n發布沒有完成；排除原因後，請再執行一次",
        en=f"{en}\nThe site is only partly published; fix this and run it again",
    )
