"""Points of the Earth stand where the projections say, and windows follow from where places are."""

from __future__ import annotations

import gzip
from itertools import product

import pytest

from portal.outputs.maps.earth import Earth, equal_earth
from portal.outputs.maps.land import Land, land
from portal.outputs.maps.land_picture import land_picture
from portal.outputs.maps.near import Near
from portal.outputs.maps.sphere import away, distance, middle
from portal.outputs.maps.windows import around_homes, crowded, world

TAIPEI, BERLIN, TOKYO, LIMA = (25.04, 121.56), (52.52, 13.4), (35.68, 139.77), (-12.05, -77.04)


def test_the_corners_of_the_earth_stand_where_the_paper_puts_them() -> None:
    assert equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert equal_earth(0, 90)[1] == pytest.approx(1.31736, abs=1e-5)


def test_distances_on_the_sphere() -> None:
    assert distance(TAIPEI, TOKYO) == pytest.approx(2100, abs=15)
    there = away(TAIPEI, 45, 1500)
    assert distance(TAIPEI, there) == pytest.approx(1500)
    assert middle([(10, 179), (10, -179)])[1] == pytest.approx(180)
    with pytest.raises(ValueError, match="no point"):
        middle([])


@pytest.mark.parametrize("point", [(0.0, 0.0), (400.0, 300.0), (790.0, 20.0)])
def test_what_stands_at_a_point_of_a_window_is_placed_there(point: tuple[float, float]) -> None:
    window = Near(-35, 150, 1500, 1300)
    assert window.place(window.spot(point)) == pytest.approx(point, abs=1e-6)


@pytest.mark.parametrize("window", [Near(24, 121, 1300, 900), Near(-10, -150, 3000, 2500)])
def test_no_land_is_left_out_that_would_be_seen(window: Near) -> None:
    """Every outline with a corner in the window is drawn, and none on the other side of the Earth."""
    drawn = sum(1 for _ in window.land(land()))
    seen = [
        outline
        for outline in land().outlines
        if outline.area >= window.on_earth(window.smallest)
        and any(
            0 <= x <= window.width and 0 <= y <= window.height
            for x, y in (window.place((lat, lon)) for lon, lat in outline.corners)
        )
    ]
    assert seen
    seen_again = sum(1 for _ in window.land(Land(tuple(seen), land().on_meridians)))
    assert seen_again == len(seen)
    assert drawn < len(land().outlines) / 2


def test_equal_areas_stay_equal() -> None:
    """A degree of latitude by a degree of longitude covers as much paper as its share of the sphere."""
    window, whole = Near(40, 20, 3000, 3000), Earth(20)
    near: list[float] = []
    earth: list[float] = []
    for lat in (25, 40, 55):
        cells = [(lat + a, 20 + b) for a, b in ((0, 0), (0, 1), (1, 1), (1, 0))]
        size = distance((lat + 0.5, 20), (lat + 0.5, 21))
        for sizes, drawn in ((near, window), (earth, whole)):
            ring = [drawn.place(cell) for cell in cells]
            pairs = zip(ring, ring[1:] + ring[:1], strict=True)
            sizes.append(abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / size)
    for sizes in (near, earth):
        assert max(sizes) / min(sizes) == pytest.approx(1, abs=0.01)


def test_the_earth_is_cut_in_an_ocean_and_the_homes_stand_inside() -> None:
    for home in (TAIPEI, BERLIN, LIMA, (40.7, -74.0), (28.6, 77.2), (-33.9, 151.2)):
        whole = world([home])
        assert whole.width / 6 < whole.place(home)[0] < whole.width * 5 / 6
    assert world([TAIPEI]).meridian == 150


def test_places_that_hide_each_other_get_a_window_which_holds_them_and_near_homes() -> None:
    japan = [(33 + n / 2, 131 + n) for n in range(10)]
    spread = [(50, 10), (40, -100), (-30, 25), (-35, 149)]
    whole = world([TAIPEI])
    window = crowded([*japan, *spread], [TAIPEI], whole)
    assert window is not None
    assert all(window.holds(place) for place in (*japan, TAIPEI))
    assert not any(window.holds(place) for place in spread)
    assert crowded(spread, [TAIPEI], whole) is None
    assert crowded([], [TAIPEI], whole) is None


def test_a_place_and_its_home_stand_together_in_a_window_that_others_share() -> None:
    windows = {}
    for place in (TOKYO, (34.4, 132.4), (43.1, 141.3), (52, 5), LIMA, (-37, 175), (25.1, 121.5)):
        windows[place] = around_homes((place, TAIPEI), (TAIPEI,))
        assert windows[place].holds(place, 10)
        assert windows[place].holds(TAIPEI, 10)
    assert windows[TOKYO] == windows[34.4, 132.4]
    assert len({window.name for window in windows.values()}) < len(windows)


def test_pictures_are_light_and_the_same_each_time() -> None:
    whole = land_picture(Earth(150))
    assert whole == land_picture(Earth(150))
    assert len(gzip.compress(whole)) < 25 * 1024
    homes = [(52.5, 13.4), (40.7, -74.0), (-33.4, -70.6), (1.35, 103.8)]
    for home, other in product(homes, [TAIPEI, TOKYO, (60, 25), (9, -79), (-37, 175)]):
        window = around_homes((other, home), (home,))
        if not window.sea():
            assert len(gzip.compress(land_picture(window))) < 3 * 1024 + 512, window


def test_an_inland_window_is_all_land_and_one_of_the_ocean_none() -> None:
    inland, ocean = land_picture(Near(47, 95, 400, 400)), land_picture(Near(30, -150, 700, 700))
    assert b"M-20" in inland or b"M820" in inland
    assert ocean.endswith(b'd=""/></svg>\n')
