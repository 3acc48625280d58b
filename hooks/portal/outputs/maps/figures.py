"""The maps of pages: which places each shows, in which windows, with which lines and names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.outputs.maps.sheet import Sign, draw, gathered
from portal.outputs.maps.sphere import spot
from portal.outputs.maps.windows import crowded, world
from portal.pages.render.home_marks import color_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.tie import Tie
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.outputs.maps.earth import Earth
    from portal.outputs.maps.near import Near
    from portal.outputs.maps.sheet import Sheet
    from portal.outputs.maps.sphere import Spot

    Place = tuple[City, Spot, Sign]
    Namer = Callable[["City | Home"], str]

FEW = 2
"""How many of the oldest and of the newest ties of a government have a line on a drawing."""


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map: the Earth, and if places crowd somewhere, a second drawing of that part."""

    sheets: tuple[Sheet, ...]
    shown: int
    """Places on it."""
    unplaced: tuple[City, ...]
    """Places that belong on it but whose location is not on record."""
    crowd: tuple[str, ...]
    """The countries of most places of the second drawing, by code; none without one."""
    kinds: tuple[str, ...]
    """The kinds of ties that its shapes stand for, if they do not stand for governments."""

    outside: tuple[City, ...] = ()
    """Places that lie too far away from the others to be on it."""

    @property
    def total(self) -> int:
        """All places that belong on it."""
        return self.shown + len(self.unplaced) + len(self.outside)


def home_mark(catalog: Catalog, home_id: str) -> str:
    """``home-1`` for the first government that publishes; ``home-0`` for others."""
    ids = [home.id for home in catalog.publishers]
    return color_at(ids.index(home_id)) if home_id in ids else "home-0"


def placed_homes(catalog: Catalog) -> list[Home]:
    """The governments that publish and whose location is on record."""
    return [home for home in catalog.publishers if home.coordinates]


def headline_ties(relations: Relations, homes: Iterable[Home]) -> list[Tie]:
    """The ties that are counted, government by government."""
    ties = (tie for home in homes for tie in relations.ties_of_home.get(home.id, []))
    return [tie for tie in ties if tie.partnership.is_headline]


def front_windows(catalog: Catalog, relations: Relations) -> tuple[Earth, Near | None] | None:
    """The windows of the map of all governments; None if no government has a location."""
    return _windows(placed_homes(catalog), headline_ties(relations, catalog.publishers))


def home_windows(
    catalog: Catalog, relations: Relations, home: Home
) -> tuple[Earth, Near | None] | None:
    """The windows of the map of one government."""
    homes = placed_homes(catalog)
    if not homes or not home.coordinates:
        return None
    around = _windows([home], headline_ties(relations, [home]))
    return (world([spot(h.coordinates) for h in homes if h.coordinates]), around and around[1])


def _windows(homes: Sequence[Home], ties: Iterable[Tie]) -> tuple[Earth, Near | None] | None:
    if not homes:
        return None
    places = {tie.city.id: spot(tie.city.coordinates) for tie in ties if tie.city.coordinates}
    starts = [spot(home.coordinates) for home in homes if home.coordinates]
    whole = world(starts)
    return whole, crowded(list(places.values()), starts, whole)


def front_figure(catalog: Catalog, relations: Relations, name: Namer) -> MapFigure | None:
    """All governments with the ties that are counted; None if nothing can be drawn."""
    windows = front_windows(catalog, relations)
    ties = headline_ties(relations, catalog.publishers)
    if not windows:
        return None
    marks = {home.id: home_mark(catalog, home.id) for home in catalog.publishers}
    homes = placed_homes(catalog)
    return _figure(
        windows, ties, homes, name,
        mark=lambda tie: marks[tie.partnership.home],
        owner=lambda tie: marks[tie.partnership.home],
        name_all=False, every_way=False, kinds=(),
    )  # fmt: skip


