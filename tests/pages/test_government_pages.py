"""What readers find on the front page, where governments are compared, and on the page of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import read
from lxml import html

from portal.edition import Edition
from portal.pages.front import PARTS, front_html

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  stated_counts:
    - {date: 2020, stated_by: press, as_of: {zh: 報導, en: Press}, sister: 9}
    - {date: 2025, stated_by: government, as_of: {zh: 網頁, en: Its page}, sister: 4}
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  stated_counts:
    - {date: 2024-05, stated_by: press, as_of: {zh: 報導, en: Press}, total: 8, total_of: [sister, friendship]}
- {id: gamma, name: {zh: 丙市, en: Gamma}, full_name: {zh: 丙市政府, en: Gamma City}, level: city, publishes: false}
"""

CITIES = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: active, signed: 1999, verified: 2026-01-05}
    - {home: beta, kind: friendship, status: active, verified: 2026-01-05}
- id: jp-sado
  name: {zh: 佐渡, en: Sado}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: signed, signed: 2024-02-03, verified: 2026-02-05}
    - {home: gamma, kind: sister, status: active, verified: 2026-01-05}
- id: jp-nara
  name: {zh: 奈良, en: Nara}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: unknown}
    - {home: beta, kind: sister, status: active, signed: 2001, verified: 2026-01-05}
