"""Another concept of the same sort is no paraphrase."""

from __future__ import annotations

import pytest
from worded import concept, told, word

SISTER = concept("sister-city", word("姊妹市"), word("姊妹城市", "admitted"), word("sister city"))
FRIEND = concept("friendship-city", word("友好城市"), word("friendship city"))
PARTNER = concept("partner-city", word("夥伴城市"), word("partner city"))
SCHOOL = concept("partner-school", word("夥伴學校"), word("partner school"))
QUALITY = concept("quality", word("定性指標"), word("qualitative indicator"), field="planning")
QUANTITY = concept("quantity", word("定量指標"), word("quantitative indicator"), field="planning")
STANDING = concept(
    "standing",
    word("常設委員會"),
    word("委員會", "admitted"),
    word("standing committee"),
    field="network",
)
EXECUTIVE = concept("executive", word("執行委員會"), word("executive committee"), field="network")
BASE = (STANDING, EXECUTIVE, SISTER, FRIEND, PARTNER, SCHOOL, QUALITY, QUANTITY)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("兩市締結友好城市。", "They became sister cities.", "友好城市 → friendship city"),
        ("兩市締結姊妹城市。", "They became friendship cities.", "姊妹城市 → sister city"),
        ("常設委員會開會。", "The executive committee met.", "常設委員會 → standing committee"),
        ("可用定性指標，也可用定量指標。", "Quantitative indicators will do.", "定性指標 → qualitative indicator"),
    ],
)  # fmt: skip
def test_another_concept_of_the_same_sort_is_told(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [f"missing-concept: {expected}"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("兩市締結友好城市。", "They became friends, if not sister cities."),  # a trace of it
        ("兩市締結友好城市。", "They tied a bond of friendship."),
        ("兩市締結友好城市。", "The two drew closer."),  # a paraphrase
        ("友好夥伴城市與姊妹市。", "Sister and friendship cities."),  # said of both at once
        ("姊妹市來訪。與友好城市的往來也多。", "The sister city came; there is much exchange with others."),
        ("委員會開會。", "The executive committee met."),  # what it is a sort of
        ("兩市締結夥伴學校。", "Sister cities."),  # another sort
        ("市長訪問「友好城市」。", "A visit to a sister city."),  # quoted
    ],
)  # fmt: skip
def test_what_is_said_otherwise_is_not(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []
