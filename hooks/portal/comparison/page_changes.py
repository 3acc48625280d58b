"""Which pages come, go, move and change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.comparison.causes import Causes, page_of
from portal.comparison.seen_pages import FRONT, SeenPages
from portal.comparison.word_changes import word_changes
from portal.model.records.kinds import TOMBSTONES
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.comparison.seen_pages import Look
    from portal.comparison.side import Both, Name
    from portal.comparison.word_changes import WordChanges
    from portal.edition import Edition
    from portal.pages.render.trace import Fact


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that comes, goes, moves, or changes because it was edited."""

    address: str
    """Below the root of a locale."""
    title: Both
    words: dict[str, WordChanges] = field(default_factory=dict)
    """What has changed, by locale; a locale in which nothing has is left out."""
    to: str = ""
    """Where the address leads now, if the page has moved."""
    is_explained: bool = False
    """Of a page that goes: whether another at its address says why."""


@dataclass(frozen=True, slots=True)
class Following:
    """Pages that change only because something that they show was edited."""

    causes: tuple[Both, ...]
    """What was edited; empty if it is nothing that has a name, such as a template."""
    pages: tuple[str, ...]
    """Addresses."""
    example: PageChange | None = None
    """One of them with its words, where what was edited has no page of its own."""


@dataclass(slots=True)
class PageChanges:
    """Everything that happens to pages."""

    added: list[PageChange] = field(default_factory=list)
    changed: list[PageChange] = field(default_factory=list)
    removed: list[PageChange] = field(default_factory=list)
    moved: list[PageChange] = field(default_factory=list)
    following: list[Following] = field(default_factory=list)


Pair = tuple["Look | None", "Look | None"]
"""A page in a locale as it was and as it is proposed."""


class _Comparing:
    def __init__(self, old: Edition, new: Edition) -> None:
        self.old, self.new = SeenPages(old), SeenPages(new)
        self.causes = Causes(old, new)
        moved = ((a, to) for a, to in new.moved.items() if a in self.old.addresses)
        self.moved = {address: to.partition("#")[0] for address, to in moved}
        """The pages that have moved, and where to."""
        self._sees_same = _has_same_ground(old, new)
        shelves = [{k: list(v) for k, v in side.catalog.shelves.items()} for side in (old, new)]
        self._knows_same = self._sees_same and not self.causes.changed and shelves[0] == shelves[1]
        """Whether every page of the same key shows the same."""

    def pairs(self, address: str, to: str) -> dict[str, Pair]:
        """The looks at a page, by locale, where they differ."""
        found = {}
        for locale in (locale.code for locale in LOCALES):
            if pair := self._pair(address, to, locale):
                found[locale] = pair
        return found

    def _pair(self, address: str, to: str, locale: str) -> Pair | None:
        is_like = address == to and self.old.key(address, locale) == self.new.key(to, locale)
        if is_like and self._knows_same:
            return None
        now = self.new.look(to, locale)
        if is_like and self._sees_same and now is not None:
            facts = self.old.edition.facts, self.new.edition.facts
            if all(facts[0].of(fact) == facts[1].of(fact) for fact in now.facts):
                return None  # rendered from the same key and facts, a page is the same
        was = self.old.look(address, locale)
        return None if was and now and was.seen == now.seen else (was, now)

    def change(self, address: str, to: str, pairs: dict[str, Pair]) -> PageChange:
        """A page with what has changed on it."""
        pages, where = (self.new, to) if to in self.new.addresses else (self.old, address)
        title = {locale.code: pages.title(where, locale.code) for locale in LOCALES}
        words = {
            locale: word_changes(was.seen, now.seen, self.moved)
            for locale, (was, now) in pairs.items()
            if was is not None and now is not None
        }
        return PageChange(address, title, words)

    def is_edited(self, address: str) -> bool:
        """Whether what a page is about was edited, not only something that it shows."""
        if page := self.new.generated.get(address):
            if page.subject:
                return (page.subject[0], page.subject[1].id) in self.causes.edited
            return (TOMBSTONES.name, f"/{address}") in self.causes.edited
        sides = (
            (side.written.get((locale.code, address)) for locale in LOCALES)
            for side in (self.old, self.new)
        )
        was, is_ = ([(w.parts, w.html) for w in side if w] for side in sides)
        return was != is_

    def follows(self, address: str, pairs: dict[str, Pair]) -> frozenset[Name]:
        """The edits that a page follows."""
        facts: set[Fact] = set()
        html = ["", ""]
        for was, now in pairs.values():
            for n, look in enumerate((was, now)):
                if look is not None:
                    facts |= look.facts
                    html[n] += look.seen.content + "".join(look.seen.added)
        sources = (side.generated.get(address) for side in (self.old, self.new))
        return self.causes.of(facts, [s.params for s in sources if s], (html[0], html[1]))


def _has_same_ground(old: Edition, new: Edition) -> bool:
    """Whether pages have the same besides records: the site, the search, and files that texts link to."""
    same = old.site == new.site and old.basis.has_search == new.basis.has_search
    return same and set(old.files()) == set(new.files())


def page_changes(
    old: Edition, new: Edition, advance: Callable[[int], None] = lambda _: None
) -> PageChanges:
    """Compare all pages of two editions; ``advance`` hears of each that has been looked at."""
    comparing = _Comparing(old, new)
    before, after, found = comparing.old, comparing.new, PageChanges()
    moved = comparing.moved
    targets = {to for a, to in moved.items() if to not in before.addresses}
    following: dict[frozenset[Name], list[tuple[str, dict[str, Pair]]]] = {}
    for address in sorted(before.addresses | after.addresses):
        was, is_ = address in before.addresses, address in after.addresses
        if was and address in moved and not is_:
            to = moved[address]
            pairs = comparing.pairs(address, to) if to in targets else {}
            change = comparing.change(address, to, pairs)
            words = {code: words for code, words in change.words.items() if words.differences}
            found.moved.append(PageChange(address, change.title, words, to=new.moved[address]))
        elif was and not is_:
            found.removed.append(_bare(before, address))
        elif is_ and not was:
            if address not in targets:
                found.added.append(_bare(after, address))
        elif after.is_explanation(address) and not before.is_explanation(address):
            found.removed.append(_bare(before, address, is_explained=True))
        elif pairs := comparing.pairs(address, address):
            if comparing.is_edited(address):
                found.changed.append(comparing.change(address, address, pairs))
            else:
                following.setdefault(comparing.follows(address, pairs), []).append((address, pairs))
        advance(1)
    found.following = list(_following(comparing, following))
    return found


def _bare(pages: SeenPages, address: str, *, is_explained: bool = False) -> PageChange:
    title = {locale.code: pages.title(address, locale.code) for locale in LOCALES}
    return PageChange(address, title, is_explained=is_explained)


def _following(
    comparing: _Comparing, groups: dict[frozenset[Name], list[tuple[str, dict[str, Pair]]]]
) -> Iterator[Following]:
    """The pages that follow the same edits, the most first."""
    sides = comparing.new.edition, comparing.old.edition
    for names, pages in sorted(groups.items(), key=lambda group: (-len(group[1]), group[1][0][0])):
        has_page = any(page_of(name, side) is not None for name in names for side in sides)
        example = None
        if not has_page:
            first, pairs = next((p for p in pages if p[0] != FRONT), pages[0])
            example = comparing.change(first, first, pairs)
        titles = [comparing.causes.title(name) for name in sorted(names)]
        distinct = {tuple(title.items()): title for title in titles}  # a renamed one was two
        causes = tuple(distinct.values())
        yield Following(causes, tuple(address for address, _ in pages), example)
