"""Where a long term may break."""

from __future__ import annotations

import pytest

from portal.pages.render.term_parts import parts_of


@pytest.mark.parametrize(
    ("words", "locale", "expected"),
    [
        ("認養局處", "zh", ["認養局處"]),
        ("友好交流協定", "zh", ["友好交流協定"]),
        ("三方國際交流備忘錄", "zh", ["三方", "國際交流", "備忘錄"]),
        ("adopting bureau", "en", ["adopting bureau"]),
        ("memorandum of understanding", "en", ["memorandum of ", "understanding"]),
        ("internationalization strategies", "en", ["internationalization ", "strategies"]),
        ("non-self-liquidating-ratio", "en", ["non-self-liquidating-ratio"]),
    ],
)
def test_parts(words: str, locale: str, expected: list[str]) -> None:
    assert parts_of(words, locale) == expected
    assert "".join(expected) == words
