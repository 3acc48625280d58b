"""The menu, and written pages that readers cannot find in it or through a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.likeness import nearest
from portal.data.problem import Place, Problem
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from portal.model.reading.gaps import Gaps
    from portal.pages.page import PageSource
    from portal.pages.writing.writing_settings import MenuEntry
    from portal.pages.writing.written_page import WrittenPage
OWN = "mkdocs.yml"
"""The settings of the portal; others are inherited."""


class Menu:
    """The entries of ``nav``, each of which names a page by its file, without the language."""

    def __init__(
        self,
        entries: Iterable[MenuEntry],
        pages: Mapping[tuple[str, str], WrittenPage],
        generated: Mapping[str, PageSource],
        gaps: Gaps,
    ) -> None:
        self._entries, self._pages, self._generated = tuple(entries), pages, generated
        self._gaps = gaps
        self._files = {page.file: page.address for page in pages.values()}

    def problems(self) -> Iterator[Problem]:
        """Entries of pages that do not exist, and of those that the menu has already."""
        lists = {f"{kind.section}/" for kind in KINDS.with_pages}
        lists |= {path for path, page in self._generated.items() if page.after}
        first = dict.fromkeys(lists & self._generated.keys() | {""}, "")
        for entry in self._entries:
            address = self._address(entry.file)
            if address is None:
                names = (f"content/{locale.code}/{entry.file}" for locale in LOCALES)
                if not any(map(self._gaps.hides, names)):
                    yield self._missing(entry)
            elif address in first:
                found = {"found": entry.file, "first": first[address]}
                code = "menu-twice" if first[address] else "menu-has-it"
                yield Problem(entry.place, code, found)
            else:
                first[address] = str(entry.place.line)

    def unreachable(self, place: Place, elsewhere: Callable[[str, str], bool]) -> Iterator[Problem]:
        """Written pages outside the menu that nothing links to, if they exist in both languages.

        ``elsewhere`` tells whether records or templates link to an address in a locale; it is asked rarely.
        """
        listed = {self._address(entry.file) for entry in self._entries}
        told: set[str] = set()
        for locale in (locale.code for locale in LOCALES):
            own = {a: page for (code, a), page in self._pages.items() if code == locale}
            outside = own.keys() - listed - {""}
            reached = own.keys() - outside
            reached |= {a for a in outside if elsewhere(a, locale)}
            waiting = sorted(reached)
            while waiting:
                new = (own[waiting.pop()].linked & own.keys()) - reached
                reached |= new
                waiting += new
            paired = {a for code, a in self._pages if code != locale}
            for address in sorted((own.keys() & paired) - reached - told):
                told.add(address)
                found = {"found": own[address].file, "path": place.path, "cure": f"/{address}"}
                yield Problem(Place(own[address].path), "page-unreachable", found)

    def _address(self, file: str) -> str | None:
        """The address of the page of an entry; None if there is no such page."""
        if file in self._files:
            return self._files[file]
        stem = file.removesuffix(".md")
        address = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        page = self._generated.get(address) if file.endswith(".md") else None
        return address if page and page.src_uri("").lstrip("/") == file else None

    def _missing(self, entry: MenuEntry) -> Problem:
        if entry.place.path.startswith("../"):  # settings of another portal
            found = {"found": entry.file, "path": entry.place.path}
            return Problem(Place(OWN), "menu-inherited", found, (OWN,))
        plain = entry.file.removeprefix("content/")
        for locale in LOCALES:
            plain = plain.removeprefix(f"{locale.code}/")
        plain = plain.strip("/").removeprefix("./")
        likely = (plain, f"{plain}.md", f"{plain}/index.md")
        cure = next((file for file in likely if self._address(file) is not None), "")
        cure = cure or self._nearest(plain)
        found = {"found": entry.file, "nearest": cure}
        return Problem(
            entry.place, "menu-page-missing-near" if cure else "menu-page-missing", found
        )

    def _nearest(self, file: str) -> str:
        """The page outside the menu whose name is most like that of a file."""
        listed = {entry.file for entry in self._entries}
        names = {name.rpartition("/")[2]: name for name in self._files if name not in listed}
        return names.get(nearest(file.rpartition("/")[2], sorted(names)), "")
