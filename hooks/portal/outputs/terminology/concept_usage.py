"""What the page of a concept shows of its uses: a few examples, and the pages that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from markupsafe import Markup, escape

from portal.data.store import digest
from portal.model.records.kinds import GLOSSARY
from portal.outputs.terminology.term_examples import pieces
from portal.outputs.terminology.term_uses import WRITTEN
from portal.outputs.terminology.use_pages import TIES, rank
from portal.pages.address import address, tie_address
from portal.pages.render.tie_names import tie_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.outputs.terminology.term_examples import Side
    from portal.outputs.terminology.term_uses import TermUses, Use
    from portal.outputs.terminology.use_pages import UsePages
    from portal.pages.render.storyteller import Storyteller
    from portal.pages.render.view import View

EXAMPLES = 6
"""At most so many are shown, of different records."""

NAMED = 5
"""So many pages of a kind are named at once."""

LISTED = 60
"""So many of a kind are named at all; the search has the rest."""


class ShownExample(NamedTuple):
    """An example on a page."""

    sides: tuple[tuple[str, Markup], tuple[str, Markup]]
    """The page's language and the other, each with its sentence as HTML."""
    source: Markup
    """The way to the page where it stands."""


@dataclass(frozen=True, slots=True)
class ShownUses:
    """Pages of a kind that name a concept."""

    kind: str
    count: int
    first: list[Markup]
    """Links to the newest, or those that come first in the order of the names."""
    more: list[Markup]
    """Links to those after them."""


@dataclass(frozen=True, slots=True)
class _Teller:
    """What names a tie without a note of it in the trace of a page, whose key has the names."""

    catalog: Catalog
    view: View

    @property
    def locale(self) -> str:
        return self.view.locale

    def plain(self, key: str, /, **values: object) -> str:
        return self.view.plain(key, **values)

    def title(self, record: Record) -> str:
        return self.view.title(record)


class ConceptUsage:
    """The uses of all concepts as one page at a time shows them."""

    def __init__(self, pages: UsePages, uses: TermUses, view: View) -> None:
        self._pages, self._uses, self._view = pages, uses, view
        self._teller = cast("Storyteller", _Teller(pages.catalog, view))

    def examples(self, concept: str) -> list[ShownExample]:
        """The best examples of a concept, by its id, of different records and each another sentence."""
        locale = self._view.locale
        found: list[ShownExample] = []
        for use in best_examples(self._pages, self._uses.of(concept)):
            assert use.example is not None
            shown = {
                "zh": _marked(use.example.zh, "zh"),
                "en": _marked(use.example.en, "en"),
            }
            other = "en" if locale == "zh" else "zh"
            sides = (locale, shown[locale]), (other, shown[other])
            found.append(ShownExample(sides, self._link(use)))
        return found

    def uses(self, concept: str) -> list[ShownUses]:
        """The pages that name a concept, by kind, those first that search results show first."""
        by_kind: dict[str, list[Use]] = {}
        for use in self._uses.of(concept):
            by_kind.setdefault(TIES if use.owner else use.kind, []).append(use)
        found: list[ShownUses] = []
        for kind in sorted(by_kind, key=rank):
            uses = sorted(by_kind[kind], key=self._pages.newest_first)
            links = list(map(self._link, uses[:LISTED]))
            found.append(ShownUses(kind, len(uses), links[:NAMED], links[NAMED:]))
        return found

    def _link(self, use: Use) -> Markup:
        if use.kind == WRITTEN:
            return self._view.anchor(use.record, self._pages.title(use, self._view.locale))
        if tie := self._pages.tie(use):
            return self._view.anchor(tie_address(tie), tie_heading(self._teller, tie))
        record = self._pages.record(use)
        return self._view.anchor(address(use.kind, record), self._view.title(record))


def usage_key(pages: UsePages, uses: Iterable[Use]) -> bytes:
    """A digest of all that a page shows of the uses of a concept, besides labels and what tells namesakes apart."""
    uses = list(uses)
    parts = [repr((use[:3], pages.names(use))) for use in uses]
    parts += [repr(use.example) for use in best_examples(pages, uses)]
    return digest("\0".join(parts).encode())


def best_examples(pages: UsePages, uses: Iterable[Use]) -> list[Use]:
    """The uses with the best examples: short sentences before long ones and paragraphs, then the newest."""
    able = [use for use in uses if use.example and use.kind != GLOSSARY.name]
    able.sort(key=pages.newest_first)
    able.sort(key=lambda use: use.example.rank if use.example else (True, 0))
    found: dict[str, Use] = {}
    records: set[tuple[str, str]] = set()
    for use in able:
        assert use.example is not None
        if use[:2] not in records and use.example.zh.text not in found:
            records.add(use[:2])
            found[use.example.zh.text] = use
        if len(found) == EXAMPLES:
            break
    return list(found.values())


def _marked(side: Side, language: str) -> Markup:
    found = pieces(side, language)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if is_word else escape(text)
        for text, is_word in found
    )