def home_figure(
    catalog: Catalog, relations: Relations, home: Home, name: Namer, *, is_small: bool = False
) -> MapFigure | None:
    """One government with the ties that are counted, by age, its shapes by their kind; None if nothing can be drawn.

    A small one has a single drawing of the whole Earth, however crowded, and only the lines that are always shown.
    """
    windows = home_windows(catalog, relations, home)
    ties = _by_age(headline_ties(relations, [home]))
    if not windows or not ties:
        return None
    if is_small:
        windows = (windows[0], None)
    owner = home_mark(catalog, home.id)
    used = {tie.partnership.kind for tie in ties}
    return _figure(
        windows, ties, [home], name,
        mark=lambda tie: tie.partnership.kind,
        owner=lambda _: owner,
        name_all=True,
        every_way=not is_small,
        kinds=tuple(kind for kind in PARTNERSHIP_KINDS if kind in used),
    )  # fmt: skip


def _figure(
    windows: tuple[Earth, Near | None],
    ties: Sequence[Tie],
    homes: Sequence[Home],
    name: Namer,
    *,
    mark: Callable[[Tie], str],
    owner: Callable[[Tie], str],
    name_all: bool,
    every_way: bool,
    kinds: tuple[str, ...],
) -> MapFigure | None:
    whole, near = windows
    placed = [(tie, spot(tie.city.coordinates)) for tie in ties if tie.city.coordinates]
    if not placed:
        return None
    starts = {home.id: spot(home.coordinates) for home in homes if home.coordinates}
    inside = [(tie, at) for tie, at in placed if near and near.holds(at)]
    outside = [(tie, at) for tie, at in placed if not (near and near.holds(at))]
    sheets = []
    for window, shown in ((whole, outside), (near, inside)):
        if window is None:
            continue
        at_home = [(home, starts[home.id]) for home in homes if home.id in starts]
        seen = [(h, at) for h, at in at_home if window.holds(at, 4)]
        bare = window is whole and near is not None and any(near.holds(at) for _, at in seen)
        lined = _lined([tie for tie, _ in shown], {h.id for h, _ in seen})
        marked: list[Place] = [
            (
                tie.city, at,
                Sign(
                    mark(tie), owner(tie),
                    starts[tie.partnership.home]
                    if id(tie) in lined or (every_way and seen) else None,
                    is_named=name_all or id(tie) in lined,
                    is_lined=id(tie) in lined,
                ),
            )
            for tie, at in shown
        ]  # fmt: skip
        names = [(at, "" if bare and len(seen) > 1 else name(home)) for home, at in seen]
        frame = near if window is whole else None
        sheets.append(draw(window, gathered(marked), names, name, frame=frame))
    on_map = {tie.city.id for tie, _ in placed}
    missing = {tie.city.id: tie.city for tie in ties if tie.city.id not in on_map}
    crowd = Counter(city.country for city in {t.city.id: t.city for t, _ in inside}.values())
    return MapFigure(
        tuple(sheets), len(on_map), tuple(missing.values()),
        tuple(code for code, _ in sorted(crowd.items(), key=lambda pair: (-pair[1], pair[0]))),
        kinds,
    )  # fmt: skip


def _lined(ties: Sequence[Tie], homes: Collection[str]) -> set[int]:
    """The oldest and the newest dated ties of each government that is on the drawing, by identity."""
    found: set[int] = set()
    for home_id in homes:
        own = [tie for tie in ties if tie.partnership.home == home_id]
        ordered = [tie for tie in _by_age(own) if tie.partnership.since]
        found |= {id(tie) for tie in ordered[:FEW] + ordered[-FEW:]}
    return found


def _by_age(ties: Iterable[Tie]) -> list[Tie]:
    """The oldest first, those without a date last."""
    listed = sorted(ties, key=lambda tie: tie.city.id)
    dated = [(since, n) for n, tie in enumerate(listed) if (since := tie.partnership.since)]
    return [listed[n] for _, n in sorted(dated)] + [t for t in listed if not t.partnership.since]
