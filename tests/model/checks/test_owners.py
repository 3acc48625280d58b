from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

HOME = """\
- id: {id}
  name: {{zh: 市{id}, en: City {id}}}
  full_name: {{zh: 市{id}政府, en: Government of {id}}}
  level: city
  {more}
  units:
    - {{id: {id}-culture, name: {{zh: 文化局, en: Culture}}, level: bureau}}
    - {{id: {id}-tourism, name: {{zh: 觀光局, en: Tourism}}, level: bureau}}
"""
NOTE = "note: {zh: 註, en: Note}"


def homes(more: str = NOTE) -> str:
    return HOME.format(id="alpha", more=more) + HOME.format(id="beta", more=NOTE)


def city(line: str) -> dict[str, str]:
    return {
        "data/cities.yaml": f"""\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  partnerships:
    - {{kind: sister, status: active, {line}}}
- id: jp-sado
  name: {{zh: 佐渡, en: Sado}}
  level: city
  country: JP
"""
    }


RELEASE = """\
id: news
title: {{zh: 新聞, en: News}}
date: 2026-05-04
category: visits
lead: {{zh: 導言, en: A lead}}
body: {{zh: 內文, en: A text}}
sources: [report]
{lines}
"""
TRIP = """\
id: trip
title: {{zh: 報告, en: A report}}
travelers: [{{zh: 科長1人, en: One section chief}}]
purpose: {{zh: 觀摩。, en: To learn.}}
place: {{zh: 加賀, en: Kaga}}
start: 2026-05-04
end: 2026-05-05
summary: {{zh: 摘要, en: A summary}}
{lines}
"""
PLAN = """\
id: plan
title: {{zh: 計畫, en: A plan}}
start: 2020
end: 2021
summary: {{zh: 摘要, en: A summary}}
{lines}
"""
VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
start: 2026-05-04
{lines}
"""
PATHS = {
    RELEASE: "data/press_releases/2026/news.yaml",
    TRIP: "data/trip_reports/trip.yaml",
    PLAN: "data/plans/plan.yaml",
    VISIT: "data/exchanges/2026/visit.yaml",
}


@pytest.mark.parametrize(
    ("form", "lines", "expected"),
    [
        (TRIP, "home: alpha\nunit: alpha-culture", []),
        (TRIP, "home: alpha\nunit: beta-culture", ["10:7: foreign-office"]),
        (TRIP, "home: alpha\nmaintainer: beta", ["10:13: foreign-office"]),
        (TRIP, "home: alpha\nmaintainer: alpha", []),
        (TRIP, "home: beta\nunit: alpha-culture\nmaintainer: alpha", ["9:7: owner-differs"]),
        (PLAN, "home: alpha\nunits: [alpha-culture, alpha-tourism]", []),
        (PLAN, "home: alpha\nunits: [alpha-culture, beta-tourism]", ["7:24: foreign-office"]),
        (PLAN, "home: beta\nunits: [alpha-culture, alpha-tourism]", ["6:7: owner-differs"]),
        (PLAN, "home: alpha\nmaintainer: alpha-tourism", []),
        (VISIT, "units: [alpha-culture, beta-culture]", []),
        (VISIT, "homes: [alpha]\nunits: [alpha-culture]", []),
        (VISIT, "homes: [alpha, beta]\nunits: [alpha-culture, beta-culture]", []),
        (VISIT, "homes: [alpha]\nunits: [alpha-culture, beta-culture]", ["6:24: foreign-office"]),
        (VISIT, "homes: [alpha]\nmaintainer: beta-culture", ["6:13: foreign-office"]),
        (VISIT, "units: [alpha-culture]\nmaintainer: alpha", []),
        (VISIT, "units: [alpha-culture]\nmaintainer: beta", ["6:13: foreign-office"]),
        (VISIT, "cities: [{city: jp-kaga}]\nmaintainer: beta", []),
        (RELEASE, "issuer: alpha\ncontact: {office: alpha-culture}", []),
        (RELEASE, "issuer: alpha-tourism\ncontact: {office: alpha-culture}", []),
        (RELEASE, "issuer: alpha-tourism\ncontact: {office: alpha}", []),
        (RELEASE, "issuer: alpha\ncontact: {office: beta-culture}", ["9:19: foreign-office"]),
        (RELEASE, "issuer: alpha\nhomes: [alpha, beta]\ncontact: {office: beta-culture}", []),
        (RELEASE, "homes: [alpha]\ncontact: {office: beta-culture}", ["9:19: foreign-office"]),
        (RELEASE, "contact: {office: beta-culture}", []),
        (RELEASE, "issuer: alpha\nmaintainer: beta", ["9:13: foreign-office"]),
        (RELEASE, "issuer: alhpa\ncontact: {office: beta-culture}", ["8:9: unknown-id-near"]),
        (TRIP, "home: alpha\nunit: alpha-cultur", ["10:7: unknown-id-near"]),
    ],
)
def test_offices_belong_to_the_government_that_a_record_is_of(
    mistakes: Mistakes, form: str, lines: str, expected: list[str]
) -> None:
    files = {PATHS[form]: form.format(lines=lines), "data/homes.yaml": homes()}
    files |= city("home: alpha")
    assert mistakes(files) == [f"{PATHS[form]}:{line}" for line in expected]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("contact_unit: alpha-culture", []),
        ("contact_unit: beta-culture", ["5:17: foreign-office"]),
        ("maintainer: alpha", []),
        ("maintainer: beta", ["5:15: foreign-office"]),
    ],
)
def test_a_government_is_reached_at_an_office_of_its_own(
    mistakes: Mistakes, more: str, expected: list[str]
) -> None:
    found = mistakes({"data/homes.yaml": homes(more)} | city("home: alpha"))
    assert found == [f"data/homes.yaml:{line}" for line in expected]


AGREEMENT = "{{title: {{zh: 甲, en: A}}, parties: [{}]}}"


def signed(*parties: str) -> str:
    return "agreements: [" + ", ".join(map(AGREEMENT.format, parties)) + "]"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("home: alpha, adopting_units: [alpha-culture, alpha-tourism]", []),
        ("home: alpha, adopting_units: [alpha-culture, beta-tourism]", ["foreign-office"]),
        ("home: alpha, adopting_units: [beta-culture]", ["foreign-office"]),
        ("home: beta, adopting_units: [alpha-culture, alpha-tourism]", ["tie-of-other-home"]),
        ("home: alpha, unit: beta-culture", ["foreign-unit"]),
        ("home: alpha, " + signed("alpha, jp-kaga"), []),
        ("home: alpha, " + signed("alpha-tourism, jp-kaga"), []),
        ("home: alpha, unit: alpha-culture, " + signed("alpha-culture, jp-kaga"), []),
        ("home: alpha, unit: alpha-culture, " + signed("alpha, jp-kaga"), []),
        ("home: alpha, " + signed("alpha, beta, jp-sado, jp-kaga"), []),
        ("home: alpha, " + signed("jp-sado, jp-kaga"), ["home-not-party"]),
        ("home: alpha, " + signed("beta, jp-kaga"), ["home-not-party"]),
        ("home: alpha, " + signed("beta-culture, jp-kaga"), ["home-not-party"]),
        ("home: alpha, " + signed("alpha, jp-kaga", "beta, jp-kaga"), ["home-not-party"]),
        (
            "home: beta, " + signed("alpha, jp-kaga", "alpha, jp-sado, jp-kaga"),
            ["tie-of-other-home"],
        ),
        (
            "home: beta, adopting_units: [alpha-culture], " + signed("alpha, jp-kaga"),
            ["tie-of-other-home"],
        ),
        ("home: alpha, " + signed("beta, jp-sado"), ["city-not-party"]),
        ("home: alpha, " + signed("alpah, jp-kaga"), ["unknown-id-near"]),
    ],
)
def test_offices_and_agreements_of_a_tie_are_those_of_its_home(
    mistakes: Mistakes, line: str, codes: list[str]
) -> None:
    found = mistakes(city(line) | {"data/homes.yaml": homes()})
    assert [one.partition(": ")[2] for one in found] == codes


def test_nothing_is_said_about_homes_that_cannot_be_read(mistakes: Mistakes) -> None:
    found = mistakes(
        city("home: alpha, " + signed("beta, jp-kaga")) | {"data/homes.yaml": "- id: [\n"}
    )
    assert not [line for line in found if "home-not-party" in line]


def test_the_sentences_name_both_sides(report: Mistakes) -> None:
    files = {"data/homes.yaml": homes()} | city("home: alpha")
    path = "data/trip_reports/trip.yaml"
    assert report(files | {path: TRIP.format(lines="home: alpha\nunit: beta-culture")}) == [
        f"{path}:10:7: beta-culture belongs to beta, but this is about alpha; name an office of alpha, "
        "or correct home"
    ]
    assert report(
        files | {path: TRIP.format(lines="home: beta\nunit: alpha-culture\nmaintainer: alpha")}
    ) == [
        f"{path}:9:7: home is beta, yet all 2 offices named here belong to alpha; correct one or the other"
    ]
