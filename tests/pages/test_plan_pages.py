"""Pages of plans and reports: work over the years, values with what was counted, and what became of advice."""

from __future__ import annotations

import lxml.html
import pytest
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


def test_values_stand_as_reported_beside_what_is_on_record(edition: Edition) -> None:
    main = page(edition, PLAN)
    rows = main.xpath(".//table[@class='reached']/tbody/tr")
    cells = [[words(cell) for cell in row.findall("td")] for row in rows]
    assert cells[0] == ["100 (2023)", "≥ 400 (2027)", "250 (June 2026)", "not counted"]
    assert cells[1] == ["not stated", "2", "not reported", "not counted"]
    assert [row[-1] for row in cells[2:]] == ["1", "2"]
    ways = [row.xpath("td[last()]/a/@href")[0] for row in rows[2:]]
    for way in ways:
        (heading,) = main.xpath(f".//h3[@id='{way.removeprefix('#')}']")
        assert heading.getparent().xpath(".//ol//a")


def test_what_was_counted_is_said_and_linked(edition: Edition) -> None:
    flights = page(edition, PLAN).xpath(".//h3[@id='counted-4']")[0].getparent()
    assert "Only of these types: Transport and Donation." in words(flights)
    assert "2020 to 2023" in words(flights) or "2020–2023" in words(flights)
    assert [a.get("href") for a in flights.xpath(".//ol//a")] == [
        "../../exchanges/2020/2020-quake-donation/",
        "../../exchanges/2022/2022-charter-flights/",
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
    assert "2 work items · 4 indicators · 3.891 million NTD" in words(page(edition, "plans/"))
