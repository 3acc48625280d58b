"""The words of the term base in one language, ready to be looked for in texts, with all that each may mean."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from portal.model.records.kind import UNITS
from portal.model.records.kinds import ORGANIZATIONS
from portal.model.terminology.english_forms import forms_of
from portal.text.phrase_finder import PhraseFinder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from portal.model.terminology.term_base import TermBase
    from portal.model.terminology.term_entry import EntryTerm, TermEntry

_INITIALS = 3
"""Letters of a word that counts only as it is written, since others are written alike: Rio, UN."""


Key = tuple[str, str]
"""Kind and id of an entry."""


class Meaning(NamedTuple):
    """What a word may mean."""

    entry: TermEntry
    term: EntryTerm
    form: str
    """How it is written: the term, or an inflected form of it."""

    def standing(self, homes: Collection[str]) -> str:
        """How far the governments of a text may use it: a status, or empty if it is the wording of others."""
        return "" if self.term.homes and not set(self.term.homes) & set(homes) else self.term.status


class Mention(NamedTuple):
    """A word of the term base in a text."""

    start: int
    end: int
    written: str
    meanings: tuple[Meaning, ...]
    is_exact: bool
    """Whether it is written as it should be, or a sentence or title begins with it."""
    keys: frozenset[Key]
    """The entries that it may mean."""
    right: frozenset[Key]
    """Those for which it may be used."""
    surely: frozenset[Key]
    """Those which it tells, since it is no word of every day that others use of much else: souvenir."""
    is_plain: bool
    """Whether anybody may use it for something."""


Read = tuple[tuple[Meaning, ...], bool, frozenset[Key], frozenset[Key], frozenset[Key], bool]
"""What a mention says, wherever it stands."""


class Lexicon:
    """The words of a language."""

    def __init__(self, base: TermBase, language: str) -> None:
        self.language = language
        words: dict[str, list[Meaning]] = defaultdict(list)
        for entry in base.values():
            for term in entry.words(language):
                for form in forms_of(term) if language == "en" else (term.text,):
                    words[self._key(form)].append(Meaning(entry, term, form))
        self._words = {key: tuple(meanings) for key, meanings in words.items()}

        self._read: dict[str, Read] = {}
        """What each spelling that was met says."""

    @cached_property
    def _finder(self) -> PhraseFinder:
        return PhraseFinder(self._words)

    def mentions(self, text: str) -> list[Mention]:
        """The words in a text, each where it begins; those in longer ones too."""
        mentions = []
        for number, start, end in self._finder.places(self._key(text)):
            written = text[start:end]
            read = self._read.get(written)
            if read is None:
                phrase = self._finder.phrases[number]
                read = self._read[written] = _read(written, self._words[phrase])
            if read[0]:
                mentions.append(Mention(start, end, written, *read))
        return mentions

    def _key(self, text: str) -> str:
        """A text without its capitals, of the same length."""
        if self.language == "zh":
            return text
        low = text.lower()
        return (
            low
            if len(low) == len(text)
            else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        )


def _read(written: str, meanings: tuple[Meaning, ...]) -> Read:
    """What a word says if it is written so; nothing if it is not written as any of its forms could be."""
    exact = tuple(one for one in meanings if _suits(one.form, written))
    meant = exact or tuple(one for one in meanings if not _needs_case(one.form))
    right = [one for one in meant if one.term.status != "deprecated"]
    is_plain = any(not one.term.homes and not _has_own_names(one.entry) for one in right)
    return (
        meant,
        bool(exact),
        _keys(meant),
        _keys(right),
        _keys(one for one in right if one.term.usage != "everyday"),
        bool(exact) and is_plain,
    )


def _has_own_names(entry: TermEntry) -> bool:
    """Whether governments have names of their own for it."""
    return entry.kind == UNITS or (entry.kind == ORGANIZATIONS.name and bool(entry.homes))


def _keys(meanings: Iterable[Meaning]) -> frozenset[Key]:
    return frozenset((one.entry.kind, one.entry.id) for one in meanings)


def _suits(form: str, written: str) -> bool:
    """Whether a word is written so, but for capital letters with which a sentence or a title begins words."""
    if form == written:
        return True
    if len(form) != len(written) or _needs_case(form):
        return False
    pairs = zip(form, written, strict=True)
    starts = [at == 0 or not form[at - 1].isalpha() for at in range(len(form))]
    return all(
        one == other or (begins and one.islower() and one.upper() == other)
        for (one, other), begins in zip(pairs, starts, strict=True)
    )


def _needs_case(form: str) -> bool:
    """Whether only its capital letters tell what it is: Rio, UN, CityNet."""
    is_short = len(form) <= _INITIALS or form.isupper()
    return is_short or (" " not in form and not form[1:].islower())
