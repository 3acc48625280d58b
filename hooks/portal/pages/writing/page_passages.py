"""The texts of written pages that the check of words reads: each page with that of the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.model.lint.passage import Line, Passage, Work
from portal.model.values.locale import LOCALES
from portal.pages.writing.shown_text import ShownText
from portal.text.text_block import CODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.data.problem import Place
    from portal.pages.writing.written_page import WrittenPage
    from portal.text.text_block import Block


def page_passages(pages: Mapping[tuple[str, str], WrittenPage]) -> Iterator[Work]:
    """Each page with that of the other language, if there is one."""
    addresses = dict.fromkeys(address for _, address in pages)
    for address in addresses:
        sides = [pages.get((locale.code, address)) for locale in LOCALES]
        bodies = [page.parts.body if page else "" for page in sides]
        yield Work(digest("\0".join([address, *bodies]).encode()), bodies, _passages(*sides))


def _passages(zh: WrittenPage | None, en: WrittenPage | None) -> Iterator[Passage]:
    yield Passage(list(_lines(zh)) if zh else [], list(_lines(en)) if en else [])


def shown_lines(page: WrittenPage) -> Iterator[tuple[str, str]]:
    """Of each line of a page the sort and the words, with ``CODE`` for each character of code and of others' words."""
    for own, _ in _own_lines(page):
        pairs = zip(own.marks, own.text, strict=True)
        yield own.element, "".join(mark if mark == CODE else text for mark, text in pairs)


def _lines(page: WrittenPage) -> Iterator[Line]:
    for own, text in _own_lines(page):
        yield Line(page.locale, own.words(), page.path, _Places(page, text, own.places))


def _own_lines(page: WrittenPage) -> Iterator[tuple[Block, ShownText]]:
    if page.html is None or not page.is_judged:
        return
    text = ShownText(page.scan)
    has_quotes = any(run.is_quoted for run in page.scan.runs)
    for line in text.lines:
        if line.block.element == "CodeBlock":
            continue
        own = line.in_language("", line.block)
        quoted = (
            [page.scan.runs[text.place(at)[0]].is_quoted for at in own.places] if has_quotes else []
        )
        if not quoted or not all(quoted):
            if any(quoted):
                pairs = zip(own.marks, quoted, strict=True)
                own.marks = "".join(CODE if is_quoted else mark for mark, is_quoted in pairs)
            yield own, text


class _Places:
    """Where in the file of a page the characters of a line stand."""

    def __init__(self, page: WrittenPage, text: ShownText, places: list[int]) -> None:
        self._page, self._text, self._places = page, text, places

    def __call__(self, at: int, words: str) -> Place:
        """The place of words that stand at an offset of the line."""
        index, position = self._text.place(self._places[at])
        return self._page.places.text(index, position, words, words.split("\n", maxsplit=1)[0])
