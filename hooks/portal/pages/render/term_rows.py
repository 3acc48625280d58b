"""The glossary as rows: a word for each concept, and one more for each that one government alone prefers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from markupsafe import Markup

from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, HOMES, ORGANIZATIONS
from portal.model.terminology.term_base import build_term_base, concept_entry
from portal.model.values.locale import other
from portal.pages.address import address, unit_address
from portal.text.collation import group_of, order_key, readings, sound_of, zhuyin_key
from portal.text.pinyin import pinyin_of
from portal.text.sounds import sounds_of
from portal.text.unseen import unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.records.concept import Concept
    from portal.model.records.home import Unit
    from portal.model.records.record import Named
    from portal.model.records.term import ChineseTerm
    from portal.model.terminology.term_entry import EntryTerm, TermEntry
    from portal.pages.render.view import View

Groups = list[tuple[str, "list[TermRow]"]]
"""Rows under the heads of an order."""

NAMED = (HOMES.name, UNITS, ORGANIZATIONS.name, CITIES.name)
"""Kinds of records whose names are looked up beside words, in the order of the list."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word to use, and what it is in the other language."""

    language: str
    """Of the word: ``zh`` or ``en``."""
    text: str
    other: str
    """Empty if there is no word for it."""
    concept: Concept
    homes: tuple[str, ...] = ()
    """Ids of the governments that alone prefer it; empty if it is to be used everywhere."""

    @property
    def reading(self) -> str:
        """How it is read, where that is not usual and known."""
        is_own = self.text == self.concept.preferred("zh")
        return (self.concept.reading or "") if is_own else ""


class Avoided(NamedTuple):
    """A word not to use, and the one to use instead."""

    term: EntryTerm
    preferred: str
    concept: Concept


Row = TypeVar("Row", TermRow, Avoided)


class NameRow(NamedTuple):
    """The name of a record."""

    address: str
    text: str
    other: str
    words: Markup
    """An attribute with the words by which it is found without showing them."""


