"""What templates tell of the governments that publish here: their ties, counts, exchanges, and what they state."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.catalog.counts import count_exchanges, count_ties, seats_held
from portal.model.catalog.home_ties import home_ties
from portal.model.records.partnership import HEADLINE_KINDS, PARTNERSHIP_KINDS, Status
from portal.model.values.field_marks import choices_of
from portal.pages.address import unit_address
from portal.pages.render.city_summary import listed
from portal.pages.render.signing_years import first_decade, signing_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.model.catalog.counts import ExchangeCount, TieCount
    from portal.model.catalog.home_ties import HomeTies
    from portal.model.catalog.tie import Seat, Tie
    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home
    from portal.model.records.partnership import Partnership
    from portal.pages.render.signing_years import SigningYears
    from portal.pages.render.view import View


class Governments:
    """Helpers of templates. They read through the view of the page, so that it is made again when one changes."""

    kinds = HEADLINE_KINDS
    """The kinds of ties that headlines count, in their order."""

    def __init__(self, view: View) -> None:
        self._view = view

    def ties(self, home: Home) -> HomeTies:
        """Its ties, parted by whether they are counted."""
        return home_ties(self._listed(home), self._view.locale)

    def counts(self, home: Home) -> dict[str, TieCount]:
        """How many ties it has, by kind."""
        return {count.kind: count for count in count_ties(self._listed(home))}

    def lead(self, home: Home) -> TieCount:
        """The count that is told first: of the first kind of which a source lists any."""
        counts = self.counts(home)
        return counts[next((kind for kind in self.kinds if counts[kind].listed), self.kinds[0])]

    def together(self) -> tuple[int, int]:
        """How many ties all of them have in force and verified, and with how many places."""
        found = [t for home in self._view.catalog.publishers for t in self.ties(home).counted]
        return len(found), len({tie.city.id for tie in found})

    def rows(self, ties: Sequence[Tie]) -> list[tuple[Tie, int, int]]:
        """Ties with the place of each city and country in the order of their names, by which a table is sorted."""
        by_name = {tie.city.id: n for n, tie in enumerate(self._view.in_order(ties, "city"))}
        codes = self._view.countries_in_order({tie.city.country for tie in ties})
        by_country = {code: n for n, code in enumerate(codes)}
        return [(tie, by_name[tie.city.id], by_country[tie.city.country]) for tie in ties]

    def rank(self, tie: Partnership, *, status: bool) -> int:
        """The place of its kind, or status, in their own order, by which a table is sorted."""
        choices: tuple[str, ...] = choices_of(Status) if status else PARTNERSHIP_KINDS
        return choices.index(tie.status if status else tie.kind)

    def has(self, kind: str) -> bool:
        """Whether a source lists a tie of that kind for any of them."""
        return any(self.counts(home)[kind].listed for home in self._view.catalog.publishers)

    def most(self) -> int:
        """The end of the scale on which all governments are drawn: the largest number that is listed or stated."""
        numbers = [1]
        for home in self._view.catalog.publishers:
            numbers += [count.listed for count in self.counts(home).values()]
            stated = home.latest_statement
            numbers += [stated.of(kind) or 0 for kind in self.kinds] if stated else []
        return max(numbers)

    def stroke(self, home: Home, kind: str) -> int | None:
        """What the government itself states of a kind, drawn as a stroke; None if it states nothing, or the same."""
        stated = home.latest_statement
        number = stated.of(kind) if stated and stated.stated_by == "government" else None
        return None if number == self.counts(home)[kind].headline else number

    def claim(self, home: Home) -> Markup:
        """In words, what was stated last of the kind of ties that is told first, or of all; empty if nothing was."""
        stated, lead, t = home.latest_statement, self.lead(home).kind, self._view.t
        if stated is None:
            return Markup()
        key = f"claim.{stated.stated_by}"
        if stated.date is None:
            when = t("tie.undated")
        elif not stated.date.month:
            when = t("year.title", year=stated.date.year)
        else:
            day = self._view.brief(stated.date)
            when = Markup('<span class="whole">{}</span>').format(day)
        alone = stated.of(lead)
        if alone is not None:
            return t(key, count=alone, when=when)
        if stated.total is None:
            return Markup()
        others = [t(f"kind.{kind}.within") for kind in stated.total_of if kind != lead]
        if not others:
            return t(f"{key}.all", count=stated.total, when=when)
        return t(f"{key}.with", count=stated.total, kinds=self.joined(others), when=when)

    def summary(self, home: Home) -> Markup:
        """Its ties in a few sentences: how many, the oldest and the newest, and the office in charge."""
        t, view, ties = self._view.t, self._view, self.ties(home)
        name, counts = home.name[view.locale], self.counts(home)
        kinds = [
            t(f"counts.of.{kind}", count=counts[kind].headline)
            for kind in self.kinds
            if counts[kind].headline
        ]
        said = [
            t("home.says.ties", home=name, kinds=self.joined(kinds))
            if kinds
            else t("home.says.none", home=name)
        ]
        if ties.oldest:
            ends = {"oldest": self._city(ties.oldest), "first": self._since(ties.oldest)}
            if ties.newest:
                ends |= {"newest": self._city(ties.newest), "last": self._since(ties.newest)}
            said.append(t("home.says.span" if ties.newest else "home.says.oldest", **ends))
        if home.contact_unit:
            unit = view.catalog.units[home.contact_unit].name[view.locale]
            way = view.anchor(unit_address(view.catalog, home.contact_unit), unit)
            said.append(t("home.says.contact", unit=way))
        return Markup("" if view.locale == "zh" else " ").join(said)

    def joined(self, items: Sequence[Markup]) -> Markup:
        """Words in a row, as a sentence lists them: A、B與C."""
        return listed(self._view, items)

    def _city(self, tie: Tie) -> Markup:
        return self._view.link("cities", tie.city)

    def _since(self, tie: Tie) -> Markup:
        assert tie.partnership.since is not None
        return self._view.date(tie.partnership.since)

    def seats(self, home: Home) -> list[Seat]:
        """Its memberships that have not ended, the earliest first, those without a date last."""
        held = seats_held(self._view.relations.seats_of.get(home.id, ()), self._view.catalog.today)
        dated = [seat for seat in held if seat.membership.since]
        return [
            *sorted(dated, key=attrgetter("membership.since")),
            *(seat for seat in held if not seat.membership.since),
        ]

    def exchanges(self, home: Home) -> ExchangeCount:
        """How many exchanges name it."""
        found = self._view.relations.naming("homes", home.id, "exchanges")
        return count_exchanges(found, self._view.catalog.today)

    def latest(self, home: Home) -> Exchange | None:
        """The newest exchange that was held and names it."""
        found = self._view.relations.naming("homes", home.id, "exchanges")
        held = (one for one in found if one.status == "held" and not one.is_figure)
        return max(held, key=attrgetter("start", "id"), default=None)

    def years(self, home: Home) -> SigningYears:
        """When its counted ties were signed, from the decade of the first."""
        ties, year = self.ties(home).counted, self._view.catalog.today.year
        return signing_years(ties, first_decade(ties, year), year)

    def years_together(self) -> dict[str, SigningYears]:
        """The same of all governments on one scale, by id."""
        year = self._view.catalog.today.year
        ties = {home.id: self.ties(home).counted for home in self._view.catalog.publishers}
        first = min((first_decade(found, year) for found in ties.values()), default=year)
        return {home: signing_years(found, first, year) for home, found in ties.items()}

    def by_continent(self, home: Home) -> list[tuple[str, int]]:
        """In which continents its counted partners lie, the most first."""
        countries, found = self._view.catalog.countries, dict[str, int]()
        for tie in self.ties(home).counted:
            continent = countries[tie.city.country].continent
            found[continent] = found.get(continent, 0) + 1
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def _listed(self, home: Home) -> list[Tie]:
        return self._view.relations.ties_of_home.get(home.id, [])
