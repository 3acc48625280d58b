"""What stands once on a page stands at its head; what stands in each row is brief."""

from __future__ import annotations

import re
from collections import defaultdict
from posixpath import join, normpath

import pytest

from portal.edition import Edition
from portal.model.values.locale import LOCALES

TAGS = re.compile(r"<[^>]+>")


HEADED = ("concept", "exchange", "organization", "plan", "trip_report")


def pages(edition: Edition, locale: str, *kinds: str) -> list[str]:
    templates = {f"{kind}.html.j2" for kind in kinds}
    return [
        edition.render(page, locale).content
        for page in edition.pages.values()
        if page.template in templates
    ]


@pytest.mark.parametrize(("locale", "word"), [("zh", "查證日期："), ("en", "Verified ")])
def test_an_organization_says_once_when_it_was_verified(
    edition: Edition, locale: str, word: str
) -> None:
    found = pages(edition, locale, "organization")
    assert found
    for html in found:
        assert html.count('class="checked') == 1
        members = re.findall(r'<ul class="members">.*?</ul>\s*(?=<|$)', html, re.DOTALL)
        assert not any(word in part for part in members)


def test_a_page_with_something_unverified_counts_it(edition: Edition) -> None:
    told = [
        re.search(r'<p class="checked doubt">.*?</p>', html, re.DOTALL)
        for html in pages(edition, "zh", *HEADED)
    ]
    lines = [TAGS.sub("", line[0]) for line in told if line]
    assert lines
    assert all(re.search(r"本頁有\d+項資料待查證", line) for line in lines)


def test_a_budget_says_the_era_and_the_currency_once(edition: Edition) -> None:
    for html in pages(edition, "zh", "plan"):
        table = html[html.index('<table class="money">') :].partition("</table>")[0]
        caption = TAGS.sub("", table[: table.index("</caption>")])
        assert "民國紀年" in caption
        assert "新臺幣" in caption
        heads = re.findall(r'<th scope="col" class="number">(.*?)</th>', table)
        years = [TAGS.sub("", head) for head in heads if "<time" in head]
        assert years
        assert all(re.fullmatch(r"\d+年(以前|以後)?", year) for year in years)
    for html in pages(edition, "en", "plan"):
        assert "New Taiwan dollars" in html


def test_links_to_feeds_of_one_name_lead_to_one_feed(edition: Edition) -> None:
    feeds = 0
    for locale in LOCALES:
        footer = str(edition.renderer(locale.code).view().t("feed.title"))
        for path, page in edition.pages.items():
            targets = defaultdict(set, {footer: {"press/atom.xml"}})
            html = edition.render(page, locale.code).content
            for href, text in re.findall(r'<a href="([^"]+atom\.xml)">(.*?)</a>', html):
                targets[TAGS.sub("", text)].add(normpath(join(path, href)))
                feeds += 1
            assert all(len(found) == 1 for found in targets.values()), (path, targets)
    assert feeds
