from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

PATH = "data/exchanges/2024/visit.yaml"
VISIT = """\
id: visit
title: {{zh: 加賀訪問甲市, en: Kaga visits Alpha}}
type: {type}
start: 2024-05-03
homes: [alpha]
cities: [{{city: jp-kaga}}]
"""
FILES = {
    "data/homes.yaml": (
        "- id: alpha\n  name: {zh: 甲市, en: Alpha}\n"
        "  full_name: {zh: 甲市政府, en: Alpha City Government}\n  level: city\n"
    ),
    "data/cities.yaml": (
        "- {id: jp-kaga, name: {zh: 加賀, en: Kaga}, level: city, country: JP}\n"
        "- {id: jp-mutsu, name: {zh: 陸奧, en: Mutsu}, level: city, country: JP}\n"
    ),
}


def found(mistakes: Mistakes, text: str, type_: str = "signing") -> list[str]:
    return mistakes(FILES | {PATH: VISIT.format(type=type_) + text})


def people(*parts: str) -> str:
    return "participants:\n" + "".join(f"  - {{{part}}}\n" for part in parts)


DELEGATION = "who: delegation, direction: received, number: 20"


@pytest.mark.parametrize(
    "parts",
    [
        [DELEGATION],
        [f"{DELEGATION}, precision: more-than, party: jp-kaga"],
        [DELEGATION, "who: delegation, direction: sent, number: 5"],
        [DELEGATION, "who: students, direction: received, number: 30"],
        [DELEGATION, "who: delegation, direction: received, number: 20, party: jp-kaga"],
        [f"{DELEGATION}, precision: more-than", f"{DELEGATION.replace('20', '23')}, party: jp-kaga"],
    ],
)  # fmt: skip
def test_numbers_of_people_that_fit_are_accepted(mistakes: Mistakes, parts: list[str]) -> None:
    assert found(mistakes, people(*parts)) == []


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        (["who: delegation, direction: received, number: 0"], "8:52: number-too-small"),
        ([DELEGATION, "who: delegation, direction: received, number: 21"], "9:11: people-twice"),
        ([f"{DELEGATION}, party: jp-mutsu"], "8:63: people-of-absent"),
        (
            [DELEGATION, f"{DELEGATION.replace('20', '21')}, party: jp-kaga"],
            "9:52: people-above-whole",
        ),
    ],
)
def test_numbers_that_contradict_are_told_where_they_stand(
    mistakes: Mistakes, parts: list[str], place: str
) -> None:
    assert found(mistakes, people(*parts)) == [f"{PATH}:{place}"]


@pytest.mark.parametrize(
    ("type_", "direction", "is_wrong"),
    [
        ("visit-received", "sent", True),
        ("visit-made", "received", True),
        ("visit-received", "received", False),
        ("visit-made", "sent", False),
        ("visit-made", "all", False),
        ("signing", "sent", False),
    ],
)
def test_nobody_is_sent_in_a_visit_that_was_received(
    mistakes: Mistakes, type_: str, direction: str, is_wrong: bool
) -> None:
    text = people(f"who: delegation, direction: {direction}, number: 4")
    told = [f"{PATH}:8:34: people-against-type"] if is_wrong else []
    assert found(mistakes, text, type_) == told


@pytest.mark.parametrize(
    ("unit", "is_people"),
    [
        ("{zh: 人, en: persons}", True),
        ("{zh: 名, en: People}", True),
        ("{zh: 座, en: cities}", False),
    ],
)
def test_people_are_no_free_figures(mistakes: Mistakes, unit: str, is_people: bool) -> None:
    text = f"figures:\n  - label: {{zh: 團員, en: Group}}\n    value: 3\n    unit: {unit}\n"
    told = [f"{PATH}:10:11: people-in-figures"] if is_people else []
    assert found(mistakes, text) == told
