"""One drawing: what stands over the picture of a window, ready for a template."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING

from portal.outputs.maps.land_picture import picture_path
from portal.outputs.maps.name_levels import Wanted, name_levels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from portal.model.records.city import City
    from portal.outputs.maps.coastline import Point
    from portal.outputs.maps.name_levels import Name
    from portal.outputs.maps.near import Near
    from portal.outputs.maps.sphere import Spot
    from portal.outputs.maps.window import Window

BESIDE = 21
"""Units from the middle of a mark to that of the next, where a place has several."""

_NARROW = 1000
"""Units of the width of a drawing that is shown beside something else."""

_BOW = 0.17
"""How far a line bends, in parts of its length."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A tie of a place as the map shows it: a shape in a color."""

    mark: str
    """What the shape stands for: ``home-1``, the first government, or a kind of tie."""
    owner: str
    """The government, by the same word."""
    start: Spot | None
    """Where its line begins; None without one."""
    is_named: bool = False
    """Whether its place has a name, if there is room; others have one only when they are pointed at."""
    is_lined: bool = True
    """Whether its line is always shown, and not only when its place is pointed at."""
    is_past: bool = False
    """Whether its line is broken, because the tie is not in force."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A place with its signs, in the order of the governments."""

    city: City
    spot: Spot
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the drawing."""

    x: float
    y: float
    city: City
    signs: tuple[tuple[float, Sign], ...]
    """Each with how far to the right it stands."""
    ways: tuple[tuple[str, Sign], ...]
    """Its lines as path data."""
    name: Name


@dataclass(slots=True)
class Sheet:
    """A drawing over the picture of a window."""

    picture: str
    """The address of the picture below the root of the site."""
    width: int
    height: int
    is_whole: bool
    """Whether it is the whole Earth, which has no frame."""
    is_wide: bool
    """Whether it is as wide as the text, so that its names must be larger on a phone."""
    marks: list[Mark]
    seats: list[tuple[float, float, Name]]
    """The governments, each with its name."""
    frame: str = ""
    """Where the other drawing of the same map lies, as path data."""
    cities: list[City] = field(default_factory=list)
    """The places that it shows."""


def draw(
    window: Window,
    places: Sequence[Marked],
    homes: Sequence[tuple[Spot, str]],
    name: Callable[[City], str],
    *,
    frame: Near | None = None,
) -> Sheet:
    """The places, in the order given, and the governments, which have names unless these are empty.

    Where there is no room for all names, places come first whose line is shown, and last those without a tie.
    """
    seats = {rounded(window.place(spot)): text for spot, text in reversed(homes)}
    spots = [rounded(window.place(place.spot)) for place in places]
    signs = [_signs(place) for place in places]
    order = sorted(range(len(places)), key=lambda n: _standing(places[n]))
    wanted = [Wanted(point, text) for point, text in reversed(seats.items())]
    for n in order:
        first = 1 if any(sign.is_named for sign in places[n].signs) else 2
        wanted.append(
            Wanted(spots[n], name(places[n].city), tuple(x for x, _ in signs[n]) or (0,), first)
        )
    names = name_levels(wanted, window.width, window.height, levels=(1,))
    name_of = dict(zip(order, names[len(seats) :], strict=True))
    marks = [
        Mark(*spots[n], place.city, signs[n], _ways(window, place), name_of[n])
        for n, place in enumerate(places)
    ]
    at = [one.point for one in wanted[: len(seats)]]
    return Sheet(
        picture_path(window), window.width, window.height, bool(window.sea()),
        window.width > _NARROW, marks,
        seats=[(x, y, name) for (x, y), name in zip(at, names, strict=False)],
        frame=frame_in(window, frame) if frame else "",
        cities=[place.city for place in places],
    )  # fmt: skip


def gathered(places: Sequence[tuple[City, Spot, Sign]]) -> list[Marked]:
    """One for each place; several ties of one government with the same mark are one sign."""
    by_id: dict[str, dict[Sign, None]] = defaultdict(dict)
    known = {}
    for city, at, sign in places:
        known[city.id] = (city, at)
        by_id[city.id][sign] = None
    return [Marked(*known[city_id], tuple(signs)) for city_id, signs in by_id.items()]


def _signs(place: Marked) -> tuple[tuple[float, Sign], ...]:
    """Side by side; of those that look alike, the first."""
    shapes = {sign.mark + sign.owner: sign for sign in reversed(place.signs)}
    signs = [sign for sign in place.signs if shapes[sign.mark + sign.owner] is sign]
    first = -(len(signs) - 1) / 2 * BESIDE
    return tuple((first + n * BESIDE, sign) for n, sign in enumerate(signs))


def _ways(window: Window, place: Marked) -> tuple[tuple[str, Sign], ...]:
    """Where several lines are one, the one that is shown most."""
    end = window.place(place.spot)
    signs = sorted(place.signs, key=lambda sign: (sign.is_lined, not sign.is_past))
    ways = {bow(window.place(sign.start), end): sign for sign in signs if sign.start}
    return tuple(ways.items())


def _standing(place: Marked) -> tuple[bool, bool]:
    """Which places have names first."""
    is_lined = any(sign.start and sign.is_lined for sign in place.signs)
    return not is_lined, all(sign.mark == "place" for sign in place.signs)


def bow(start: Point, end: Point) -> str:
    """The line of a tie as path data: it bends upwards, the more the longer it is."""
    (x, y), (u, v) = rounded(start), rounded(end)
    top = (y + v) / 2 - hypot(u - x, v - y) * _BOW
    return f"M{x:g} {y:g}Q{(x + u) / 2:.0f} {max(top, 2):.0f} {u:g} {v:g}"


def frame_in(window: Window, inner: Near) -> str:
    """The edges of a window as they run on another."""
    wide, high, steps = inner.width, inner.height, range(8)
    edge = [(wide * n / 8, 0.0) for n in steps] + [(float(wide), high * n / 8) for n in steps]
    edge += [(wide - x, high - y) for x, y in edge]
    points = [rounded(window.place(inner.spot(point))) for point in edge]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"


def rounded(point: Point) -> Point:
    """To tenths of a unit."""
    return round(point[0], 1), round(point[1], 1)
