"""A drawing of all ties, each a link that can be followed from its government to its place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.maps.land_picture import picture_path
from portal.outputs.maps.name_levels import Wanted, name_levels
from portal.outputs.maps.sheet import BESIDE, bow, frame_in, rounded
from portal.outputs.maps.tie_marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from portal.model.records.city import City
    from portal.model.records.partnership import Partnership
    from portal.outputs.maps.name_levels import Name
    from portal.outputs.maps.near import Near
    from portal.outputs.maps.sphere import Spot
    from portal.outputs.maps.window import Window

PAST = ("proposed", "dormant", "ended", "unknown")
"""A tie of such a status is not in force, and its line is broken."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A tie, or a place that has none; of both there is one line in the table below the map."""

    number: int
    """The same on every drawing and in the table."""
    city: City
    tie: Partnership | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A government on a map."""

    id: str
    spot: Spot
    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class TieMark:
    """An entry on a drawing."""

    entry: Entry
    x: float
    y: float
    shift: float
    """How far to the right of its place it stands, where others stand at the same."""
    owner: str
    """The government by its color, ``home-2``; ``place`` without a tie."""
    look: str
    """Whether its shape is filled: ``full`` or ``bare``."""
    shape: str
    """As SVG path data."""
    way: str
    """Its line as path data; empty without a tie, or if the government has no location."""
    name: Name
    is_crowd: bool
    """Whether the drawing shows it only when it is magnified, because another one shows it better."""

    @property
    def is_past(self) -> bool:
        """Whether it is not in force."""
        return self.entry.tie is not None and self.entry.tie.status in PAST


@dataclass(frozen=True, slots=True)
class TieSheet:
    """A drawing over the picture of a window."""

    picture: str
    """The address of the picture below the root of the site."""
    finer: str
    """That of one to be magnified; empty if there is none."""
    width: int
    height: int
    marks: tuple[TieMark, ...]
    seats: tuple[tuple[float, float, Name], ...]
    """The governments, each with its name."""
    frame: str
    """Where the other drawing of the same map lies, as path data."""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole Earth."""
        return bool(self.finer)


def draw_ties(
    window: Window,
    entries: Iterable[Entry],
    seats: Sequence[Seat],
    names: Mapping[str, str],
    *,
    colors: Mapping[str, str],
    finer: Window | None = None,
    frame: Near | None = None,
    crowd: Collection[str] = (),
    bare: bool = False,
) -> TieSheet:
    """The entries that have a location, in the order given, and the governments.

    ``names`` are those of places, ``colors`` those of governments, both by id. ``crowd`` are the places of which
    another drawing, whose window is the ``frame``, shows more. ``bare`` leaves the names of governments to it, too.
    """
    starts = {seat.id: window.place(seat.spot) for seat in seats}
    by_place: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_place[entry.city.id].append(entry)
    places = [(found[0].city, found) for found in by_place.values()]
    at = {city.id: rounded(window.place(_spot(city))) for city, _ in places}
    wanted = [Wanted(rounded(starts[seat.id]), seat.name, first=2 if bare else 1) for seat in seats]
    order = sorted(range(len(places)), key=lambda n: _standing(places[n][1]))
    shifts = {city.id: _beside(len(found)) for city, found in places}
    for n in order:
        city = places[n][0]
        first = 2 if city.id in crowd else 1
        wanted.append(Wanted(at[city.id], names[city.id], shifts[city.id], first))
    named = name_levels(wanted, window.width, window.height)
    seat_names, city_names = named[: len(seats)], named[len(seats) :]
    name_of = {places[n][0].id: name for n, name in zip(order, city_names, strict=True)}

    def mark(entry: Entry, shift: float) -> TieMark:
        (x, y), tie, place = at[entry.city.id], entry.tie, entry.city.id
        owner = colors.get(tie.home, "home-0") if tie else "place"
        look, shape = mark_of(owner, tie.kind if tie else "")
        start = starts.get(tie.home) if tie else None
        way = bow(start, (x, y)) if start else ""
        name = name_of[place]
        return TieMark(entry, x, y, shift, owner, look, shape, way, name, place in crowd)

    marks = tuple(
        mark(entry, shift)
        for city, found in places
        for entry, shift in zip(found, shifts[city.id], strict=True)
    )
    dots = [rounded(starts[seat.id]) for seat in seats]
    return TieSheet(
        picture_path(window),
        picture_path(finer) if finer else "",
        window.width, window.height, marks,
        tuple((x, y, name) for (x, y), name in zip(dots, seat_names, strict=True)),
        frame_in(window, frame) if frame else "",
    )  # fmt: skip


def _beside(count: int) -> tuple[float, ...]:
    """How far to the right so many marks of one place stand."""
    return tuple((n - (count - 1) / 2) * BESIDE for n in range(count))


def _standing(entries: Sequence[Entry]) -> tuple[bool, bool, int]:
    """Which places have names first: those with a counted tie, with any in force, with the most."""
    ties = [entry.tie for entry in entries if entry.tie]
    counted = any(tie.is_headline for tie in ties)
    return not counted, not any(tie.status not in PAST for tie in ties), -len(ties)


def _spot(city: City) -> Spot:
    assert city.coordinates is not None
    return float(city.coordinates.lat), float(city.coordinates.lon)
