"""Ends of lines inside a paragraph: browsers show each as a space, which Chinese does not have between characters."""

from __future__ import annotations

import regex

_WIDE = r"[\p{Han}\p{Hira}\p{Kana}\u3001-\u3003\u3008-\u301f\uff01-\uff60]"
_INLINE = r"(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|u)"
_WRAPPED = regex.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")
_WRAPPED_HTML = regex.compile(
    rf"(?<={_WIDE}(?:</{_INLINE}>)*)\n(?=(?:<{_INLINE}(?: [^<>]*)?>)*{_WIDE})"
)
_AS_WRITTEN = regex.compile(r"(<(pre|textarea)\b.*?</\2>)", regex.DOTALL)


def unwrapped(text: str) -> str:
    r"""A paragraph of plain text without the ends of lines between Chinese characters.

    >>> unwrapped("本府自民國94年起\n參加\nCityNet")
    '本府自民國94年起參加\nCityNet'
    """
    return _WRAPPED.sub("", text) if "\n" in text else text


def unwrapped_html(html: str) -> str:
    """The same for HTML, but for what is shown as it is written."""
    if not _WRAPPED_HTML.search(html):
        return html
    parts = _AS_WRITTEN.split(html)  # text, element, its name, text, …
    parts[::3] = [_WRAPPED_HTML.sub("", part) for part in parts[::3]]
    del parts[2::3]
    return "".join(parts)
