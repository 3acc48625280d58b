"""A number in a sentence that is not the one that is counted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import KINDS
from portal.model.statistics.computed import Computed
from portal.model.values.locale import LOCALES
from portal.model.values.names import Names
from portal.model.values.walk import walk
from portal.model.values.words import Prose, Text
from portal.pages.claims.claim_reader import ClaimReader
from portal.pages.writing.findings import Finding
from portal.pages.writing.shown_text import ShownText
from portal.text.markdown import parse
from portal.text.text_block import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.record import Record
    from portal.pages.claims.claim_reader import Claim
    from portal.pages.writing.written_page import WrittenPage

CODE = "number-claimed"

WORDS = "claim.words."
"""Labels with the words of what can be counted; ``claim.words.portal`` has those for this portal."""


class Claims:
    """Compares the sentences of a portal with its records."""

    def __init__(self, catalog: Catalog, relations: Relations) -> None:
        self._catalog = catalog
        self._computed = Computed(catalog, relations)

    def in_records(self, loaded: Loaded) -> Iterator[Problem]:
        """Problems in texts that are public now. Records of a day, such as releases, tell of that day."""
        for row in loaded.records:
            if KINDS[row.kind].date:
                continue
            shown = self._catalog.of(row.kind).get(row.record.id)
            public = {id(part) for _, part in walk(shown)} if shown else ()
            for loc, text in walk(row.record):
                if isinstance(text, Text) and not isinstance(text, Names) and id(text) in public:
                    yield from self._in_text(row, loc, text)

    def _in_text(
        self, row: Row[Record], loc: tuple[str | int, ...], text: Text
    ) -> Iterator[Problem]:
        for locale in LOCALES:
            words = text[locale.code]
            blocks = parse(words).blocks if isinstance(text, Prose) else [plain_block(words)]
            for block, claim, found in self.wrong(locale.code, blocks):
                at = block.places[claim.start]
                place = (*row.loc, *loc, locale.code)
                first = claim.text.split("\n")[0]
                yield Problem(row.document.place_within(place, words, at, first), CODE, found)

    def in_pages(self, pages: Iterable[WrittenPage]) -> Iterator[Problem]:
        """Problems in written pages."""
        for page in pages:
            text = ShownText(page.scan)
            blocks = [line.block for line in text.lines if line.tag != "dd"]
            for block, claim, found in self.wrong(page.locale, blocks):
                run, position = text.place(block.places[claim.start])
                finding = Finding(CODE, found, run=run, position=position, sought=(claim.text,))
                yield finding.problem(page.places)

    def wrong(
        self, locale: str, blocks: Iterable[Block]
    ) -> Iterator[tuple[Block, Claim, dict[str, str]]]:
        """The claims in a text whose number is not right, each with its block and what a problem tells."""
        for block, claim in self._readers[locale].claims(blocks):
            numbers = self._computed.of(claim.home, claim.thing)
            if claim.number not in (numbers.counted, numbers.listed):
                counted, listed = str(numbers.counted), str(numbers.listed)
                yield block, claim, {"found": claim.text, "cure": counted, "sum": listed}

    @cached_property
    def _readers(self) -> dict[str, ClaimReader]:
        return {locale.code: self._reader(locale.code) for locale in LOCALES}

    def _reader(self, locale: str) -> ClaimReader:
        catalog = self._catalog
        words = {
            key.removeprefix(WORDS): [
                word.strip() for word in label[locale].replace("、", ",").split(",")
            ]
            for key, label in catalog.labels.items()
            if key.startswith(WORDS)
        }
        subjects = dict.fromkeys(words.pop("portal", []), "")
        for home in catalog.publishers:
            names = (home.title_in(locale), home.full_name[locale], *home.aliases)
            subjects |= dict.fromkeys(names, home.id)
        things = {word: thing for thing, named in words.items() for word in named}
        places = {country.name[locale] for country in catalog.countries.values()}
        places |= {city.name[locale] for city in catalog.cities.values()}
        places |= {
            label[locale] for key, label in catalog.labels.items() if key.startswith("continent.")
        }
        return ClaimReader(locale, subjects, things, places)


def plain_block(text: str) -> Block:
    """A text without Markdown."""
    return Block("Paragraph", text=text, marks=text, places=list(range(len(text))))
