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
