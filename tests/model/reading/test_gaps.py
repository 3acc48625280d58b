from __future__ import annotations

import pytest

from portal.model.reading.gaps import Gaps
from portal.model.records.kinds import CITIES, HOMES


def test_nothing_is_unknown_at_first() -> None:
    assert not Gaps()
    assert not Gaps().hides("content/en/index.md")
    assert not Gaps().within("content")


def test_with_the_homes_their_units_are_unknown() -> None:
    gaps = Gaps()
    gaps.note_kind(CITIES)
    assert gaps.kinds == {"cities"}
    gaps.note_kind(HOMES)
    assert gaps.kinds == {"cities", "homes", "units"}
    assert gaps


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("content/en", True),
        ("content/en/index.md", True),
        ("content/en/about/counting.md", True),
        ("content/english.md", False),
        ("content/zh/index.md", False),
        ("content", False),
        ("data/cities.yaml", True),
        ("data/cities.yaml.orig", False),
    ],
)
def test_a_folder_that_cannot_be_listed_may_hold_anything(path: str, hidden: bool) -> None:
    gaps = Gaps(paths={"content/en", "data/cities.yaml"})
    assert gaps.hides(path) is hidden


@pytest.mark.parametrize(
    ("folder", "partial"),
    [
        ("content", True),
        ("content/en", True),
        ("content/en/about", True),
        ("content/zh", False),
        ("cont", False),
    ],
)
def test_a_folder_is_partial_if_anything_in_or_around_it_is_unknown(
    folder: str, partial: bool
) -> None:
    assert Gaps(paths={"content/en"}).within(folder) is partial
