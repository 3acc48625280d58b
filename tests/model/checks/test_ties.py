from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

CITY = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
"""


def ties(*lines: str) -> dict[str, str]:
    return {
        "data/cities.yaml": CITY + "".join(f"    - {{home: alpha, {line}}}\n" for line in lines)
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("kind: sister, status: proposed", []),
        ("kind: sister, status: proposed, signed: 2014", ["6:43: proposed-but-signed"]),
        ("kind: sister, status: ended, ended: 2020", []),
        ("kind: sister, status: dormant, ended: 2020", []),
        ("kind: sister, status: ended", []),
        ("kind: sister, status: active, ended: 2020", ["6:43: ended-but-in-force"]),
        ("kind: sister, status: unknown, ended: 2020", ["6:43: ended-but-in-force"]),
        ("kind: sister, status: signed, signed: 2014, ended: 2013, confidential: true",
         ["6:43: ended-but-in-force", "6:72: date-order"]),
        ("unit: alpha-culture, kind: sister, status: active", []),
    ],
)  # fmt: skip
def test_status_and_dates_of_a_tie_agree(
    mistakes: Mistakes, line: str, expected: list[str]
) -> None:
    assert mistakes(ties(line)) == [f"data/cities.yaml:{code}" for code in expected]


def test_a_proposed_tie_has_no_dated_agreement(mistakes: Mistakes) -> None:
    agreement = "agreements: [{title: {zh: 甲, en: A}, signed: 2014, parties: [alpha, jp-kaga]}]"
    assert mistakes(ties(f"kind: sister, status: proposed, {agreement}")) == [
        "data/cities.yaml:6:43: proposed-but-signed"
    ]


def test_a_home_has_one_tie_with_a_city_and_each_unit_one_of_its_own(mistakes: Mistakes) -> None:
    own, unit = "kind: sister, status: active", "unit: alpha-culture, kind: partner, status: active"
    assert mistakes(ties(own, unit)) == []
    assert mistakes(ties(own, unit, own, unit)) == [
        "data/cities.yaml:8:7: repeated-tie",
        "data/cities.yaml:9:7: repeated-tie",
    ]


def test_an_agreement_names_the_city_under_which_it_stands(mistakes: Mistakes) -> None:
    agreement = "agreements: [{title: {zh: 甲, en: A}, parties: [alpha, alpha-culture]}]"
    assert mistakes(ties(f"kind: sister, status: active, {agreement}")) == [
        "data/cities.yaml:6:97: city-not-party"
    ]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["home: alpha", "city: jp-kaga"], []),
        (["home: alpha, city: jp-kaga"], ["5:7: home-or-city"]),
        (["note: {zh: 註, en: Note}"], ["5:7: home-or-city"]),
        (["city: jp-kaga", "home: alpha", "city: jp-kaga"], ["7:7: repeated-membership"]),
        (["home: alpha, groups: [culture]"], []),
        (["home: alpha, groups: [cultur]"], ["5:54: unknown-id-near"]),
        (["home: alpha, groups: [zzz]"], ["5:54: unknown-id"]),
    ],
)
def test_a_membership_has_one_member_and_known_groups(
    mistakes: Mistakes, members: list[str], expected: list[str]
) -> None:
    text = "- id: net\n  name: {zh: 城市網, en: City Net}\n  kind: city-network\n  memberships:\n"
    text += "".join(f"    - {{membership_class: full, {member}}}\n" for member in members)
    text += "  groups: [{id: culture, name: {zh: 文化組, en: Culture}}]\n"
    found = mistakes({"data/organizations.yaml": text})
    assert found == [f"data/organizations.yaml:{code}" for code in expected]


def test_each_tie_is_judged_though_another_is_wrong(report: Mistakes) -> None:
    line = "kind: sister, status: proposed, signed: 2014"
    assert report(ties(line, line)) == [
        "data/cities.yaml:6:43: status is proposed, yet it was signed on 2014; "
        "write signed or active, or delete the date",
        "data/cities.yaml:7:7: the partnership of alpha with jp-kaga is written twice; "
        "join them into one",
        "data/cities.yaml:7:43: status is proposed, yet it was signed on 2014; "
        "write signed or active, or delete the date",
    ]


def test_a_tie_of_an_office_that_is_written_twice_names_the_office(report: Mistakes) -> None:
    line = "unit: alpha-culture, kind: friendship, status: active"
    assert report(ties("kind: sister, status: active", line, line)) == [
        "data/cities.yaml:8:7: the partnership of alpha-culture with jp-kaga is written twice; "
        "join them into one"
    ]


NET = """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
  groups: [{id: culture, name: {zh: 文化, en: Culture}}, {id: climate, name: {zh: 氣候, en: Climate}}]
  memberships:
"""


def test_each_membership_is_judged_though_another_is_wrong(report: Mistakes) -> None:
    text = NET + (
        "    - {membership_class: full}\n"
        "    - {home: alpha, membership_class: full, groups: [culture, climate]}\n"
        "    - {city: jp-kaga, membership_class: full}\n"
        "    - {home: alpha, membership_class: full, groups: [climat, zzz]}\n"
        "    - {city: jp-kaga, membership_class: full}\n"
        "    - {home: alpha, city: jp-kaga, membership_class: full}\n"
    )
    path = "data/organizations.yaml"
    assert report({path: text}) == [
        f"{path}:6:7: a membership names either home or city; write exactly one of them",
        f"{path}:9:7: the membership of alpha in net is written twice; join them into one",
        f"{path}:9:54: there is no climat in groups; did you mean climate?",
        f"{path}:9:62: there is no zzz in groups; add that record or correct the id",
        f"{path}:10:7: the membership of jp-kaga in net is written twice; join them into one",
        f"{path}:11:7: a membership names either home or city; write exactly one of them",
    ]


def test_a_tie_of_an_office_of_another_government_is_told_whose_it_is(report: Mistakes) -> None:
    home = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
  units: [{{id: {id}-culture, name: {{zh: 文化局, en: Culture}}, level: bureau}}]
"""
    files = ties("unit: beta-culture, kind: sister, status: active")
    files |= {"data/homes.yaml": home.format(id="alpha") + home.format(id="beta")}
    assert report(files) == [
        "data/cities.yaml:6:27: beta-culture belongs to beta, not to alpha; correct home or unit"
    ]
