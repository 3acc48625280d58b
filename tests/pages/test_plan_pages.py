"""Pages of plans and reports: work over the years, values with what was counted, and what became of advice."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from lxml.html import HtmlElement

from portal.edition import Edition

PLAN = "plans/qingling-exchange-2024-2027/"
REPORT = "reports/2024-rotthaven-congress/"


def page(edition: Edition, path: str, locale: str = "en") -> HtmlElement:
    content = edition.render(edition.pages[path], locale).content
    return lxml.html.fragment_fromstring(content, create_parent="main")


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_chart_has_a_name_says_what_it_shows_and_draws_each_work(
    edition: Edition, locale: str
) -> None:
    main = page(edition, PLAN, locale)
    charts = main.xpath(".//svg[@role='img'][contains(@class, 'gantt')]")
    assert len(charts) == 2
    for chart in charts:
        named = chart.get("aria-labelledby").split()
        told = [words(chart.get_element_by_id(name)) for name in named]
        assert all(told)
        assert len(chart.findall("rect")) == 2
        assert len(chart.xpath("rect[contains(@class, 'open')]")) == 1
    rows = main.xpath(".//table[@class='work']/tbody/tr")
    assert [bool(row.xpath(".//time")) for row in rows] == [True, False]
    ids = [element.get("id") for element in main.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_values_stand_as_reported_and_are_said_to_be_missing_if_they_are(edition: Edition) -> None:
    rows = page(edition, PLAN).xpath(".//table[@class='reached']/tbody/tr")
    cells = [[words(cell) for cell in row.findall("td")] for row in rows]
    assert cells == [
        ["100 (2023)", "≥ 400 (2027)", "250 (June 2026)"],
        ["not stated", "2", "not reported"],
    ]


COUNTED = """\
id: plan
title: {zh: 計畫, en: Plan}
home: alpha
start: 2024
end: 2027
summary: {zh: 摘要, en: Summary}
indicators:
  - {name: {zh: 人才, en: Staff}, unit: {zh: 人, en: persons}, target: 2}
  - {name: {zh: 姊妹市, en: Ties}, unit: {zh: 個, en: cities}, counts: {records: ties, kinds: [sister]}}
  - name: {zh: 往來, en: Exchanges}
    unit: {zh: 次, en: times}
    counts:
      records: exchanges
      types: [transport, donation]
      start: 2020
      end: 2025
      note: {zh: 只計縣本身。, en: Those of the city itself.}
"""

EXCHANGE = "id: {0}\ntitle: {{zh: 往來, en: {0}}}\ntype: {1}\nstart: {2}\nhomes: [alpha]\n"


def test_what_counts_stands_beside_with_its_rule_and_its_records(portal_folder: Path) -> None:
    files = {"data/plans/plan.yaml": COUNTED}
    for name, sort, start in (
        ("flight", "transport", "2022-07-01"),
        ("gift", "donation", "2020-01"),
        ("fair", "fair", "2022-07-01"),
        ("later", "donation", "2026-01"),
    ):
        files[f"data/exchanges/{start[:4]}/{name}.yaml"] = EXCHANGE.format(name, sort, start)
    main = page(read(portal_folder, files), "plans/plan/")
    rows = main.xpath(".//table[@class='reached']/tbody/tr")
    assert [words(row.findall("td")[-1]) for row in rows] == ["not counted", "0", "2"]
    assert [row.xpath("td[last()]/a/@href") for row in rows] == [[], ["#counted-2"], ["#counted-3"]]
    ties, exchanges = (main.xpath(f".//h3[@id='counted-{n}']")[0].getparent() for n in (2, 3))
    assert "Nothing on record fits in these years." in words(ties)
    assert "Only of these types: Transport and Donation." in words(exchanges)
    assert "Those of the city itself." in words(exchanges)
    assert [a.get("href") for a in exchanges.xpath(".//ol//a")] == [
        "../../exchanges/2020/gift/",
        "../../exchanges/2022/flight/",
    ]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_cautions_stand_where_values_are_shown(edition: Edition, locale: str) -> None:
    main = page(edition, PLAN, locale)
    assert len(main.xpath(".//ul[@class='cautions']/li")) == 3


def test_the_printed_row_stands_below_ours_where_it_was_printed(edition: Edition) -> None:
    (foot,) = page(edition, PLAN).xpath(".//table[contains(@class, 'money')]/tfoot")
    ours, printed = ([words(cell) for cell in row.findall("td")] for row in foot)
    assert ours == ["0.891", "1.5", "1.5", "3.891"]
    assert printed == ["0", "0.891", "1.5", "1.5"]
    section = foot.getparent().getparent().getparent()
    assert "goes on: 3.891" in words(section)


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_money_is_drawn_and_its_sources_are_named(edition: Edition, locale: str) -> None:
    figure = page(edition, PLAN, locale).xpath(".//figure[contains(@class, 'money-by-year')]")[0]
    (chart,) = figure.xpath("svg[@role='img']")
    assert all(words(chart.get_element_by_id(n)) for n in chart.get("aria-labelledby").split())
    assert len(figure.xpath("ul/li")) == 2
    patterns = set(chart.xpath(".//pattern/@id"))
    filled = {fill[5:-1] for fill in chart.xpath("rect/@fill") + figure.xpath("ul//rect/@fill")}
    assert filled == patterns


def test_each_recommendation_says_what_became_of_it(edition: Edition) -> None:
    main = page(edition, REPORT)
    items = main.xpath(".//ol[@class='recommendations']/li")
    assert [item.get("id") for item in items] == [f"recommendation-{n}" for n in range(1, 6)]
    steps = [[words(step) for step in item.xpath("ul/li")] for item in items]
    assert [len(found) for found in steps] == [2, 1, 1, 1, 0]
    assert steps[0][1].startswith("in progress 30 June 2025 Money is in the budget.")
    assert "Sources" in steps[0][1]
    assert "No follow-up is on record." in words(items[4])


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("exchanges/2025/2025-receptions/", 1),
        ("organizations/harbor-cities/", 3),
        ("cities/kr-saebit/", 3),
        (PLAN, 3),
        ("press/2026/course-abroad-results/", 3),
    ],
)
def test_what_followed_leads_back_to_the_recommendation(
    edition: Edition, path: str, number: int
) -> None:
    main = page(edition, path)
    ways = main.xpath(".//a[contains(@href, '#recommendation-')]/@href")
    assert [way.partition("reports/")[2] for way in ways] == [
        f"2024-rotthaven-congress/#recommendation-{number}"
    ]


def test_lists_tell_how_much_there_is(edition: Edition) -> None:
    reports = words(page(edition, "reports/"))
    assert "5 recommendations, 4 with a follow-up on record" in reports
    assert "2 work items · 2 indicators · 3.891 million NTD" in words(page(edition, "plans/"))
