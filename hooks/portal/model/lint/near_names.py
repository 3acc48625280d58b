"""Words that are a slip away from a name that the other language says: 臺中市界花卉博覽會, Khaosiung."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kinds import CITIES, COUNTRIES, HOMES
from portal.model.terminology.english_forms import plural
from portal.text.chinese_words import WordEnds, chinese_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.lint.lexicon import Key
    from portal.model.lint.read_passage import ReadLine, ReadWork
    from portal.model.terminology.term_entry import TermEntry

RULE = "near-name"

_SHORTEST = {"zh": 5, "en": 7}
"""Characters of names of which another name is hardly ever one slip away."""

_SHORTEST_PLACE = {"zh": 3, "en": 6}
"""The same of places, which other words than their names seldom stand for."""

_LONG = 15
"""Letters of a name in which two slips are one mistake: Citys for Cities."""

_LONG_IN_CHINESE, _LONGEST_IN_CHINESE = 7, 9
"""Characters of a name in which one too many or too few is a slip, and of one in which a word may be another."""

_JOINING = "的之與及和暨"

_PLACES = frozenset((CITIES.name, COUNTRIES.name))

_LEVELS = "市縣區郡州省府道都"

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def near_names(
    work: ReadWork, governments: Mapping[Key, TermEntry]
) -> Iterator[tuple[Key, WordFinding]]:
    """Each with the entry that is meant; of those whose text it is, English names need no proof."""
    for language, find in (("zh", _near_in_chinese), ("en", _near_in_english)):
        missing = _missing(work, language)
        if language == "en":
            missing = _of_own(work, governments) | missing
        for key, names in missing.items():
            for line in (line for read in work for line in read.sides[language]):
                for name in names:
                    for start, written in find(line.line.text, name, key[0]):
                        if not (
                            _is_known(line, start, start + len(written))
                            or _is_of_another(line, start, written, name)
                        ) and (len(name) >= _SHORTEST[language] or _is_apart(line, start, written)):
                            yield key, WordFinding(RULE, line.line, start, written, name)


def _missing(work: ReadWork, language: str) -> dict[Key, list[str]]:
    """The long names of what the other language says and this one does not."""
    found: dict[Key, list[str]] = {}
    said = work.said[language]
    for read in work:
        for mention in (one for line in read.sides[OTHER[language]] for one in line.outermost):
            if not said.isdisjoint(mention.keys):
                continue
            for meaning in mention.meanings:
                key = meaning.entry.kind, meaning.entry.id
                if key not in found:
                    found[key] = list(dict.fromkeys(_long_names(meaning.entry, language)))
    return found


def _of_own(work: ReadWork, governments: Mapping[Key, TermEntry]) -> dict[Key, list[str]]:
    """The long English names of the governments whose text it is."""
    own = {(HOMES.name, home) for read in work for home in read.passage.homes}
    return {
        key: [term.text for term in governments[key].words("en") if len(term.text) >= _LONG]
        for key in sorted(own & governments.keys())
    }


def _long_names(entry: TermEntry, language: str) -> Iterator[str]:
    shortest = (_SHORTEST_PLACE if entry.kind in _PLACES else _SHORTEST)[language]
    for term in entry.words(language):
        name = term.text
        if language == "zh" and len(name) < _SHORTEST[language]:
            name = name.rstrip(_LEVELS)
        is_name = language == "zh" or name[0].isupper()
        if is_name and len(name) >= shortest and term.status != "deprecated":
            yield name


def _is_apart(line: ReadLine, start: int, written: str) -> bool:
    """Whether what is like a short name is no words of the dictionary, and a name by its capital: 赫爾辛機."""
    if line.line.language == "en":
        return " " not in written and line.line.text[:start].rstrip()[-1:] not in (
            "",
            ".",
            ":",
            "“",
        )
    words = list(chinese_words(written))
    ends = WordEnds(line.line.text)
    return ends.has(start) and ends.has(start + len(written)) and len(words) > 1


def _near_in_chinese(text: str, name: str, _: str) -> Iterator[tuple[int, str]]:
    """Where the first or the last part of a name stands as it is, in its place, and the rest but for a slip."""
    size = len(name)
    middle, border = size // 2, size >= _LONGEST_IN_CHINESE
    for half, offset in ((name[: middle - border], 0), (name[middle + border :], middle + border)):
        at = text.find(half)
        while at >= 0:
            for more in (0, -1, 1) if size >= _LONG_IN_CHINESE else (0,):
                start = at - (offset + more if offset else 0)
                written = text[start : start + size + more] if start >= 0 else ""
                if (
                    len(written) == size + more
                    and _HAN.fullmatch(written)
                    and _is_slip(written, name)
                ):
                    yield start, written
                    break
            at = text.find(half, at + 1)


def _is_slip(written: str, name: str) -> bool:
    """Whether a character is another, or in a long name two, one more or one less, but for one that joins words."""
    if len(written) == len(name):
        others = [at for at, sign in enumerate(name) if written[at] != sign]
        is_word = (
            len(name) >= _LONGEST_IN_CHINESE and len(others) == 2 and others[1] - others[0] == 1
        )
        return len(others) == 1 or is_word
    short, long = sorted((written, name), key=len)
    gaps = (at for at in range(len(long)) if long[:at] + long[at + 1 :] == short)
    return any(long[at] not in _JOINING for at in gaps)


def _near_in_english(text: str, name: str, kind: str) -> Iterator[tuple[int, str]]:
    """Where as many words are a slip away: a letter more, less, another, or two exchanged."""
    words = _words_of(text)
    count, most = len(_WORD.findall(name)), 2 if len(name) >= _LONG else 1
    low, is_of_city = name.lower(), kind == CITIES.name and " " not in name
    for first, last in zip(words, words[count - 1 :], strict=False):
        if text[first[0]] != name[0]:
            continue
        written = text[first[0] : last[1]].removesuffix("’s")
        if abs(len(written) - len(name)) > most:
            continue
        own = written.lower().replace("’s", "")
        if _is_plural(own, low):
            continue
        is_part = own.startswith(low) or (low.startswith(own) and not is_of_city)
        if not is_part and _slips(own, low, most) <= most:
            yield first[0], written


@lru_cache(maxsize=256)
def _words_of(text: str) -> list[tuple[int, int]]:
    """Where the words of an English text begin and end."""
    return [found.span() for found in _WORD.finditer(text)]


def _is_plural(own: str, name: str) -> bool:
    """Whether it speaks of several at once: the Departments of Health and of Sports."""
    words, of_name = own.split(" "), name.split(" ")
    heads = [at for at, word in enumerate(of_name[1:]) if word in ("of", "for")][:1] or [-1]
    head = of_name[heads[0]]
    of_name[heads[0]] = plural(head)
    return words == of_name and plural(head) != head


def _slips(one: str, other: str, most: int) -> int:
    """The slips between two words (optimal string alignment), or more than the most."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, sign in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != sign))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == sign:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _is_known(line: ReadLine, start: int, end: int) -> bool:
    """Whether what stands there is words of the term base, or these with a character beside them, or quoted."""
    if any(begin <= start < stop for begin, stop in line.line.quoted()):
        return True
    known: set[int] = set()
    for one in line.mentions:
        if one.start < end and start < one.end:
            known |= set(range(one.start, one.end))
    return known.issuperset(range(start + 1, end)) or known.issuperset(range(start, end - 1))


def _is_of_another(line: ReadLine, start: int, written: str, name: str) -> bool:
    """Whether all that differs is the first word or another name: 大阪經濟文化辦事處 is no slip for that of 臺北."""
    if len(written) != len(name):
        return False
    others = [at for at, sign in enumerate(name) if written[at] != sign]
    first, last = others[0], others[-1] + 1
    return last - first > 1 and (
        first == 0
        or any(
            (one.start, one.end) == (start + first, start + last)
            and any(meaning.entry.is_name for meaning in one.meanings)
            for one in line.mentions
        )
    )
