"""What took place is told once, however many records tell of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.history.activity import last_activity, years_without
from portal.model.catalog.history.entry import Entry
from portal.model.catalog.history.histories import EVERY, build_histories
from portal.model.values.partial_date import PartialDate

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units:
    - {id: alpha-culture, name: {zh: 文化局, en: Culture Bureau}, level: bureau}
    - {id: alpha-tourism, name: {zh: 觀光局, en: Tourism Bureau}, level: bureau}
"""

TODAY = PartialDate(2026, 11, 22)


def city(name: str, *ties: str) -> str:
    listed = "".join(f"    - {tie}\n" for tie in ties)
    return (
        f"- id: jp-{name}\n  name: {{zh: 甲, en: {name.title()}}}\n  level: city\n  country: JP\n"
        + (f"  partnerships:\n{listed}" if ties else "")
    )


def exchange(name: str, day: str, rest: str = "", kind: str = "signing") -> dict[str, str]:
    year = day[:4]
    return {
        f"data/exchanges/{year}/{name}.yaml": f"id: {name}\ntitle: {{zh: 甲, en: A}}\ntype: {kind}\n"
        f"start: {day}\nhomes: [alpha]\n{rest}"
    }


History = Callable[[Mapping[str, str]], dict[str, list[Entry]]]


@pytest.fixture
def histories(catalog: Callable[[Mapping[str, str]], Catalog]) -> History:
    """Of a portal in which the city has no tie unless the files say so."""
    return lambda files: build_histories(catalog({"data/cities.yaml": city("kaga")} | dict(files)))


SISTER = "home: alpha, kind: sister, status: active"
TEXT = "text: {zh: 經過, en: Course}"


def agreement(signed: str, *parties: str) -> str:
    return f"{{title: {{zh: 書, en: Paper}}, signed: {signed}, parties: [{', '.join(parties)}]}}"


def told(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.kind, str(entry.start)) for entry in entries]


def test_a_signing_that_an_exchange_a_tie_and_an_agreement_tell_of_is_one(
    histories: History,
) -> None:
    paper = agreement("2014-07-08", "alpha", "jp-kaga")
    stage = f"{{date: 2014-07-08, kind: sister, {TEXT}}}"
    tie = f"{{{SISTER}, signed: 2014-07-08, agreements: [{paper}], history: [{stage}]}}"
    files = exchange("signing", "2014-07-08", "cities: [{city: jp-kaga}]\n")
    found = histories({"data/cities.yaml": city("kaga", tie), **files})
    (entry,) = found[EVERY]
    assert (entry.id, len(entry.agreements), len(entry.stages)) == ("signing", 1, 1)
    assert [one.key for one in entry.ties] == ["jp-kaga--alpha"]
    assert found["ties/jp-kaga--alpha"] == found["cities/jp-kaga"] == [entry]


@pytest.mark.parametrize(
    ("written", "begins", "rest", "count"),
    [
        ("2025-09", "2025-09-08", "", 1),
        ("2025-09-09", "2025-09-08", "end: 2025-09-10\nwithin: true\n", 1),
        ("2025-09-09", "2025-09-08", "", 2),
        ("2025", "2025-09-08", "", 2),
        ("2025-10", "2025-09-08", "", 2),
    ],
)
def test_a_coarser_date_joins_what_it_can_mean_but_a_year_says_too_little(
    histories: History, written: str, begins: str, rest: str, count: int
) -> None:
    tie = f"{{{SISTER}, signed: {written}}}"
    files = exchange("signing", begins, f"{rest}cities: [{{city: jp-kaga}}]\n")
    found = histories({"data/cities.yaml": city("kaga", tie), **files})
    assert len(found[EVERY]) == count


def test_what_three_signed_is_one_signing_in_the_histories_of_all(histories: History) -> None:
    paper = agreement("2025-10-20", "alpha", "jp-kaga", "jp-mutsu")
    first = f"{{{SISTER}, signed: 2025-10-20, agreements: [{paper}]}}"
    second = f"{{{SISTER}, signed: 2025-10-20}}"
    found = histories({"data/cities.yaml": city("kaga", first) + city("mutsu", second)})
    (entry,) = found[EVERY]
    assert found["cities/jp-mutsu"] == found["ties/jp-mutsu--alpha"] == [entry]
    assert entry.cities == ("jp-kaga", "jp-mutsu")


