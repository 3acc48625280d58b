"""The first sentence of a text ends where readers would say it does."""

from __future__ import annotations

import pytest

from portal.pages.render.first_sentence import first_sentence


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("市長來訪。次日離開。", "zh", "市長來訪。"),
        ("說「好。」然後簽署。再見。", "zh", "說「好。」然後簽署。"),
        ("沒有句號", "zh", "沒有句號"),
        ("The mayor came.\nHe left.", "en", "The mayor came."),
        (
            "The mayor of St. Louis met the U.S. consul. He left.",
            "en",
            "The mayor of St. Louis met the U.S. consul.",
        ),
        ("It cost 3.5 million. All paid.", "en", "It cost 3.5 million."),
        ("She said “yes.” They signed.", "en", "She said “yes.”"),
    ],
)
def test_it_ends_with_its_stop(text: str, locale: str, expected: str) -> None:
    assert first_sentence(text, locale) == expected
