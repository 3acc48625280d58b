"""What programs and unfinished work leave in a text: lost characters, wrong encodings, escapes, placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.text.fault import Fault
from portal.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOST = late_pattern(
    r"\uFFFD+|[?？]{3,}|[\u25A1〓]{2,}|(?:嚙踝蕭|嚙|锟斤拷|錕斤拷)+"
    r"|(?<=\p{Han})\u25A1(?=\p{Han})|(?<=\p{Latin})\?(?=\p{Ll})"
)
"""What programs write for a character that they could not convert."""

_CONTINUED = r"[\x80-\xBF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]"
_MISREAD = late_pattern(
    rf"(?:[\xC2-\xF4]{_CONTINUED}{{1,3}})+|(?:[\xE0-\xF4]{_CONTINUED}{{0,3}}){{2,}}|(?:[\xA1-\xBF][\xA1-\xFF]){{2,}}"
)
"""What UTF-8 and the encodings of East Asia look like when they are read as Windows-1252 or ISO 8859-1."""

_ESCAPED = late_pattern(
    r"\\u[0-9A-Fa-f]{4}(?:\\u[0-9A-Fa-f]{4})*|\\[nrt](?![A-Za-z]*\\)|_x000[0-9A-F]_"
    r"|(?<![\w/?&=%.-])(?:%[0-9A-F]{2}){3,}|(?:=[0-9A-F]{2}){3,}"
)
"""Escapes of JSON, Excel, addresses and mail that nobody read."""

_OF_PROGRAMS = late_pattern(
    r"#(?:REF|VALUE|NAME|DIV/0|NUM)!|#N/A|#{6,}|Error! (?:Bookmark|Reference)[^.]*\.?"
    r"|:?contentReference\[[^\]\s]*\](?:\{[^}\s]*\})?|\uE200?cite\uE202?turn\d\w+|citeturn\d\w+"
    r"|As an AI language model|當然可以！以下是"
)
"""Errors of spreadsheets and documents, and marks of programs that write."""

_PLACEHOLDER = late_pattern(
    r"\b(?:TODO|FIXME|TBD|TBC)\b|(?i:lorem ipsum)(?: dolor sit amet)?"
    r"|（[^（）]{0,8}待[補確查譯填][認證定]?）|[：:]\s*待[補確查譯填][認證定]?(?=$|[。；])"
)
"""What stands for words that are still to be written."""

_ONLY_PLACEHOLDER = late_pattern(
    r"(?i:x{2,}|tk|asdf+|test(?:ing)?|foo(?: bar)?|undefined|nan|to be (?:translated|written)"
    r"|(?:insert|your|enter) [a-z ]{1,20} here|\[[a-z ]{1,30}\])"
    r"|待[補確查譯填][認證定]?|(?:測試)+|(?:請在此|在此)?輸入[文內][字容]|範例[文內][字容]"
)
"""The same, where it is the whole text."""


def leftover_faults(text: str, *, is_whole: bool = True) -> Iterator[Fault]:
    """What was left in a text of any language; words that are all of it only in a whole one."""
    for found in _LOST.finditer(text):
        shown = "U+FFFD" if found[0][0] == "\ufffd" else found[0]
        yield Fault("lost-characters", found.start(), shown)
    if not text.isascii():
        for found in _MISREAD.finditer(text):
            if meant := _as_utf_8(found[0]):
                yield Fault("wrong-encoding", found.start(), found[0], meant)
            elif len(found[0]) > 3:
                yield Fault("wrong-encoding-unknown", found.start(), found[0])
    for pattern in (_ESCAPED, _OF_PROGRAMS):
        for found in pattern.finditer(text):
            yield Fault("leftover-in-text", found.start(), found[0])
    placeholder = _PLACEHOLDER.search(text)
    if placeholder is None and is_whole:
        placeholder = _ONLY_PLACEHOLDER.fullmatch(text.strip())
    if placeholder:
        yield Fault("placeholder-in-text", placeholder.start(), placeholder[0])


def may_hold_leftovers(text: str) -> bool:
    """Whether the slower rules are needed for a text that consists of common characters only."""
    return len(text) < _SHORT or _SIGNS.search(text) is not None


_SHORT = 12
_SIGNS = late_pattern(
    r"[\\%=#?]|_x0|待|cite|ontent|TODO|FIXME|TB[DC]|orem|ORT|Insert|Your|Enter|To be|As an|Error!|以下是|輸入|\["
)


def _as_utf_8(text: str) -> str:
    """The text that was read in the wrong encoding, or nothing if that is not what happened."""
    written = bytearray()
    for character in text:
        try:
            written += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return ""
            written.append(ord(character))
    try:
        meant = written.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return meant if meant.isprintable() or meant == "\u00a0" else ""
