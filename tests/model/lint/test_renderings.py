"""One term of a language under two words in the other, in the same text."""

from __future__ import annotations

import pytest
from worded import concept, told, word

MEMBER = concept(
    "member-city",
    word("會員城市"),
    word("成員城市", "admitted"),
    word("會員市", "admitted", type="short-form"),
    word("member city"),
    field="network",
)
FRIEND = concept(
    "friendship-city",
    word("友好城市"),
    word("友誼市", "preferred", "alpha"),
    word("friendship city"),
)
PEOPLE = concept(
    "people",
    word("國民外交"),
    word("people-to-people diplomacy"),
    word("citizen diplomacy", "admitted"),
)
TIE = concept("tie", word("備忘錄"), word("合作備忘錄", "admitted"), word("memorandum"))
BASE = (MEMBER, FRIEND, PEOPLE, TIE)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("60個會員城市出席，20個成員城市來自東南亞。", "Sixty member cities came; 20 of the member cities are near.",
         "成員城市 → 會員城市"),
        ("國民外交需要市民，國民外交需要經費。",
         "It is people-to-people diplomacy, and citizen diplomacy needs money.",
         "citizen diplomacy → people-to-people diplomacy"),
    ],
)  # fmt: skip
def test_the_word_that_is_not_preferred_is_told(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [f"two-renderings: {expected}"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "60個會員城市出席，20個會員市來自東南亞。",
            "Sixty member cities came; 20 of the member cities are near.",
        ),
        ("簽署備忘錄，又簽合作備忘錄。", "They signed a memorandum and another memorandum."),
        ("國民外交需要市民。", "It is people-to-people diplomacy, or citizen diplomacy."),
        ("會員城市與成員城市。", "A member city."),
    ],
)
def test_a_shorter_word_and_a_text_of_another_count_are_left_alone(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []


def test_a_tie_has_one_word_in_a_text_however_often_english_names_it() -> None:
    texts = "甲市有多個友誼市，友好城市之間往來密切。", "Alpha has many friendship cities."
    assert told(BASE, *texts, "alpha") == ["two-renderings: 友好城市 → 友誼市"]
    assert told(BASE, *texts, "alpha", "beta") == []


def test_two_persons_may_have_two_titles() -> None:
    deputy = word("副市長"), word("deputy mayor"), word("vice mayor", "deprecated")
    texts = "副市長會晤利馬副市長。", "The deputy mayor met the vice mayor of Lima."
    assert told([concept("deputy-mayor", *deputy, field="title")], *texts) == []
    assert told([concept("deputy-mayor", *deputy)], *texts) == [
        "two-renderings: vice mayor → deputy mayor"
    ]
