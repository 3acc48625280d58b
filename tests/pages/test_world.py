from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from portal.model.values.coordinates import Coordinates
from portal.pages.world import draw, project

TAIPEI, SYDNEY, LISBON = (
    Coordinates.model_validate({"lat": lat, "lon": lon})
    for lat, lon in (("25.04", "121.56"), ("-33.87", "151.21"), ("38.72", "-9.14"))
)


def tie(home: str, place: Coordinates | None) -> Any:
    return SimpleNamespace(
        partnership=SimpleNamespace(home=home), city=SimpleNamespace(coordinates=place)
    )


def test_the_pacific_lies_in_the_middle_and_north_is_up() -> None:
    (x_home, y_home), (x_south, y_south), (x_west, _) = map(project, (TAIPEI, SYDNEY, LISBON))
    assert x_west < x_home < x_south
    assert y_home < y_south
    assert all(0 <= x < 360 for x in (x_home, x_south, x_west))


def test_each_tie_is_one_way_from_its_home() -> None:
    ties = [tie("a", SYDNEY), tie("a", SYDNEY), tie("a", LISBON), tie("a", None), tie("b", LISBON)]
    world = draw({"a": TAIPEI}, ties, [SYDNEY, SYDNEY, LISBON])
    assert len(world.places) == 2
    assert world.homes == [project(TAIPEI)]
    assert re.findall(r"M([\d.]+) ([\d.]+)Q", world.ways) == [("151.6", "47")] * 2
