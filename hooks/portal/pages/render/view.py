"""What templates may call: words, links, dates and names for one page in one locale."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain, count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup, escape

from portal.model.catalog.chapters import OF_UNIT, SHOWN
from portal.model.catalog.reconciliation import Reconciliation, reconciliations
from portal.model.records.country import CONTINENTS
from portal.model.records.kinds import KINDS
from portal.model.values.locale import BY_CODE
from portal.model.values.partial_date import PartialDate
from portal.pages.address import relative
from portal.pages.render import languages
from portal.pages.render import shown_dates as dates
from portal.pages.render.brief_dates import show_brief, show_year
from portal.pages.render.city_summary import city_summary
from portal.pages.render.home_marks import color_at, mark_at
from portal.pages.render.icons import icon_drawn, icon_use, symbols
from portal.pages.render.linking import Linking
from portal.pages.render.naming import Naming
from portal.pages.render.prosing import Prosing
from portal.pages.render.region_summary import region_summary
from portal.pages.render.shared_parts import SharedParts
from portal.pages.render.term_links import TermLinks
from portal.pages.render.text_terms import TextTerms
from portal.pages.render.trace import TracedCatalog, TracedRelations
from portal.pages.render.verified_line import verified_line
from portal.pages.render.word_breaks import WordBreaks
from portal.pages.render.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.city import City
    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home
    from portal.model.records.record import Evidence, Record
    from portal.model.values.moment import Moment
    from portal.model.values.names import Names
    from portal.pages.render.shared_parts import Part
    from portal.pages.render.trace import Fact


class View(Naming, Linking, Prosing):
    """The helpers of templates for one page in one locale; they record which records the page shows."""

    shown, of_unit = SHOWN, OF_UNIT
    """How much of what names a record its page shows."""

    def __init__(
        self,
        catalog: Catalog,
        relations: Relations,
        locale: str,
        *,
        site: str = "",
        path: str = "",
        wording: Wording | None = None,
        breaks: WordBreaks | None = None,
        terms: TextTerms | None = None,
        parts: SharedParts | None = None,
        files: Callable[[], Collection[str]] | None = None,
    ) -> None:
        self._seen: set[Fact] = set()
        self.catalog = TracedCatalog(catalog, self._seen.add)
        self.relations = cast("Relations", TracedRelations(relations, self._seen.add))
        self._wording = Wording(catalog.labels, locale) if wording is None else wording
        self._breaks = WordBreaks(catalog) if breaks is None else breaks
        self.parts = parts or SharedParts(partial(View, catalog, relations, locale))
        self.icons: set[str] = set()
        """The names of those that the page shows."""
        self.listed: list[str] = []
        self.locale = locale
        self.lang, self.prefix = BY_CODE[locale].lang, BY_CODE[locale].prefix
        self.site = site
        """The absolute address of the site's root; empty if unknown."""
        self.files = files
        """Returns the addresses of files that texts may link to, below the root of the site."""
        self.path = path
        """The address of the page below the locale's root."""
        self.sections: list[tuple[str, str]] = []
        """The id and the title of each section, in the order of the page."""
        self._numbers = count(1)
        self._terms = TermLinks(TextTerms(catalog) if terms is None else terms, self)
        self.up = relative("", path).removeprefix("./")

    def facts(self) -> frozenset[Fact]:
        """What was read of the catalog and its relations through this view."""
        return frozenset(self._seen)

    def see(self, fact: Fact) -> None:
        """Note what was read otherwise."""
        self._seen.add(fact)

    def add(self, part: Part) -> None:
        """Note what a part of the page showed."""
        self._seen |= part.facts
        self.icons |= part.icons

    def t(self, key: str, /, **values: Any) -> Markup:
        """The label under a key; with ``count=1`` the label ``key.one`` if there is one.

        Raises KeyError when no label has the key.
        """
        if values.get("count") == 1 and f"{key}.one" in self.catalog.labels:
            key = f"{key}.one"
        label, fact = self._wording[key]
        self._seen.add(fact)
        if "{" not in label:
            return label
        # Markup has a format of its own, which takes twice the time of all other work on a label.
        return Markup(str.format(label, **{name: escape(value) for name, value in values.items()}))

    def plain(self, key: str, /, **values: Any) -> str:
        """The label for a key as plain text, for use where text is escaped later."""
        return self.t(key, **values).unescape()

    def heading(self, anchor: str, title: str) -> Markup:
        """The heading of a section of the page, to which a list at the top of the page can lead."""
        self.sections.append((anchor, title))
        return Markup(f'<h2 id="{anchor}">{self.words(title)}</h2>')

    def words(self, text: str) -> Markup:
        """A title, with the places where a line of Chinese may break; HTML stays as it is."""
        if self.locale != "zh" or (isinstance(text, Markup) and "<" in text):
            return escape(text)
        plain = text.unescape() if isinstance(text, Markup) else text
        self._seen.add(("words", plain))
        return self._breaks.mark(plain)

    def icon(self, name: str) -> Markup:
        """An icon of the table ``ICONS``, before the words that say the same; the page holds its drawing once."""
        self.icons.add(name)
        return icon_use(name)

    def drawn_icon(self, name: str) -> Markup:
        """An icon with its drawing, for the frame, which knows nothing of the page inside."""
        return icon_drawn(name)

    def symbols(self) -> str:
        """The drawings of the icons that were asked for, to stand once in the page."""
        return symbols(self.icons)

    def newest_naming(self, kind: str, record: Record, by: str) -> list[Any]:
        """Those records of a kind that name a record and that its own page shows, the newest first."""
        return self.all_naming(kind, record, by)[: SHOWN[by]]

    def all_naming(self, kind: str, record: Record, by: str) -> list[Any]:
        """All records of a kind that name a record, the newest first."""
        naming = self.relations.naming(kind, record.id, by)
        return sorted(naming, key=attrgetter(KINDS[by].date), reverse=True)

    def descendants(self, exchange: Exchange) -> tuple[list[Exchange], list[Exchange]]:
        """What took place within an exchange, and what followed from it, the oldest first."""
        naming = sorted(
            self.relations.naming("exchanges", exchange.id, "exchanges"),
            key=attrgetter("start", "id"),
        )
        inner = [one for one in naming if one.part_of == exchange.id]
        return inner, [one for one in naming if exchange.id in one.follows]

    def reconciliations(self, home: Home) -> list[Reconciliation]:
        """What is stated of a home's ties, set against them, the newest first."""
        return reconciliations(home, self.relations.ties_of_home.get(home.id, []))

    def city_summary(self, city: City) -> Markup:
        """A city in a sentence or two: with whom, since when, and what was last done together."""
        return city_summary(self, city)

    def verified_line(self, *parts: Iterable[Evidence]) -> Markup:
        """When the parts of a page were verified, or how many still need it."""
        return verified_line(self, chain(*parts))

    def date(self, date: PartialDate) -> Markup:
        """A date as this language writes it, in ``<time>``."""
        return dates.show_date(date, self.locale)

    def moment(self, moment: Moment) -> Markup:
        """A date with its time of day, if that is known."""
        return dates.show_moment(moment, self.locale)

    def span(self, start: PartialDate, end: PartialDate | None) -> Markup:
        """A span of dates as this language writes it."""
        return dates.show_range(start, end, self.locale)

    def brief(self, start: PartialDate, end: PartialDate | None = None) -> Markup:
        """A date or a span for lists and tables: 115.3.21 with the common year small, or 21 Mar 2026."""
        return show_brief(start, end, self.locale)

    def years(self, start: int, end: int) -> Markup:
        """A span of whole years."""
        return self.span(PartialDate(start), PartialDate(end))

    def budget_year(self, column: str) -> Markup:
        """The heading of a budget column: a year, of the era alone in Chinese, or all before or after."""
        order, _, year = column.rpartition("-")
        date = show_year(PartialDate(int(year)), self.locale)
        return self.t(f"plan.{order}", year=date) if order else date

    def brief_years(self, start: int, end: int) -> Markup:
        """A span of whole years, for lists and tables."""
        return self.brief(PartialDate(start), PartialDate(end))

    def currency(self, code: str) -> str:
        """The name of a currency, as it stands beside an amount."""
        return languages.currency_name(code, self.lang)

    def mark(self, home: Home) -> Markup:
        """The mark of a government that publishes here: a shape and a color; nothing for another."""
        position = self.relations.positions.get(home.id)
        return Markup() if position is None else mark_at(position)

    def color(self, home: Home) -> str:
        """The class that gives a government's color to a part of the page; empty for one that does not publish."""
        position = self.relations.positions.get(home.id)
        return "" if position is None else color_at(position)

    def exchange_status(self, exchange: Exchange) -> str:
        """The status of an exchange, as the last part of its label; a plan of the past says that it is one."""
        overdue = exchange.is_overdue(self.catalog.today)
        return "overdue" if overdue else exchange.status

    def other_names(self, names: Names) -> list[tuple[str, str]]:
        """The name in the other languages, each with its BCP 47 tag: never shown without ``lang``."""
        return languages.other_names(names, self.locale)

    def continents(self) -> list[tuple[str, int]]:
        """The continents with cities, and how many places each has."""
        counts = Counter(
            self.catalog.countries[c.country].continent for c in self.catalog.cities.values()
        )
        return [(name, counts[name]) for name in CONTINENTS if counts[name]]

    def spoken(self, tag: str) -> Markup:
        """The attributes of a passage in that language; none for the page's own (115.11 HM2310200C)."""
        return languages.attributes(tag, self.lang)

    def region_summary(self, place: str, cities: Iterable[City]) -> Markup:
        """A country or continent in a sentence or two: how many ties, whose, and since when."""
        return region_summary(self, place, cities)
