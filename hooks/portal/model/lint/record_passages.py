"""The texts of records and labels that the check of words reads.

Names and words of the term base are what it goes by; what is printed, signed or corrected is quoted as it was.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from portal.model.lint.passage import Line, Passage, Work
from portal.model.records.home import Home
from portal.model.records.kinds import HOMES, LABELS
from portal.model.values.moment import Moment
from portal.model.values.names import Names
from portal.model.values.walk import walk
from portal.model.values.words import Prose, Text
from portal.text.markdown import parse
from portal.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.label import Label
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate
    from portal.model.values.walk import Loc

_AS_IT_WAS = frozenset(("terms", "discrepancies", "corrections"))
"""Fields that speak of words that are not to be used."""

_SIGNED = ("agreements", "title")
"""Where the title of an agreement stands, which is what was signed in the language of the site."""

_LISTS = ("search.words.", "search.same", "claim.words.")
"""Keys of lists of words that mean the same to those who search."""


def record_passages(loaded: Loaded) -> Iterator[Work]:
    """Each record, and each label that the portal has of its own."""
    homes = loaded.of(HOMES)
    home_of_unit = {unit.id: row.record.id for row in homes for unit in row.record.units}
    for row in loaded.records:
        yield Work(
            row.kind.encode() + row.digest, _sources(row.record), _of_record(row, home_of_unit)
        )
    for label in loaded.of(LABELS):
        if label.is_own and not is_a_list(label):
            sources = label.record.zh, label.record.en
            yield Work(label.kind.encode() + label.digest, sources, [label_passage(label)])


def is_a_list(row: Row[Label]) -> bool:
    """Whether a label lists words that mean the same."""
    return str(row.loc[-1]).startswith(_LISTS)


def label_passage(row: Row[Label]) -> Passage:
    """The words of the interface for one key."""
    key = str(row.loc[-1])
    where = f"{row.kind}/{key}"
    zh, en = (
        [Line(code, text, where, partial(_place, row, (code,), text))]
        for code, text in (("zh", row.record.zh), ("en", row.record.en))
    )
    return Passage(zh, en, owner=(row.kind, key))


def _sources(record: Record) -> Iterator[str]:
    for _, part in walk(record):
        if isinstance(part, Text):
            yield from (part["zh"], part["en"])


def _of_record(row: Row[Record], home_of_unit: Mapping[str, str]) -> Iterator[Passage]:
    homes: dict[Loc, frozenset[str]] = {}
    date = _date_of(row.record)
    for loc, model in walk(row.record):
        if not _AS_IT_WAS.isdisjoint(loc):
            continue
        if not isinstance(model, Text):
            around = homes.get(_outer(loc, homes), frozenset())
            homes[loc] = _homes_of(model, home_of_unit) or around
        elif not isinstance(model, Names) and _fields(loc)[-2:] != _SIGNED:
            zh, en = (list(_lines(row, loc, model, language)) for language in ("zh", "en"))
            owner = row.kind, row.record.id
            yield Passage(zh, en, homes[_outer(loc, homes)], owner, date)


def _date_of(record: Record) -> PartialDate | None:
    """The day of a record, or that on which it began."""
    found = getattr(record, "date", None) or getattr(record, "start", None)
    return found.day if isinstance(found, Moment) else found


def _outer(loc: Loc, known: Mapping[Loc, object]) -> Loc:
    """The nearest part around that is known."""
    while loc and (loc := loc[:-1]) not in known:
        pass
    return loc


def _fields(loc: Loc) -> tuple[str | int, ...]:
    return tuple(part for part in loc if isinstance(part, str))


def _homes_of(model: BaseModel, home_of_unit: Mapping[str, str]) -> frozenset[str]:
    """The governments whose text a part of a record is, if it names any."""
    if isinstance(model, Home):
        return frozenset((model.id,))
    for name in _home_fields(type(model)):
        homes = getattr(model, name)
        if isinstance(homes, str):
            return frozenset((home_of_unit.get(homes, homes),))
        if isinstance(homes, tuple):
            return frozenset(homes)
    return frozenset()


@cache
def _home_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that name governments, the issuer first."""
    return tuple(name for name in ("issuer", "home", "homes") if name in model.model_fields)


def _lines(row: Row[Record], loc: Loc, words: Text, language: str) -> Iterator[Line]:
    text, where = words[language], f"{row.kind}/{row.record.id}"
    locate = partial(_place, row, (*loc, language), text)
    if not isinstance(words, Prose):
        yield Line(language, text, where, locate)
        return
    for one in paragraphs(text):
        if not one.is_quoted:
            yield Line(language, one.words, where, partial(_place_in, text, one.block, locate))


def _place(row: Row[Record] | Row[Label], loc: Loc, text: str, at: int, words: str) -> Place:
    return row.document.place_within((*row.loc, *loc), text, at, words)


def _place_in(text: str, block: int, locate: partial[Place], at: int, words: str) -> Place:
    return locate(parse(text).blocks[block].places[at], words)
