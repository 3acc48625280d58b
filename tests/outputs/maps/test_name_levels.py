"""Names of one magnification keep clear of each other and of marks; the more a map is magnified, the more it has."""

from __future__ import annotations

import random
from itertools import combinations

from portal.outputs.maps.name_levels import LEVELS, Name, Wanted, name_levels
from portal.outputs.maps.place_names import MARK, SIZE, width

Box = tuple[float, float, float, float]


def box_of(name: Name, wanted: Wanted, level: int) -> Box:
    wide = width(name.text) * SIZE
    left = name.x - {"start": 0.0, "middle": wide / 2, "end": wide}[name.anchor]
    x, y = wanted.point[0] * level + left, wanted.point[1] * level + name.y
    return x, y - SIZE * 0.7, x + wide, y


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def test_names_keep_clear_at_every_magnification() -> None:
    chance = random.Random(15)
    wanted = [
        Wanted((chance.uniform(0, 2000), chance.uniform(0, 900)), "Hachioji City"[: 4 + n % 9])
        for n in range(250)
    ]
    names = name_levels(wanted, 2000, 900)
    assert [name.text for name in names] == [one.text for one in wanted]
    counts = [sum(0 < name.level <= level for name in names) for level in LEVELS]
    assert counts == sorted(counts)
    assert 20 < counts[0] < counts[-1]
    for level in LEVELS[:2]:
        shown = [
            (n, box_of(name, wanted[n], level))
            for n, name in enumerate(names)
            if name.level == level
        ]
        assert not [pair for pair in combinations(shown, 2) if touch(pair[0][1], pair[1][1])]
        for n, box in shown:
            for other, one in enumerate(wanted):
                x, y = one.point[0] * level, one.point[1] * level
                assert other == n or not touch(box, (x - MARK, y - MARK, x + MARK, y + MARK))


def test_places_that_hide_each_other_have_names_once_there_is_room() -> None:
    near = [Wanted((1000 + 9 * n, 400 + 5 * (n % 3)), "Hino") for n in range(8)]
    levels = [name.level for name in name_levels(near, 2000, 900)]
    assert levels[0] == 1
    assert set(levels) > {1}
    assert 0 not in levels


def test_several_marks_of_a_place_push_its_name_aside() -> None:
    one, several = (
        name_levels([Wanted((1000, 400), "Kaga", shifts)], 2000, 900)[0]
        for shifts in ((0.0,), (-21.0, 0.0, 21.0))
    )
    assert several.x == one.x + 21


def test_a_name_that_another_drawing_shows_waits() -> None:
    (late,) = name_levels([Wanted((1000, 400), "Kaga", first=2)], 2000, 900)
    assert late.level == 2
    assert late.shown == "n2"
    (never,) = name_levels([Wanted((1, 1), "K" * 2000)], 2000, 900)
    assert never.shown == "n0"
