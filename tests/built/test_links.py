"""Links lead somewhere, and every record can be found by following them."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml.html import HtmlElement
from parsed import Pages

from portal.edition import Edition

BASE = "http://portal/"
MOST_CLICKS = 4


def _links(path: str, page: HtmlElement) -> set[tuple[str, str]]:
    """The addresses and fragments inside the site that a page leads to."""
    found = set()
    for href in page.xpath("//@href | //@src"):
        url = urlsplit(urljoin(BASE + path, href))
        if url.netloc == "portal":
            found.add((unquote(url.path).removeprefix("/"), unquote(url.fragment)))
    return found


def test_no_link_is_dead(site: Path, pages: Pages) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    for path, page in pages.items():
        for target, fragment in _links(path, page):
            assert target in pages or (site / target).is_file(), f"{path} -> {target}"
            assert not fragment or fragment in ids[target], f"{path} -> {target}#{fragment}"


def test_no_term_has_the_title_of_another_page(pages: Pages) -> None:
    """友好城市 is a kind of tie, with a list of cities, and a term."""
    titles: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for path, page in pages.items():
        if not page.xpath("//meta[@http-equiv='refresh']"):
            titles[path.startswith("en/"), page.findtext("head/title")].append(path)
    shared = {path for paths in titles.values() if len(paths) > 1 for path in paths}
    assert [path for path in shared if "glossary/" in path] == []
    assert any(title.startswith("友好城市（詞彙）") for _, title in titles)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_record_is_within_four_clicks_of_the_front_page(
    edition: Edition, pages: Pages, prefix: str
) -> None:
    clicks = {prefix: 0}
    queue = deque([prefix])
    while queue:
        path = queue.popleft()
        for target, _ in _links(path, pages[path]):
            if target in pages and target.startswith(prefix) and target not in clicks:
                clicks[target] = clicks[path] + 1
                queue.append(target)
    records = [page for page in edition.pages.values() if page.subject]
    assert records
    for page in records:
        assert clicks.get(prefix + page.path, 99) <= MOST_CLICKS, page.path


def test_the_edit_link_opens_the_line_where_the_record_begins(
    edition: Edition,
    pages: Pages,
) -> None:
    @cache
    def lines_of(file: str) -> list[str]:
        return (edition.root / file).read_text(encoding="utf-8").splitlines()

    for page, prefix in product(edition.pages.values(), ("", "en/")):
        if page.subject:
            path = prefix + page.path
            (href,) = pages[path].xpath("//p[@class='edit']/a/@href")
            file, _, line = href.partition("/blob/main/")[2].partition("#L")
            lines = lines_of(file)
            begin = "\n".join(lines[int(line) - 1 : int(line) + 2])
            assert f"id: {page.path.rstrip('/').rpartition('/')[2]}" in begin, href


def test_other_hosts_are_only_linked_to_never_loaded_from(pages: Pages) -> None:
    for path, page in pages.items():
        assert not page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //iframe | //style | //@style | //@onclick"
        ), path
        loaded = page.xpath("//@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        assert not [url for url in loaded if "//" in url], path
