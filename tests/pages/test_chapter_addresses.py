from __future__ import annotations

import pytest

from portal.pages.chapter_addresses import record_above


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("homes/alpha/exchanges/", "homes/alpha/"),
        ("homes/alpha/units/", "homes/alpha/"),
        ("organizations/net/members/", "organizations/net/"),
        ("exchanges/2014/opening/discrepancies/", "exchanges/2014/opening/"),
        ("press/2026/news/exchanges/", "press/2026/news/"),
        ("reports/trip/programme/", "reports/trip/"),
        ("cities/jp-kaga/alpha/", "cities/jp-kaga/"),
        ("cities/jp-kaga/alpha-culture/", "cities/jp-kaga/"),
        # Records that are called like a chapter
        ("glossary/members/", ""),
        ("exchanges/2014/exchanges/", ""),
        ("plans/budget/", ""),
        # What never was a chapter
        ("homes/alpha/history/", ""),
        ("cities/status/active/", ""),
        ("cities/countries/jp/", ""),
        ("homes/us-alpha/beta/", ""),
        ("homes/alpha/", ""),
        ("about/team/members/", ""),
        ("open-data/units/", ""),
        ("press/2026/news/files/", ""),
        ("homes/alpha/units/exchanges/", ""),
        ("homes/", ""),
        ("", ""),
    ],
)
def test_the_page_above_a_chapter_is_that_of_its_record(path: str, expected: str) -> None:
    assert record_above(path) == expected
