"""Text on a page that is not in the page's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.model.values.locale import BY_CODE, other

if TYPE_CHECKING:
    from portal.model.values.names import Names

RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku", "ps", "ur", "yi")
"""Languages written from right to left (BCP 47 primary subtags)."""


def other_names(names: Names, locale: str) -> list[tuple[str, str]]:
    """The name in the languages other than the locale's, each with its BCP 47 tag."""
    second = other(locale)
    pairs = {names[second.code]: second.lang}
    for tag, name in names.local:
        pairs.setdefault(name, tag)
    return [(tag, name) for name, tag in pairs.items() if name != names[locale]]


def currency_name(code: str, lang: str) -> str:
    """The name of a currency in the plural, from CLDR, with 臺 as governments of Taiwan write it."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 (only plans have money)

    name = get_currency_name(code, count=2, locale=lang.replace("-", "_"))
    return name.replace("台", "臺") if lang.startswith("zh") else name


def attributes(tag: str, page_lang: str) -> Markup:
    """The attributes of a passage in that language; none for the page's own (115.11 HM2310200C)."""
    tag = BY_CODE[tag].lang if tag in BY_CODE else tag
    if tag == page_lang:
        return Markup("")
    direction = ' dir="rtl"' if tag.partition("-")[0] in RIGHT_TO_LEFT else ""
    return Markup(f' lang="{escape(tag)}"{direction}')