class TermRows:
    """The rows of one page in one locale, read through its view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def by_letter(self) -> Groups:
        """In the order of the dictionaries of the locale; ``0`` has what begins with no letter."""
        locale = self._view.locale
        return _grouped(
            self._rows(locale),
            lambda row: order_key(row.text, locale),
            lambda row: group_of(row.text, locale),
        )

    def by_sound(self) -> Groups:
        """Chinese words in the order of Zhuyin; ``0`` has what does not begin with a Chinese character."""
        return _grouped(
            self._rows("zh"),
            lambda row: zhuyin_key(row.text, row.reading),
            lambda row: sound_of(row.text, row.reading) or "0",
        )

    def by_field(self) -> Groups:
        """By field of knowledge, in each as in a dictionary."""
        locale = self._view.locale
        rows = sorted(self._rows(locale), key=lambda row: row.concept.subject_field)
        groups = _grouped(rows, lambda row: order_key(row.text, locale), _field)
        return sorted(groups)

    def by_home(self) -> Groups:
        """Under the id of each government, the words of both languages that it prefers and others do not."""
        view = self._view
        rows = [row for language in ("zh", "en") for row in self._rows(language) if row.homes]
        groups = _grouped(rows, lambda row: order_key(row.text, view.locale), lambda _: "")
        every = list(chain.from_iterable(found for _, found in groups))
        named = ((home, [row for row in every if home in row.homes]) for home in view.catalog.homes)
        return [(home, found) for home, found in named if found]

    def avoided(self) -> list[tuple[str, list[Avoided]]]:
        """Every word not to use, in the order of the dictionaries of the locale."""
        found: list[Avoided] = []
        for concept in self._view.catalog.glossary.values():
            entry = concept_entry(concept)
            for term in entry.terms:
                if term.status == "deprecated":
                    home = term.homes[0] if term.homes else ""
                    found.append(Avoided(term, entry.preferred(term.language, home), concept))
                    self._view.listed.extend((term.text, found[-1].preferred))
        locale = self._view.locale
        return _grouped(
            found,
            lambda one: order_key(one.term.text, locale),
            lambda one: group_of(one.term.text, locale),
        )

    def names(self) -> list[NameRow]:
        """What governments, offices, organizations and cities are called, each with the way to its record."""
        base = build_term_base(self._view.catalog)
        rows = [self._name(entry) for entry in base.values() if entry.kind in NAMED]
        return sorted(rows, key=lambda row: (order_key(row.text, self._view.locale), row.address))

    def words(self, row: TermRow) -> Markup:
        """By which words a row is found without showing them, as an attribute of it: all others of its concept."""
        every = [term.text for term in concept_entry(row.concept).terms]
        return self._words(every, (row.text, row.other), filter(None, [row.concept.reading]))

    def _words(self, every: Iterable[str], shown: tuple[str, str], stated: Iterable[str]) -> Markup:
        """All words besides those shown, and how some are read where that is not usual."""
        syllables = [reading.split() for reading in stated]
        said = ("".join(one) for read in syllables for one in (read, map(pinyin_of, read)))
        more = " ".join(unseen((*every, *said), shown))
        self._view.listed.extend((*shown, more))
        return Markup(' data-words="{}"').format(more) if more else Markup("")

    def reading(self, concept: Concept, word: str = "") -> tuple[str, str] | None:
        """How a Chinese word of a concept is read, the preferred one if none is given, in Zhuyin and in Hanyu Pinyin.

        None if the reading of a character is not known.
        """
        main = concept.preferred("zh")
        is_stated = concept.reading is not None and word in ("", main)
        syllables = (concept.reading or "").split() if is_stated else readings(word or main)
        spelled = [pinyin_of(syllable) for syllable in syllables]
        return (" ".join(syllables), " ".join(spelled)) if spelled and all(spelled) else None

    def instead(self, concept: Concept, word: ChineseTerm, language: str) -> str:
        """What to write instead of a deprecated word; empty where no one word is preferred."""
        found = concept_entry(concept).preferred(language, word.homes[0] if word.homes else "")
        return found if found != word.term else ""

    def sounds(self, texts: Iterable[str]) -> str:
        """How the Chinese characters of texts are read, for the look-up by sound."""
        return sounds_of(texts)

    def _rows(self, language: str) -> Iterator[TermRow]:
        for concept in self._view.catalog.glossary.values():
            entry = concept_entry(concept)
            main = concept.preferred(language)
            against = other(language).code
            yield TermRow(language, main, entry.preferred(against), concept)
            for term in entry.words(language):
                if term.status == "preferred" and term.homes and term.text != main:
                    there = entry.preferred(against, term.homes[0])
                    yield TermRow(language, term.text, there, concept, term.homes)

    def _name(self, entry: TermEntry) -> NameRow:
        view, against = self._view, other(self._view.locale).code
        if entry.kind == UNITS:
            where = unit_address(view.catalog, entry.id)
            text, beside = (entry.words(language)[1].text for language in (view.locale, against))
            called: Named | Unit = view.catalog.units[entry.id]
        else:
            record = view.catalog.of(entry.kind)[entry.id]
            where, text = address(entry.kind, record), view.title(record)
            beside, called = entry.words(against)[0].text, cast("Named", record)
        every = (term.text for term in entry.terms)
        words = self._words(every, (text, beside), _readings(called))
        return NameRow(where, text, beside, words)


def _readings(called: Named | Unit) -> Iterator[str]:
    """How its names are read, present and former ones, where that is not usual."""
    for names in (called.name, *getattr(called, "former_names", ())):
        if names.reading:
            yield names.reading


def _field(row: TermRow) -> str:
    return row.concept.subject_field


def _grouped(
    rows: Iterable[Row], key: Callable[[Row], object], group: Callable[[Row], str]
) -> list[tuple[str, list[Row]]]:
    """Rows in an order, those of a head together."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (key(row), row.concept.id)):
        groups.setdefault(group(row), []).append(row)
    return list(groups.items())
