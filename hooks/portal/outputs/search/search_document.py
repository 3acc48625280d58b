"""A page as the search knows it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SearchDocument:
    """A page as the search knows it."""

    path: str
    """Address below the locale's root."""
    kind: str
    """``cities``, ``press_releases`` …; ``lists`` and ``about`` are not kinds of records."""
    title: str
    names: list[str] = field(default_factory=list)
    """All other names of the same thing, in any language: aliases, former names, abbreviations, romanizations."""
    called: str = ""
    """What a place, an organization or a country is called: its other names lead to what tells of it so."""
    shown_names: list[tuple[str, str]] = field(default_factory=list)
    """Names whose language is known, each after its BCP 47 tag; shown if one of them is what was typed."""
    text: str = ""
    """The text that a result can show: sentences."""
    fragments: list[str] = field(default_factory=list)
    """Names, titles and other words of it that are no sentences; a result shows one in which the query stands."""
    words: str = ""
    """More words that find it but are not shown: labels, and names of records that it mentions."""
    phrases: list[str] = field(default_factory=list)
    """What somebody may ask for who wants this page, and which is no name of it: 下載, *sister cities of Alpha*."""
    whole_phrases: list[str] = field(default_factory=list)
    """The same, but only as a whole: *sister cities Ruritania* leads there, *sister cities* does not."""
    is_only_asked_for: bool = False
    """Whether nothing but these leads there: it says again what other pages say, in fewer words."""
    dates: list[str] = field(default_factory=list)
    """Words of the dates in it."""
    kind_name: str = ""
    """What its kind is called."""
    homes: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    """Of the ties of a city."""
    year: str = ""
    date: tuple[str, str] = ("", "")
    """As ISO 8601 and as readers of the locale write it."""
