"""The language tag that is surely meant by another way of naming a language."""

from __future__ import annotations

import re
from functools import cache

from portal.model.values.locale import EN, ZH
from portal.text.scripts import is_language

_OF_COUNTRIES = {
    "jp": "ja", "kr": "ko", "kp": "ko", "vn": "vi", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "rs": "sr",
    "ir": "fa", "il": "he", "in": "hi", "my": "ms", "ph": "fil", "kz": "kk", "ge": "ka", "al": "sq", "ee": "et",
    "br": "pt-BR", "tw": "zh-Hant", "hk": "zh-Hant", "mo": "zh-Hant", "cn": "zh-Hans",
    "cht": "zh-Hant", "chs": "zh-Hans", "iw": "he", "jpn": "ja", "kor": "ko", "fra": "fr", "fre": "fr", "deu": "de",
    "ger": "de", "spa": "es", "vie": "vi", "tha": "th", "zho": "zh", "chi": "zh", "eng": "en",
}  # fmt: skip
"""Codes of countries, and longer or older ones of languages, by which people mean a language."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_ ]([A-Za-z]{4}))?(?:[-_ ]([A-Za-z]{2}))?")


def meant_lang(text: str) -> str:
    """How to write the tag of the language that a text surely names; empty if there is none.

    >>> meant_lang("zh_TW"), meant_lang("jp"), meant_lang("日文"), meant_lang("Korean")
    ('zh-TW', 'ja', 'ja', 'ko')
    """
    plain = text.strip(" '\"“”「」").strip()
    if found := _TAG.fullmatch(plain):
        language, script, region = (part or "" for part in found.groups())
        language = language.lower()
        if not script and not region and language in _OF_COUNTRIES:
            return _OF_COUNTRIES[language]
        if language in _names().values():
            parts = (language, script.capitalize(), region.upper())
            meant = "-".join(part for part in parts if part)
            return meant if is_language(meant) else language
    return _names().get(plain.casefold(), "")


@cache
def _names() -> dict[str, str]:
    """The tag of each language by its name in the languages of the site."""
    from babel import Locale  # noqa: PLC0415 (only wrong tags are looked up)

    found: dict[str, str] = {}
    for locale in (ZH, EN):
        for tag, name in Locale.parse(locale.lang.replace("-", "_")).languages.items():
            found.setdefault(name.casefold(), tag.replace("_", "-"))
            if name.endswith("文"):
                found.setdefault(f"{name[:-1]}語", tag.replace("_", "-"))
    return found
