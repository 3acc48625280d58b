from __future__ import annotations

import re

import pytest

from portal.model.values.partial_date import PartialDate
from portal.pages.render.brief_dates import show_brief


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2026-03-21", "", "115.3.21 2026", "21 Mar 2026"),
        ("2026-03", "", "115.3 2026", "Mar 2026"),
        ("2026", "", "115年 2026", "2026"),
        ("1911-10-10", "", "前1.10.10 1911", "10 Oct 1911"),
        ("2014-08-01", "2014-08-01", "103.8.1 2014", "1 Aug 2014"),
        ("2014-08-01", "2014-08-05", "103.8.1–5 2014", "1–5 Aug 2014"),
        ("2014-08-01", "2014-09-02", "103.8.1–9.2 2014", "1 Aug – 2 Sep 2014"),
        ("2014-07", "2014-12", "103.7–12月 2014", "Jul – Dec 2014"),
        ("2014-07", "2014-12-03", "103.7–12.3 2014", "Jul – 3 Dec 2014"),
        ("2018-12-30", "2019-01-02", "107.12.30–108.1.2 2018–2019", "30 Dec 2018 – 2 Jan 2019"),
        ("2018", "2021", "107年–110年 2018–2021", "2018–2021"),
    ],
)
def test_a_brief_date_says_each_part_once(start: str, end: str, zh: str, en: str) -> None:
    first, last = PartialDate.parse(start), PartialDate.parse(end) if end else None
    assert words(show_brief(first, last, "zh")) == zh
    assert words(show_brief(first, last, "en")) == en


def test_machines_read_each_end_of_a_span_whole() -> None:
    html = show_brief(PartialDate.parse("2014-08-01"), PartialDate.parse("2014-08-05"), "zh")
    assert re.findall('datetime="([^"]+)"', html) == ["2014-08-01", "2014-08-05"]
    assert html.endswith("<small>2014</small>")
