"""Tells of sources in CommonMark that phrases stand in none of their words, without parsing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.text.phrase_finder import PhraseFinder

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINK = re.compile(
    r"""\[(?<!\\.)([^\[\]\\`\n]*)\]\([^()\s<\\`]*(?: +(?:"[^"`\n]*"|'[^'`\n]*'))? *\)"""
)
"""A link as most are; where it leads stands between words without being one."""

_PIECE = re.compile(r"[\u3400-\u9fff]|[^ \u3400-\u9fff]+")
"""What no mark divides: a Chinese character, a word of letters."""

_FEW = 50
"""Phrases that are sooner looked for one by one."""

_UNCLEAR = re.compile(
    r"!\[|\[\^|\{|\][\[(:]|<[A-Za-z/!?]|&#?\w+;"
    r"|\*(?<=[^\W\u3400-\u9fff].)[*~]*(?=[^\W\u3400-\u9fff])|~(?<=[^\W\u3400-\u9fff].)[*~]*(?=[^\W\u3400-\u9fff])"
)
"""What may be a picture, a note, attributes, another sort of link, HTML, a character reference, or marks in a word.

Each begins with a character that few texts have, so that most are soon searched.
"""

_NO_WORDS = re.compile(r"[\W_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_BESIDE_CHINESE = re.compile(r" (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) ")


class SourceFinder:
    """Phrases, ready to be looked for in sources."""

    def __init__(self, phrases: Iterable[str]) -> None:
        bare = {_bare(phrase) for phrase in phrases}
        self._finder = PhraseFinder(bare)
        self._pieces = [_PIECE.findall(phrase) for phrase in bare] if len(bare) <= _FEW else None

    def may_stand_in(self, source: str) -> bool:
        """Whether one of the phrases may stand in the words of a source, in capitals or not.

        False is certain. True is not: the phrase may lie in code or over two cells, and the source may be one that
        only a parser understands.
        """
        clear = _LINK.sub(r"\1", source) if "](" in source else source
        if _UNCLEAR.search(clear):
            return True
        return self._may_have_all_pieces(clear) and bool(self._finder.places(_bare(clear)))

    def _may_have_all_pieces(self, source: str) -> bool:
        """A rough answer, which is soon there: of a few changed words most texts lack a part."""
        if self._pieces is None:
            return True
        low = source.lower()
        return any(all(map(low.__contains__, pieces)) for pieces in self._pieces)


def _bare(text: str) -> str:
    """The letters and digits of a text, with a space between words."""
    bare = _NO_WORDS.sub(" ", text.lower())
    return (_BESIDE_CHINESE.sub("", bare) if _CHINESE.search(bare) else bare).strip()
