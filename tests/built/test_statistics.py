"""The page of statistics and its files say what another program counts from the downloads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from parsed import Pages
from recounting import Counts, inexact_visitors, lines, recount

from portal.edition import Edition

FIXED = ("key", "name_zh", "name_en", "as_of", "inexact")


def told(file: Path) -> Counts:
    """The numbers in a file of a statistic that are not 0."""
    return Counter(
        {
            (row["key"], column): int(value)
            for row in lines(file)
            for column, value in row.items()
            if column not in FIXED and int(value)
        }
    )


def test_each_file_says_what_another_program_counts(site: Path, edition: Edition) -> None:
    counted = recount(site / "data", edition.catalog.today.iso)
    files = {file.stem: told(file) for file in (site / "data" / "statistics").glob("*.csv")}
    assert counted.keys() <= files.keys()
    for name, numbers in files.items():
        assert numbers == counted.get(name, Counter()), name
    assert sum(map(len, files.values())) > 50


def test_what_sources_number_roughly_is_marked(site: Path, pages: Pages) -> None:
    found = inexact_visitors(site / "data")
    assert found
    rows = lines(site / "data" / "statistics" / "visitors-received.csv")
    told = {(row["key"], home) for row in rows for home in row["inexact"].split("|") if home}
    assert told == found
    for prefix in ("", "en/"):
        marked = pages[f"{prefix}statistics/"].xpath("//td/span[@class='about']")
        assert len(marked) == len(found)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_says_what_the_files_say(site: Path, pages: Pages, prefix: str) -> None:
    page = pages[f"{prefix}statistics/"]
    found = page.xpath("//section[contains(@class, 'statistic')][h3]")
    assert found
    for section in found:
        (name,) = section.xpath("h3/@id")
        (link,) = section.xpath(".//a[@download]/@href")
        assert link.endswith(f"data/statistics/{name}.csv")
        rows = lines(site / "data" / "statistics" / f"{name}.csv")
        columns = [column for column in rows[0] if column not in FIXED]
        shown = section.xpath(".//tbody/tr")
        assert len(shown) == len(rows)
        for line, row in zip(shown, rows, strict=True):
            word = "name_en" if prefix else "name_zh"
            assert line.xpath("string(th)").replace("\u200b", "") == row[word]
            numbers = line.xpath("td/text()")[: len(columns)]
            assert numbers == [row[column] for column in columns], (name, row["key"])


def test_each_chart_has_a_name_a_description_and_a_table(pages: Pages) -> None:
    for prefix in ("", "en/"):
        for chart in pages[f"{prefix}statistics/"].xpath("//svg[@role='img']"):
            ids = chart.get("aria-labelledby").split()
            names = [chart.xpath(f"string(*[@id='{one}'])").strip() for one in ids]
            assert len(names) == 2
            assert all(names)
            assert chart.xpath("ancestor::section[1]//table//tbody/tr")
