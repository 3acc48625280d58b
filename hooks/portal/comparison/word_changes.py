"""What has changed in a text, in a few words: old → new."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from portal.pages.writing.html_scan import HtmlScan
from portal.pages.writing.shown_text import ShownText
from portal.text.text_block import plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from portal.comparison.seen_pages import Seen

_RELATIVE = re.compile(r"((?:\.\./)*)([^#]*)(.*)", re.DOTALL)
"""The way up to the root of a locale, the address below it, and the place on the page."""

MOST = 4
"""How many differences of a page are shown."""

LONGEST = 90
"""How many characters of a line are shown at most."""

WHOLE = 40
"""Lines of at most so many characters are shown whole."""

AROUND = 16
"""How many characters before and after what has changed."""

MOST_MATCHED = 400
"""Lines: of longer parts only those are told that the other has not, in time that grows with their number alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A piece of text that was replaced; one of both is empty where something was added or taken away."""

    old: str
    new: str
    is_link: bool = False
    """Whether it is the target of a link or a picture, not text."""


@dataclass(frozen=True, slots=True)
class WordChanges:
    """What has changed on a page in a locale."""

    differences: tuple[Difference, ...]
    """At most ``MOST``."""
    more: int = 0
    """How many more there are."""
    beside: tuple[str, ...] = ()
    """If no text has: ``description``, ``head`` (data for programs), ``markup``."""


def word_changes(old: Seen, new: Seen, moved: Mapping[str, str] | None = None) -> WordChanges:
    """What has changed between two looks at a page; a link that only follows a page that has moved has not."""
    was, is_ = HtmlScan(old.content), HtmlScan(new.content)
    found = list(dict.fromkeys(line_differences(_lines(was), _lines(is_))))
    if old.title and new.title and old.title != new.title:
        found = _without_renamed(found, old.title, new.title)
    targets = [{_followed(t, moved or {}) for t in _targets(was)}, _targets(is_)]
    if found:  # a changed text brings its own links; one to another site must not hide behind it
        targets = [{t for t in some if "://" in t} for some in targets]
    links = sorted(targets[0] - targets[1]), sorted(targets[1] - targets[0])
    found += [
        Difference(
            links[0][n] if n < len(links[0]) else "", links[1][n] if n < len(links[1]) else "", True
        )
        for n in range(max(map(len, links)))
    ]
    beside: tuple[str, ...] = ()
    if not found:
        same = {
            "description": old.description == new.description,
            "head": old.added == new.added,
            "markup": old.content == new.content,
        }
        beside = tuple(name for name, is_same in same.items() if not is_same)
    return WordChanges(tuple(found[:MOST]), max(0, len(found) - MOST), beside)


def _without_renamed(found: list[Difference], old: str, new: str) -> list[Difference]:
    """The title, and what differs besides the new one in the place of the old."""
    others = [d for d in found if old not in d.old or d.old.replace(old, new) != d.new]
    return [Difference(old, new), *others]


def _lines(scan: HtmlScan) -> list[str]:
    text = plain_lines(line.block for line in ShownText(scan).lines)
    return text.split("\n") if text else []


def _targets(scan: HtmlScan) -> set[str]:
    names = ("href", "src")
    shown = [element for element in scan.elements if element.tag != "use"]  # an icon is no link
    return {e.attrs[name] for e in shown for name in names if name in e.attrs}


def _followed(target: str, moved: Mapping[str, str]) -> str:
    """Where a relative link leads now."""
    up, address, fragment = _RELATIVE.fullmatch(target).groups()  # type: ignore[union-attr]
    return f"{up}{moved.get(address, address)}{fragment}"


def line_differences(old: Sequence[str], new: Sequence[str]) -> list[Difference]:
    """The lines that differ, each cut down to what has changed in it."""
    start, end = _alike(old, new)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(old), len(new)) > MOST_MATCHED:
        return [
            *(Difference(cut(x), "") for x in _only(old, new)),
            *(Difference("", cut(x)) for x in _only(new, old)),
        ]
    found: list[Difference] = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[a:b] != new[c:d]:
            pairs = min(b - a, d - c)
            found += (_narrowed(old[a + n], new[c + n]) for n in range(pairs))
            found += (Difference(cut(line), "") for line in old[a + pairs : b])
            found += (Difference("", cut(line)) for line in new[c + pairs : d])
    return found


def _alike(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many lines or characters are the same at the beginning, and at the end of what follows."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _only(these: Iterable[str], those: Iterable[str]) -> list[str]:
    """The lines of one that the other has not, or not as often."""
    left = Counter(those)
    found = []
    for line in these:
        if left[line]:
            left[line] -= 1
        else:
            found.append(line)
    return found


def _narrowed(old: str, new: str) -> Difference:
    """Two lines, cut to the part that differs if they are long."""
    if max(len(old), len(new)) <= WHOLE:
        return Difference(old, new)
    start, end = _alike(old, new)
    return Difference(_part(old, start, end), _part(new, start, end))


def _part(line: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(line), len(line) - end + AROUND)
    middle = cut(line[first:last], LONGEST + 2 * AROUND)
    return f"{'…' * (first > 0)}{middle}{'…' * (last < len(line) and not middle.endswith('…'))}"


def cut(text: str, most: int = LONGEST) -> str:
    """A text, or its beginning."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
