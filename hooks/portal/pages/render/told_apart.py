"""What is said behind the name of a place, an organization, a term or an exchange where others are called the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from portal.model.catalog.namesakes import namesake_key
from portal.model.records.kinds import CITIES, EXCHANGES, GLOSSARY, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from portal.model.records.city import City
    from portal.model.records.concept import Concept
    from portal.model.records.organization import Organization
    from portal.model.records.record import Record
    from portal.model.records.term import ChineseTerm
    from portal.pages.render.speaker import Speaker

    Says = Callable[[Record], str]
    """What can be said of a record; empty if nothing."""


def told_apart(view: Speaker, record: Record, also: str = "") -> str:
    """The name of a place or an organization, or a term, told apart from its namesakes in the locale of the view.

    A place by its level or the part of its country, or by its country if the others lie elsewhere; a term by another
    word for it, or by what it means; an exchange by its year or sort.
    ``also`` is what is said behind the name in any case.
    """
    name = record.title_in(view.locale)
    kind = KINDS.of(record)
    assert kind is not None
    alike = view.relations.namesakes.get(namesake_key(view.locale, kind.name, record.id))
    said = [also] if also else []
    if alike:
        if kind is CITIES:
            ways = _of_place(view, {cast("City", one).country for one in alike})
        elif kind is EXCHANGES:
            ways = _of_exchange(view)
        else:
            ways = _of_term(view) if kind is GLOSSARY else _of_body(view)
        said.insert(0, _difference(record, alike, ways))
    if not said:
        return name
    return view.plain("name.told_apart", name=name, other=view.plain("list.comma").join(said))


def _difference(record: Record, alike: Sequence[Record], ways: Iterable[Says]) -> str:
    """The first thing that can be said of the record, and is not said of any other; if nothing is, its id."""
    for say in ways:
        said = say(record)
        if said and all(one is record or say(one) != said for one in alike):
            return said
    return record.id


def _of_place(view: Speaker, countries: set[str]) -> tuple[Says, ...]:
    def level(record: Record) -> str:
        word = view.plain(f"level.{cast('City', record).level}")
        return word.lower() if view.locale == "en" else word

    def part(record: Record) -> str:
        subdivision = cast("City", record).subdivision
        return subdivision[view.locale] if subdivision else ""

    def land(record: Record) -> str:
        return view.country(cast("City", record).country)

    def joined(*says: Says) -> Says:
        comma = view.plain("list.comma")
        return lambda record: comma.join(word for say in says if (word := say(record)))

    if len(countries) == 1:
        return level, part, joined(part, level)
    return part, land, joined(part, land), joined(part, land, level)


def _of_term(view: Speaker) -> tuple[Says, ...]:
    def english(record: Record) -> str:
        # The other way round, titles of windows would hold Chinese that nothing can mark as such.
        return record.title_in("en") if view.locale == "zh" else ""

    def synonym(record: Record) -> str:
        terms = cast("Concept", record).terms
        words: Sequence[ChineseTerm] = terms.zh if view.locale == "zh" else terms.en
        return next((word.term for word in words if word.status == "admitted"), "")

    def meaning(record: Record) -> str:
        defined = cast("Concept", record).definition
        said = defined[view.locale].rstrip("。.") if defined else ""
        return said[:1].lower() + said[1:]

    return english, synonym, meaning


def _of_exchange(view: Speaker) -> tuple[Says, ...]:
    def year(record: Record) -> str:
        start = getattr(record, "start", None)
        return view.plain("year.title", year=start.year) if start else ""

    def sort(record: Record) -> str:
        type_ = getattr(record, "type", "")
        return view.plain(f"exchange.type.{type_}") if type_ else ""

    def day(record: Record) -> str:
        start = getattr(record, "start", None)
        return start.iso if start else ""

    return year, sort, day


def _of_body(view: Speaker) -> tuple[Says, ...]:
    def acronym(record: Record) -> str:
        return cast("Organization", record).acronym or ""

    def seat(record: Record) -> str:
        town = cast("Organization", record).seat
        return town[view.locale] if town else ""

    def land(record: Record) -> str:
        code = cast("Organization", record).seat_country
        return view.country(code) if code else ""

    def sort(record: Record) -> str:
        return view.plain(f"organization.kind.{cast('Organization', record).kind}")

    return acronym, seat, land, sort