def test_the_same_words_of_a_day_at_several_cities_are_one_turn(histories: History) -> None:
    stage = f"{{date: 2014, status: proposed, {TEXT}}}"
    tie = f"{{home: alpha, kind: sister, status: proposed, history: [{stage}]}}"
    found = histories({"data/cities.yaml": city("kaga", tie) + city("mutsu", tie)})
    (entry,) = found[EVERY]
    assert (entry.kind, entry.cities, len(entry.stages)) == ("tie", ("jp-kaga", "jp-mutsu"), 1)


def test_two_signings_of_a_day_with_one_city_by_two_offices_are_two(histories: History) -> None:
    ties = [
        f"{{home: alpha, unit: alpha-{unit}, kind: partner, status: active, signed: 2014-07-08}}"
        for unit in ("culture", "tourism")
    ]
    assert (
        len(histories({"data/homes.yaml": HOMES, "data/cities.yaml": city("kaga", *ties)})[EVERY])
        == 2
    )


def test_what_took_place_within_an_event_is_inside_it(histories: History) -> None:
    files = exchange("congress", "2017-04-01", "end: 2017-04-03\n", "conference")
    files |= exchange(
        "talk", "2017-04-02", "part_of: congress\ncities: [{city: jp-kaga}]\n", "meeting"
    )
    found = histories({"data/cities.yaml": city("kaga"), **files})
    (congress,) = found[EVERY]
    assert [inner.id for inner in congress.inner] == ["talk"]
    assert [entry.id for entry in found["cities/jp-kaga"]] == ["talk"]


def test_two_turns_of_a_day_have_names_of_their_own(histories: History) -> None:
    stages = ", ".join(
        f"{{date: 2014, text: {{zh: {zh}, en: {en}}}}}" for zh, en in (("甲", "A"), ("乙", "B"))
    )
    found = histories({"data/cities.yaml": city("kaga", f"{{{SISTER}, history: [{stages}]}}")})
    assert {entry.id for entry in found[EVERY]} == {
        "jp-kaga--alpha-tie-2014",
        "jp-kaga--alpha-tie-2014-2",
    }


def test_figures_of_a_period_are_no_entries(histories: History) -> None:
    assert histories(exchange("visits", "2014", "", "count")) == {}


def test_an_approval_stays_beside_the_signing_of_its_day(histories: History) -> None:
    stage = f"{{date: 2019-12-24, status: proposed, approver: {{zh: 議會, en: Council}}, {TEXT}}}"
    tie = f"{{{SISTER}, signed: 2020-01-13, history: [{stage}]}}"
    found = histories({"data/cities.yaml": city("kaga", tie)})
    assert told(found[EVERY]) == [("signing", "2020-01-13"), ("approval", "2019-12-24")]


def test_a_month_follows_its_days_and_a_year_its_months(histories: History) -> None:
    files = exchange("year", "2014") | exchange("month", "2014-07") | exchange("day", "2014-07-08")
    files |= exchange("earlier", "2014-03-01")
    found = histories(files)[EVERY]
    assert [entry.id for entry in found] == ["day", "month", "earlier", "year"]


def test_the_last_activity_of_a_tie_is_what_both_did_and_not_what_is_planned(
    histories: History,
) -> None:
    files = exchange("visit", "2015-05-04", "cities: [{city: jp-kaga}]\n", "visit-made")
    files |= exchange(
        "plan", "2027-05-04", "status: planned\ncities: [{city: jp-kaga}]\n", "visit-made"
    )
    tie = f"{{{SISTER}, signed: 2001}}"
    history = histories({"data/cities.yaml": city("kaga", tie), **files})["ties/jp-kaga--alpha"]
    last = last_activity(history, TODAY)
    assert last is not None
    assert last.id == "visit"
    assert years_without(last, TODAY) == 11
    assert years_without(last_activity([], TODAY), TODAY) is None
