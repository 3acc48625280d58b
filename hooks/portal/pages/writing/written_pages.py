"""All written pages of a portal, and everything that is wrong with them, with the menu and with links to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.root import Root
from portal.pages.writing.menu import Menu
from portal.pages.writing.page_pairs import FOLDER
from portal.pages.writing.page_parser import PageParser
from portal.pages.writing.page_problems import PageProblems
from portal.pages.writing.written_page import read_written_page
from portal.pages.written import written_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from portal.data.problem import Problem
    from portal.model.reading.gaps import Gaps
    from portal.pages.links.link_targets import LinkTargets
    from portal.pages.links.page_ids import PageIds
    from portal.pages.page import PageSource
    from portal.pages.writing.writing_settings import WritingSettings
    from portal.pages.writing.written_page import WrittenPage


class WrittenPages:
    """The written pages below ``content/`` that can be read, by locale and address."""

    def __init__(self, root: Path, settings: WritingSettings) -> None:
        self._root, self._settings = root, settings
        self._parser = PageParser(settings)
        self._unread: list[Problem] = []
        self._pages: dict[tuple[str, str], WrittenPage] = {}
        for file in written_files(root):
            text, problems = Root(root).read_text(file.path)
            self._unread += problems
            if text:
                self._pages[file.locale, file.address] = read_written_page(
                    file, text, self._parser, settings
                )

    @cached_property
    def ids(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The ids in the text of each page."""
        return {key: page.ids for key, page in self._pages.items()}

    def texts(self, locale: str) -> Iterator[tuple[str, str, str]]:
        """The address, the title and the plain text of each page of a locale."""
        for (code, address), page in self._pages.items():
            if code == locale and page.front is not None:
                yield address, page.front.title, page.plain

    def problems(
        self,
        targets: LinkTargets,
        ids: PageIds,
        generated: Mapping[str, PageSource],
        elsewhere: Callable[[str, str], bool],
        gaps: Gaps,
    ) -> Iterator[Problem]:
        """What is wrong in the pages and the menu.

        ``elsewhere`` tells whether anything else links to an address in a locale. Links can also stand in what could
        not be read (``gaps``).
        """
        yield from self._unread
        yield from self._parser.problems
        if not self._parser.problems:
            yield from PageProblems(self._pages, targets, self._settings, ids.around)
        place = self._settings.menu_place
        if self._settings.menu is not None and place is not None:
            menu = Menu(self._settings.menu, self._pages, generated)
            if not gaps.within(FOLDER):
                yield from menu.problems()
            if not gaps:
                yield from menu.unreachable(place, elsewhere)
