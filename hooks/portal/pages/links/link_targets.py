"""What links can lead to at one moment, and what is wrong with a link that does not.

Inside the portal every link is written as an address from the root, without the language: ``/cities/jp-kaga/``. It
leads to the page in the reader's language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import count, takewhile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.data.likeness import nearest
from portal.model.values.locale import BY_CODE
from portal.pages.links.link_address import (
    LANGUAGES,
    Wrong,
    as_page,
    elsewhere,
    resolved,
    scheme_of,
    split,
    tail_of,
    without_scheme,
)
from portal.pages.links.missing_page import missing_page
from portal.pages.links.nearest_address import nearest_address

if TYPE_CHECKING:
    from portal.pages.links.link_address import Origin

Ids = Callable[[str, str], Collection[str] | None]
"""Returns the ids on the page at an address in a locale; None if they are unknown."""

_SIZE = re.compile(r" =\d*x\d*$")

_MOST_SOUGHT = 200
"""Dead links for which the nearest page is looked for, which takes a moment each: nobody reads more suggestions."""


def _nothing() -> Collection[str]:
    return ()


@dataclass
class LinkTargets:
    """The pages and files of a portal at one moment."""

    pages: Collection[str]
    """The addresses of pages below a locale's root."""
    files: Callable[[], Collection[str]] = _nothing
    """Returns the addresses of files below the root of the site; those of a locale begin with its prefix."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Addresses that redirect, and where to."""
    untold: Callable[[str], bool] = lambda _page: False
    """Whether there is no telling if an address exists, because what it is made from has problems of its own."""
    hidden: Callable[[], Collection[str]] = _nothing
    """Returns the addresses of pages that are not public at this moment."""
    ids: Ids = lambda _address, _locale: None

    def judge(self, link: str, origin: Origin) -> Wrong | None:
        """What is wrong with the target of a link, if anything."""
        if scheme_of(link):
            return elsewhere(link)
        path, _, fragment = split(link)
        if path.startswith("/"):
            return self._from_root(link, origin)
        if not path and fragment is not None:
            return self._fragment(link, origin, origin.page, *origin.others)
        return self._relative(link, origin)

    def judge_image(self, source: str, origin: Origin) -> Wrong | None:
        """What is wrong with the source of an image, if anything: it must be a file of the portal."""
        if source.startswith("//") or scheme_of(source):
            return Wrong("image-elsewhere", {"found": source})
        path = unquote(split(source)[0])
        is_from_root = path.startswith("/")
        if is_from_root and self._is_file(path[1:], origin.locale):
            return None
        meant = [path[1:]] if is_from_root else resolved(path, origin)
        if any(map(self.untold, meant)):
            return None
        meant = [] if is_from_root else meant
        if cure := next((file for file in meant if self._is_file(file, origin.locale)), None):
            return Wrong("link-not-from-root", {"found": source, "cure": f"/{cure}"})
        plain = _SIZE.sub("", path).lstrip(
            "/."
        )  # HackMD and others have the size after the address
        if cure := nearest(plain, sorted(self.files())):
            found = {"found": source, "nearest": f"/{cure}"}
            return Wrong("image-missing-near", found, (path,))
        return Wrong("image-missing", {"found": source}, (path,))

    def below(self, page: str) -> tuple[str, ...]:
        """The addresses of the pages below a page."""
        first = bisect_left(self._ordered, page)
        below = takewhile(lambda other: other.startswith(page), self._ordered[first:])
        return tuple(other for other in below if other != page)

    def _from_root(self, link: str, origin: Origin) -> Wrong | None:
        if cure := without_scheme(link, may_be_mail=False):
            return Wrong("link-without-scheme", {"found": link, "cure": cure})
        page = unquote(split(link)[0][1:])
        if page in self.pages:
            return self._fragment(link, origin, page)
        if self._is_file(page, origin.locale) or self.untold(page):
            return None
        return self._dead(link, page, origin)

    def _dead(self, link: str, page: str, origin: Origin) -> Wrong:
        meant = self._meant(page)
        if meant is None and as_page(page) in self.hidden():
            return Wrong("link-not-public", {"found": link}, (f"{origin.page} /{page}",))
        if meant is not None and page.endswith(".md"):
            return Wrong("link-not-from-root", {"found": link, "cure": f"/{meant}{tail_of(link)}"})
        near, lost = self._nearest(page) if meant is None else meant, missing_page(as_page(page))
        if near is not None:
            return Wrong("dead-link-near", {"found": link, "nearest": f"/{near}"}, lost)
        return Wrong("dead-link", {"found": link}, lost)

    def _relative(self, link: str, origin: Origin) -> Wrong | None:
        path, tail = unquote(split(link)[0]), tail_of(link)
        addresses = (resolved(path, origin) if path else [origin.page]) if link else []
        for address in addresses:
            page = address if self._is_file(address, origin.locale) else self._meant(address)
            if page is not None:
                return Wrong("link-not-from-root", {"found": link, "cure": f"/{page}{tail}"})
        pages = {as_page(address) for address in addresses}
        if any(map(self.untold, pages)):
            return None
        if pages and not pages.isdisjoint(self.hidden()):
            return Wrong("link-not-public", {"found": link})
        if cure := without_scheme(link, may_be_mail=origin.folder is not None):
            return Wrong("link-without-scheme", {"found": link, "cure": cure})
        return Wrong("link-form", {"found": link})

    def _fragment(self, link: str, origin: Origin, page: str, *others: str) -> Wrong | None:
        """What is wrong with the part of a page that a link names; its text can stand on other pages too."""
        name = unquote(split(link)[2] or "")
        if name in ("", "top") or name.startswith(":~:"):  # the words that browsers shall look for
            return None
        ids: set[str] = set()
        for address in (page, *others):
            known = self.ids(address, origin.locale)
            if known is None or name in known:
                return None
            ids.update(known)
        found = {"found": link, "key": f"#{name}", "path": f"/{page}"}
        lost = (f"/{page}#{name}",)
        if cure := nearest(name, sorted(ids)):
            return Wrong("dead-fragment-near", {**found, "nearest": f"#{cure}"}, lost)
        return Wrong("dead-fragment", found, lost)

    def _is_file(self, address: str, locale: str) -> bool:
        """Whether there is a file at an address: in a locale, or for all of them."""
        if BY_CODE[locale].prefix + address in self.files():
            return True
        return address in self.files() and not address.startswith(LANGUAGES)

    def _meant(self, address: str) -> str | None:
        """The page that an address means for certain: without its language, without the name of a file, or moved."""
        page = as_page(address)
        page = self.moved.get(page, page)
        return page if page in self.pages else None

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.pages)

    @cached_property
    def _nearest(self) -> Callable[[str], str | None]:
        left = count(_MOST_SOUGHT, -1)
        return cache(lambda page: nearest_address(page, self._ordered) if next(left) > 0 else None)
