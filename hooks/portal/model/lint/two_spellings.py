"""計劃 as a noun, in a text that has 計畫: government texts write the noun with 畫, and with 劃 only the verb.

Source: the table of characters for laws (法律統一用字表), which the Legislative Yuan noted in 1973.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.renderings import RULE
from portal.model.lint.word_finding import WordFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.read_passage import ReadPassage

_NOUN, _CURE = "計劃", "計畫"

_AS_NOUN = re.compile(
    "(?<=[本該此其各項個期程年式])計劃(?!於|在|將|要|前往|赴|派)|計劃(?=[，。、；：）」]|$|書|案|目標|內容|總|經費|期程|名稱)"
)
"""Where it is no verb: after a word that counts or points, before a mark, or as a part of a longer noun."""


def two_spellings(read: ReadPassage) -> Iterator[WordFinding]:
    """Each such noun, but in quotations."""
    if not any(_CURE in line.line.text for line in read.sides["zh"]):
        return
    for line in read.sides["zh"]:
        if _NOUN in line.line.text:
            quoted = line.line.quoted()
            for found in _AS_NOUN.finditer(line.line.text):
                if not any(start <= found.start() < end for start, end in quoted):
                    yield WordFinding(RULE, line.line, found.start(), _NOUN, _CURE)
