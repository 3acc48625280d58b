"""An English name to which the last word of the Chinese one was added."""

from __future__ import annotations

import pytest
from worded import named, told, word

METROPOLIS = named("organizations", "metropolis", word("大都會協會"), word("Metropolis"))
CITYNET = named("organizations", "citynet", word("城市網"), word("CityNet"))
BASE = (METROPOLIS, CITYNET)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (
            "大都會協會開課。",
            "The Metropolis Association held a course.",
            "The Metropolis Association → Metropolis",
        ),
        ("參加城市網。", "It joined the CityNet Network.", "the CityNet Network → CityNet"),
    ],
)
def test_a_word_too_many_is_told(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [f"official-name: {expected}"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "大都會協會年會在布魯塞爾。",
            "The Metropolis Congress was in Brussels.",
        ),  # of another thing
        (
            "大都會協會及其青年協會。",
            "Metropolis and the Metropolis Association of youth.",
        ),  # that Chinese has too
        ("一個協會。", "A Metropolis Association."),  # that Chinese does not name
    ],
)
def test_what_chinese_says_too_is_not(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []
