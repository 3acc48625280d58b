"""The pages of a built site, parsed: shared by all tests of a process, so each gets copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement


class Pages(Mapping[str, HtmlElement]):
    """Every page of a site by its address, as ``cities/jp-kaga/``.

    What is looked up is a copy: a test may change it, and no other test sees that.
    """

    def __init__(self, site: Path) -> None:
        self._files = {
            path.relative_to(site).as_posix().removesuffix("index.html"): path
            for path in sorted(site.rglob("index.html"))
        }
        self._parsed: dict[str, HtmlElement] = {}

    def __getitem__(self, path: str) -> HtmlElement:
        if path not in self._parsed:
            self._parsed[path] = lxml.html.parse(self._files[path]).getroot()
        return deepcopy(self._parsed[path])

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def is_redirect(page: HtmlElement) -> bool:
    """Whether it only leads on to another address."""
    return bool(page.xpath("//meta[@http-equiv='refresh']"))
