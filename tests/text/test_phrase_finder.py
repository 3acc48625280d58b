"""Phrases are found as a person who tries all of them at every place would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text.phrase_finder import PhraseFinder, is_whole


def found(phrases: list[str], text: str) -> list[str]:
    return [text[one.start : one.end] for one in PhraseFinder(phrases).find(text)]


def naive(phrases: list[str], text: str) -> list[tuple[int, int]]:
    at, places = 0, []
    while at < len(text):
        ends = [at + len(one) for one in phrases if one and text.startswith(one, at)]
        end = max((end for end in ends if is_whole(text, at, end)), default=0)
        if end:
            places.append((at, end))
        at = end or at + 1
    return places


@given(st.lists(st.text("ab甲乙 -’s", max_size=5), max_size=8), st.text("ab甲乙 -’s", max_size=40))
def test_it_finds_what_a_search_at_every_place_finds(phrases: list[str], text: str) -> None:
    places = [(one.start, one.end) for one in PhraseFinder(phrases).find(text)]
    assert places == naive(phrases, text)


@given(
    st.lists(st.text("甲乙丙", min_size=1, max_size=4), max_size=20),
    st.text("甲乙丙丁", max_size=60),
)
def test_in_chinese_nothing_is_left_in_which_a_phrase_stands(phrases: list[str], text: str) -> None:
    rest, at = [], 0
    for one in PhraseFinder(phrases).find(text):
        rest.append(text[at : one.start])
        at = one.end
    rest.append(text[at:])
    assert not [piece for piece in rest for phrase in phrases if phrase in piece]


@pytest.mark.parametrize(
    ("phrases", "text", "expected"),
    [
        (["國際事務", "國際事務科"], "秘書處國際事務科派員", ["國際事務科"]),
        (["國際事務", "國際事務科"], "培養國際事務人才", ["國際事務"]),
        (["MOU"], "簽署MOU，不是MOUs", ["MOU"]),
        (["mayor"], "mayors, the mayor’s office, the mayor's", ["mayor", "mayor"]),
        (["cities"], "the cities’ mayors", ["cities"]),
        (["don"], "they don’t", []),
        (["city"], "city-to-city, capacity, City", []),
        (["city", "sister city"], "a sister cityscape, one city", ["city"]),
        (
            ["plan"],
            "see https://example.org/plan or plan.pdf or a@plan.example, by plan.",
            ["plan"],
        ),
        (["plan"], "a plan – or plan", ["plan", "plan"]),
    ],
)
def test_words_are_whole(phrases: list[str], text: str, expected: list[str]) -> None:
    assert found(phrases, text) == expected


def test_what_does_not_suit_gives_way_to_what_is_shorter() -> None:
    finder = PhraseFinder(["甲乙丙", "甲乙", "丙"])
    assert [one.phrase for one in finder.find("甲乙丙", lambda one: len(one.phrase) < 3)] == [
        "甲乙",
        "丙",
    ]


def test_without_phrases_nothing_is_found() -> None:
    assert PhraseFinder([""]).find("甲") == []