"""

FILES = {"data/homes.yaml": HOMES, "data/cities.yaml": CITIES}


@pytest.fixture
def edition(portal_folder: Path) -> Edition:
    return read(portal_folder, FILES)


def part(edition: Edition, name: str, locale: str = "en") -> html.HtmlElement:
    return html.fragment_fromstring(
        front_html(edition.renderer(locale))[name], create_parent="main"
    )


def page(edition: Edition, path: str, locale: str = "en") -> html.HtmlElement:
    content = edition.renderer(locale).render(edition.pages[path]).content
    return html.fragment_fromstring(content, create_parent="main")


def words(element: html.HtmlElement) -> str:
    """The text of an element, its lines parted by a space."""
    for line in element.iter("br", "p"):
        line.tail = f" {line.tail or ''}"
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("locale", "alpha", "beta"),
    [
        (
            "en",
            "Alpha 2 sister cities verified, of 3 listed The government says 4 (2025)",
            "Beta 1 sister city verified, of 1 listed The press says 8 with friendship cities (May 2024) "
            "Also 1 friendship city",
        ),
        (
            "zh",
            "甲市 2 個姊妹市已查證，來源所列3個 政府公布4個（2025年）",
            "乙市 1 個姊妹市已查證，來源所列1個 報載合計8個，含友好城市（113.5 2024） 另有友好城市1個",
        ),
    ],
)
def test_each_government_says_what_its_number_counts(
    edition: Edition, locale: str, alpha: str, beta: str
) -> None:
    cards = part(edition, "front_governments", locale).xpath(".//li")
    assert [words(card) for card in cards] == [alpha, beta]
    assert [card.get("class") for card in cards] == ["home-1", "home-2"]


def test_a_stroke_is_what_the_government_itself_states_on_the_scale_of_all(
    edition: Edition,
) -> None:
    bars = part(edition, "front_governments").xpath(".//*[@class='bar']")
    assert {bar.get("viewbox") for bar in bars} == {"0 0 4 4"}
    assert [bar.xpath("string(./path[@class='ok']/@d)") for bar in bars] == [
        "M0 .5H2V3.5H0z",
        "M0 .5H1V3.5H0z",
    ]
    assert [bar.xpath("string(./path[@class='say']/@d)") for bar in bars] == ["M4-1V5", ""]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_portal_without_exchanges_texts_or_ties_has_a_front_page(
    portal_folder: Path, locale: str
) -> None:
    bare = read(portal_folder, {"data/cities.yaml": CITIES.partition("  partnerships")[0]})
    parts = {name: part(bare, name, locale) for name in PARTS}
    (card,) = parts["front_governments"].xpath(".//li")
    assert words(card.xpath(".//b")[0]) == "0"
    assert not parts["front_news"].xpath(".//h2")
    numbers = [words(number) for number in parts["front_numbers"].xpath(".//dd")]
    assert numbers[:2] == ["0", "1"]
    compared = page(bare, "homes/", locale)
    assert len(compared.xpath(".//table//thead//th")) == 1
    assert not page(bare, "homes/alpha/", locale).xpath(".//table")


def test_governments_stand_side_by_side(edition: Edition) -> None:
    compared = page(edition, "homes/")
    assert words(compared.xpath(".//p")[0]) == (
        "Alpha and Beta have 4 ties in force and verified, with 3 places."
    )
    rows = {
        words(row.xpath("./th")[0]): [words(cell) for cell in row.xpath("./td")]
        for row in compared.xpath(".//tbody/tr[td]")
    }
    assert rows["Sister cities"] == ["2 / 3", "1 / 1"]
    assert rows["Friendship cities"] == ["None", "1 / 1"]
    assert "Partner cities" not in rows
    assert rows["Oldest tie"] == ["Kaga 1999", "Nara 2001"]
    assert rows["Newest tie"] == ["Sado 3 Feb 2024", "None"]
    assert compared.xpath(".//section[@tabindex='0']//table")
    assert "Gamma" in words(compared)
    assert "Gamma" not in words(compared.xpath(".//table")[0])
    assert "This government does not publish" in words(compared)


def test_a_portal_of_one_government_has_nothing_to_compare_and_tells_its_numbers(
    portal_folder: Path,
) -> None:
    one = {
        "data/homes.yaml": HOMES.partition("- id: beta")[0],
        "data/cities.yaml": CITIES.partition("    - {home: beta")[0],
    }
    compared = page(read(portal_folder, one), "homes/")
    assert words(compared.xpath(".//h2[@id='compare']")[0]) == "In numbers"
    assert words(compared.xpath(".//p")[0]) == (
        "Alpha has 1 tie in force and verified, with 1 place."
    )


def test_a_government_begins_with_its_ties_in_a_sentence_and_has_them_newest_first(
    edition: Edition,
) -> None:
    home = page(edition, "homes/alpha/")
    assert words(home.xpath(".//p[@class='lede']")[0]) == (
        "Alpha has 2 sister cities, in force and verified. "
        "The oldest is with Kaga (1999), the newest with Sado (3 February 2024)."
    )
    (counted, uncounted) = home.xpath(".//table[@data-sortable]")
    assert [words(name) for name in counted.xpath(".//tbody//th")] == ["Sado", "Kaga"]
    values = [cell.get("data-value") for cell in counted.xpath(".//tbody/tr[1]/*")]
    assert values == ["2024-02-03", "1", "0", "0"]
    assert counted.xpath(".//thead/tr/th/@data-sort") == ["date", "name", "country", "kind"]
    assert uncounted.getparent().tag == "details"
    assert uncounted.getparent().get("id") == "uncounted"
    assert "../../cities/kinds/sister/" in counted.xpath(".//a/@href")
    assert "between 5 January 2026 and 5 February 2026" in words(home)


def test_search_engines_and_guides_are_told_the_same_sentence(edition: Edition) -> None:
    head = edition.pages["homes/alpha/"].head(edition.view("en", "homes/alpha/"))
    assert head.description.startswith("Alpha has 2 sister cities, in force and verified.")
    other = edition.pages["homes/gamma/"].head(edition.view("en", "homes/gamma/"))
    assert "in force" not in other.description


@pytest.mark.parametrize(("locale", "expected"), [("zh", "政府公布"), ("en", "The government")])
def test_what_was_stated_says_by_whom_and_of_which_kinds(
    edition: Edition, locale: str, expected: str
) -> None:
    items = page(edition, "homes/alpha/", locale).xpath(".//*[@id='stated-counts']/..//ul/li")
    assert [words(item).startswith(("4", "姊妹市4")) for item in items] == [True, False]
    assert expected in words(items[0])
    total = page(edition, "homes/beta/", "zh").xpath(".//*[@id='stated-counts']/..//ul/li")
    assert words(total[0]).startswith("合計8個（姊妹市、友好城市）")
