"""All written pages of a portal, and everything that is wrong with them, with the menu and with links to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.root import Root
from portal.pages.writing.asset_use import page_targets
from portal.pages.writing.menu import Menu
from portal.pages.writing.page_parser import PageParser
from portal.pages.writing.page_problems import PageProblems
from portal.pages.writing.written_page import read_written_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from portal.data.problem import Problem
    from portal.model.reading.gaps import Gaps
    from portal.pages.content import Content
    from portal.pages.links.link_targets import LinkTargets
    from portal.pages.links.page_ids import PageIds
    from portal.pages.page import PageSource
    from portal.pages.writing.writing_settings import WritingSettings
    from portal.pages.writing.written_page import WrittenPage


class WrittenPages:
    """The written pages below ``content/`` that can be read, by locale and address."""

    def __init__(self, content: Content, settings: WritingSettings, gaps: Gaps) -> None:
        """What cannot be read is noted among the gaps."""
        self._settings, self._gaps = settings, gaps
        self._parser = PageParser(settings)
        self._unread: list[Problem] = []
        self._pages: dict[tuple[str, str], WrittenPage] = {}
        reader = Root(content.root)
        for file in content.pages:
            text, problems = reader.read_text(file.path)
            self._unread += problems
            if not text:
                gaps.paths.add(file.name)
            else:
                self._pages[file.locale, file.address] = read_written_page(
                    file, text, self._parser, settings
                )

    @property
    def pages(self) -> Mapping[tuple[str, str], WrittenPage]:
        """Each page by locale and address."""
        return self._pages

    @property
    def targets(self) -> Iterator[tuple[str, str]]:
        """What the pages show and link to: a locale and an address."""
        return page_targets(self._pages.values())

    @property
    def is_whole(self) -> bool:
        """Whether all pages could be read as readers will see them."""
        return not self._unread and not self._parser.problems

    @cached_property
    def ids(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The ids in the text of each page."""
        return {key: page.ids for key, page in self._pages.items()}

    def texts(self, locale: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
        """The address, the title, the plain text and the aliases of each page of a locale."""
        for (code, address), page in self._pages.items():
            if code == locale and page.front is not None:
                yield address, page.front.title, page.plain, page.front.aliases

    def problems(
        self,
        targets: LinkTargets,
        ids: PageIds,
        generated: Mapping[str, PageSource],
        elsewhere: Callable[[str, str], bool],
    ) -> Iterator[Problem]:
        """What is wrong in the pages and the menu.

        ``elsewhere`` tells whether anything else links to an address in a locale.
        """
        yield from self._unread
        yield from self._parser.problems
        if not self._parser.problems:
            yield from PageProblems(self._pages, targets, self._settings, ids.around)
        place = self._settings.menu_place
        if self._settings.menu is not None and place is not None:
            menu = Menu(self._settings.menu, self._pages, generated, self._gaps)
            yield from menu.problems()
            if not self._gaps:  # links can also stand in what could not be read
                yield from menu.unreachable(place, elsewhere)
