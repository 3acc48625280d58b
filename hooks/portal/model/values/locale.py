"""The two languages of the site, Traditional Chinese and English.

There are two by design: every text of a record, every label and every page exists in both, the fields of a text are
called ``zh`` and ``en``, and code may say "the other language".
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """A language in which every page exists."""

    code: str
    """Folder in ``content/`` and key in records: ``zh``, ``en``."""
    lang: str
    """BCP 47 tag, as in ``<html lang>`` and ``hreflang``."""
    own_name: str
    """What the language calls itself, for the language switch."""
    posix: str
    """Language and territory, as POSIX and Open Graph write them."""
    prefix: str
    """The first part of every address, empty for the default locale."""


ZH = Locale("zh", "zh-Hant-TW", "中文", "zh_TW", "")
EN = Locale("en", "en", "English", "en_US", "en/")

LOCALES = (ZH, EN)
"""The default locale comes first."""

BY_CODE = {locale.code: locale for locale in LOCALES}
"""The locales by their code."""


def other(code: str) -> Locale:
    """The other language.

    >>> other("zh").own_name
    'English'
    """
    return EN if code == ZH.code else ZH
