"""A word that the Chinese name of an organization has and its English one has not: *Metropolis Association*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.deprecated_words import OFFICIAL
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kinds import ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage

_ENGLISH = {
    "協會": "Association", "聯盟": "Alliance|League|Union", "聯合會": "Federation|Union", "理事會": "Council",
    "委員會": "Committee|Commission|Council", "基金會": "Foundation", "組織": "Organization", "網": "Network",
    "網絡": "Network", "論壇": "Forum", "會議": "Conference", "高峰會": "Summit", "峰會": "Summit",
}  # fmt: skip
"""How the Chinese names of organizations end, and what that is in English."""

_FOLLOWS = {ending: re.compile(rf" (?:{english})\b") for ending, english in _ENGLISH.items()}
_ANY = re.compile(rf" (?:{'|'.join(_ENGLISH.values())})\b")

_ARTICLE = re.compile(r"\b[Tt]he $")


def back_translations(read: ReadPassage) -> Iterator[WordFinding]:
    """Each with the English name, where the Chinese text has that word in the name alone."""
    for line in read.sides["en"]:
        for mention in line.outermost:
            if end := _end_with_more(read, line, mention):
                text, start = line.line.text, mention.start
                article = _ARTICLE.search(text[:start])
                start = article.start() if article else start
                yield WordFinding(OFFICIAL, line.line, start, text[start:end], mention.written)


def _end_with_more(read: ReadPassage, line: ReadLine, mention: Mention) -> int:
    """Where the word that is too many ends; 0 if there is none."""
    entry = mention.meanings[0].entry
    if entry.kind != ORGANIZATIONS.name or len(mention.keys) > 1 or not mention.is_exact:
        return 0
    if not _ANY.match(line.line.text, mention.end):
        return 0
    names = [term.text for term in entry.words("zh")]
    for ending, follows in _FOLLOWS.items():
        found = follows.match(line.line.text, mention.end)
        if (
            found
            and any(name.endswith(ending) for name in names)
            and not _says(read, ending, names)
        ):
            return found.end()
    return 0


def _says(read: ReadPassage, ending: str, names: list[str]) -> bool:
    """Whether Chinese has that word elsewhere, or not the name at all."""
    text = "".join(line.line.text for line in read.sides["zh"])
    rest = text
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "|")
    return rest == text or ending in rest
