"""Patterns that wait."""

from __future__ import annotations

import pytest
import regex

from portal.text.late_pattern import late_pattern


def test_a_pattern_finds_what_one_compiled_at_once_finds() -> None:
    late, now = (
        make(r"(?P<word>\p{Han}+)", regex.IGNORECASE) for make in (late_pattern, regex.compile)
    )
    text = "Taipei 臺北 Taichung 臺中"
    assert late.findall(text) == now.findall(text)
    assert [found["word"] for found in late.finditer(text)] == ["臺北", "臺中"]
    assert late.sub("○", text) == now.sub("○", text)
    assert late.fullmatch(text) is None


def test_a_fault_in_a_pattern_is_raised_when_it_is_used() -> None:
    broken = late_pattern("(")
    with pytest.raises(regex.error):
        broken.search("")
