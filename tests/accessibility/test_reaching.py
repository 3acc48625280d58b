"""Every page is reached by links from the front page, and begins with the same three ways into it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from accessibility.sample import PREFIXES
from parsed import Pages, is_redirect

from portal.edition import Edition

BASE = "http://portal/"
BLOCKS = {"AU": "U", "AC": "C", "AZ": "Z"}
"""The marks ``:::`` of Taiwan's government sites: above, middle, below, each with its key."""


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_is_reached_from_the_front_page(
    pages: Pages, edition: Edition, prefix: str
) -> None:
    unlisted = {page.path for page in edition.pages.values() if not page.is_listed}
    reached = {prefix}
    ahead = [prefix]
    while ahead:
        path = ahead.pop()
        for href in pages[path].xpath("//a/@href"):
            url = urlsplit(urljoin(BASE + path, href))
            target = url.path.removeprefix("/")
            same_language = target.startswith("en/") == bool(prefix)
            if (
                url.netloc == "portal"
                and same_language
                and target in pages
                and target not in reached
            ):
                reached.add(target)
                ahead.append(target)
    wanted = {
        path
        for path, page in pages.items()
        if path.startswith("en/") == bool(prefix)
        and not is_redirect(page)
        and path.removeprefix("en/") not in unlisted
    }
    assert sorted(wanted - reached)[:20] == []


def test_every_page_has_the_marks_of_its_three_blocks(pages: Pages) -> None:
    wrong = []
    for path, page in pages.items():
        if is_redirect(page):
            continue
        marks = page.xpath("//a[@accesskey]")
        found = {mark.get("id"): mark.get("accesskey") for mark in marks}
        if {name: found.get(name) for name in BLOCKS} != BLOCKS:
            wrong.append(f"{path}: {found}")
        elif [name for name in found if name in BLOCKS] != list(BLOCKS):
            wrong.append(f"{path}: not in this order: {', '.join(BLOCKS)}")
        elif len(set(found.values())) != len(marks):
            wrong.append(f"{path}: a key is used twice")
        elif not all(mark.text_content() == ":::" and mark.get("title") for mark in marks[:3]):
            wrong.append(f"{path}: a mark is not ::: or has no title")
    assert not wrong, "\n".join([f"{len(wrong)} pages", *wrong[:19]])
