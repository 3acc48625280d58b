"""What leads to a page besides its own words: countries, statuses, and names that others call it by."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_index import documents
from portal.outputs.search.search_postings import WEIGHTS, postings

COUNT = """
  stated_counts:
    - date: 2015-01-05
      stated_by: government
      as_of: {zh: 當年, en: That year}
      sister: 0
      reasons:
        - cities: [jp-kaga]
          counted: left-out
          reason: {zh: 尚未計入。, en: Not yet counted.}
      sources: [report]
      verified: 2026-01-05
"""


VISIT = """
id: 2014-visit
title: {zh: 訪問, en: Visit}
type: visit-made
start: 2014-07-08
homes: [alpha]
cities: [{city: jp-kaga}]
sources: [report]
verified: 2026-01-05
"""


def found(folder: Path, locale: str = "en") -> dict[str, SearchDocument]:
    edition = read_portal(folder, Moment.parse("2026-11-22"))
    assert edition.problems == []
    return {document.path: document for document in documents(edition, locale)}


def test_a_government_lies_in_no_country_that_it_mentions(portal_folder: Path) -> None:
    homes = portal_folder / "data" / "homes.yaml"
    homes.write_text(homes.read_text("utf-8").rstrip() + COUNT, encoding="utf-8")
    of = found(portal_folder)
    assert of["homes/alpha/"].countries == []
    assert of["cities/jp-kaga/"].countries == ["JP"]


def test_a_country_and_its_places_are_found_by_its_other_names(portal_folder: Path) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(
        cities.read_text("utf-8").replace("JP", "SZ").replace("jp-kaga", "sz-kaga"),
        encoding="utf-8",
    )
    of = found(portal_folder)
    assert "Swaziland" in of["cities/countries/sz/"].names
    assert "Swaziland" in of["cities/sz-kaga/"].words


@pytest.mark.parametrize(("locale", "word"), [("en", "ended"), ("zh", "已終止")])
def test_a_status_that_no_tie_has_is_answered(portal_folder: Path, locale: str, word: str) -> None:
    of = found(portal_folder, locale)
    none = of["cities/#by-status"]
    assert word in none.title
    assert word in none.whole_phrases
    assert "active" not in none.whole_phrases
    assert "active" in of["cities/status/active/"].names


def test_an_exchange_is_found_by_every_name_of_its_city(portal_folder: Path) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    text = cities.read_text("utf-8").replace(
        "  level: city\n", "  level: city\n  aliases: [Kagha]\n", 1
    )
    cities.write_text(text, encoding="utf-8")
    put(
        portal_folder,
        {"data/exchanges/2014/2014-visit.yaml": VISIT},
    )
    visit = found(portal_folder)["exchanges/2014/2014-visit/"]
    assert "Kagha" in visit.words
    assert "Nippon" in visit.words, "and by those of its country"
    assert postings(visit)["20140708"] > WEIGHTS[3]


def test_who_is_called_so_now_comes_before_who_was(portal_folder: Path) -> None:
    now = postings(SearchDocument("homes/a/", "homes", "甲乙市"))
    once = postings(SearchDocument("homes/b/", "homes", "丙丁市", names=["甲乙縣"]))
    assert now["=甲乙"] < once["=甲乙"]


def test_a_phrase_that_counts_as_a_whole_gives_no_words() -> None:
    made = postings(SearchDocument("x/", "lists", "Places", whole_phrases=["twin towns Ruritania"]))
    assert ":twintownsruritania" in made
    assert not {"twin", "towns", "ruritania"} & made.keys()


def test_days_on_which_a_written_page_looked_something_up_do_not_find_it() -> None:
    told = "As of 8 July 2014"
    assert "20140708" in postings(SearchDocument("x/", "exchanges", "Visit", text=told))
    assert "20140708" not in postings(SearchDocument("x/", "about", "Counting", text=told))


def test_the_ties_of_lower_levels_are_found_where_they_stand(portal_folder: Path) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    text = cities.read_text("utf-8")
    own = "homes/alpha/#partnerships"
    assert own in found(portal_folder)
    cities.write_text(
        text.replace("home: alpha\n", "home: alpha\n      unit: alpha-culture\n"), encoding="utf-8"
    )
    of = found(portal_folder)
    assert own not in of
    assert of["homes/alpha/#ties-of-units"].title == "Sister cities and other ties of Alpha"


@pytest.mark.parametrize(
    ("locale", "title", "told"),
    [
        ("en", "Exchanges in July 2014", "3 entries: visits and meetings 2, signings 1."),
        ("zh", "2014年7月的交流", "共3件：訪問與會晤2件、簽署1件。"),
    ],
)
def test_a_month_with_several_exchanges_leads_to_its_place(
    portal_folder: Path, locale: str, title: str, told: str
) -> None:
    def visit(name: str, start: str, more: str = "") -> tuple[str, str]:
        text = VISIT.replace("2014-visit", name).replace("2014-07-08", start)
        return f"data/exchanges/2014/{name}.yaml", text + more

    put(
        portal_folder,
        dict(
            [
                visit("2014-a", "2014-07-08"),
                visit("2014-b", "2014-07-30"),
                visit("2014-some-day", "2014-07", "end: 2014-12\nwithin: true\n"),
                visit("2014-months", "2014-07-01", "end: 2014-12-31\n"),
                visit("2014-alone", "2014-08-01"),
            ]
        ),
    )
    of = found(portal_folder, locale)
    assert [path for path in of if "#m" in path] == ["exchanges/2014/#m2014-07"]
    month = of["exchanges/2014/#m2014-07"]
    assert (month.title, month.text) == (title, told)
    assert ":201407" in postings(month)


def test_only_sentences_are_read_on(portal_folder: Path) -> None:
    text = VISIT.replace(
        "homes: [alpha]",
        "homes: [alpha]\nsummary: {zh: 甲市訪問加賀。, en: Alpha visited Kaga.}\n"
        "figures:\n  - {label: {zh: 團員, en: Members of the group}, value: 3,"
        " sources: [report], verified: 2026-01-05}",
    )
    put(portal_folder, {"data/exchanges/2014/2014-visit.yaml": text})
    visit = found(portal_folder)["exchanges/2014/2014-visit/"]
    assert visit.text == "Alpha visited Kaga."
    assert "Members of the group" in visit.fragments
    assert "members" in postings(visit)


def test_a_tie_is_found_by_both_sides_together_and_by_neither_alone(portal_folder: Path) -> None:
    city = (
        "- id: jp-kaga\n  name: {zh: 加賀市, en: Kaga, ja: 加賀市}\n  level: city\n  country: JP\n"
        "  partnerships: [{home: alpha, kind: sister, status: dormant}]\n"
    )
    put(portal_folder, {"data/cities.yaml": city})
    for locale, pair in (("en", "Alpha Kaga"), ("zh", "甲市加賀市")):
        tie = found(portal_folder, locale)["cities/jp-kaga/alpha/"]
        spoken = {"".join(phrase.split()).casefold() for phrase in tie.whole_phrases}
        assert "".join(pair.split()).casefold() in spoken
        assert not spoken & {"alpha", "kaga", "甲市", "加賀", "加賀市"}
        assert (tie.homes, tie.countries, tie.statuses) == (["alpha"], ["JP"], ["dormant"])
