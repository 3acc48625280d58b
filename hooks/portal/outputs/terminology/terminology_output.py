"""The term base as files for others' tools, which the pages of the glossary and of the open data name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.data.store import digest, keep, recall
from portal.edition import Output
from portal.model.records.concept import Concept
from portal.model.records.kinds import GLOSSARY, LABELS, SOURCES
from portal.model.values.locale import LOCALES
from portal.outputs.open_data.rdf import json_ld, turtle
from portal.outputs.open_data.table import FILES
from portal.outputs.terminology.concept_history import ConceptHistories
from portal.outputs.terminology.concept_usage import ConceptUsage, usage_key
from portal.outputs.terminology.shared_entry import kinds_of, shared_entries
from portal.outputs.terminology.skos_graph import PREFIXES, skos_graph
from portal.outputs.terminology.tbx_file import write_tbx
from portal.outputs.terminology.term_table import COLUMNS, KEY, write_json, write_table
from portal.outputs.terminology.term_uses import TermUses
from portal.outputs.terminology.text_pairs import text_pairs
from portal.outputs.terminology.tmx_file import write_tmx
from portal.outputs.terminology.told_history import told_histories
from portal.outputs.terminology.use_pages import UsePages
from portal.outputs.terminology.writers_lists import accepted, dictionary, rejected, substitutions
from portal.site_file import Dataset, Files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.edition import Basis, Edition
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

NAME = "glossary-terms"
"""Of the dataset."""

TOOL = "city-diplomacy-portal"
"""What a translation memory says made it."""

TABLE = f"{FILES}{NAME}.csv"

MEMORY = f"{FILES}portal.tmx"

PATHS = {
    "csv": TABLE,
    "tbx": f"{FILES}glossary.tbx",
    "ttl": f"{FILES}glossary.ttl",
    "jsonld": f"{FILES}glossary-skos.jsonld",
    "json": f"{FILES}{NAME}.json",
    "substitutions": f"{FILES}glossary-vale.yml",
    "accept": f"{FILES}glossary-vale-accept.txt",
    "reject": f"{FILES}glossary-vale-reject.txt",
    "dictionary": f"{FILES}glossary-word.dic",
    "memory": MEMORY,
}
"""Of each file, by what the labels ``glossary.file.…`` call it. The table of the open data has other names."""


class Terminology(Output):
    """Made anew only if a record with a word, what is said of them, or what became of an entry has changed."""

    def __init__(self, basis: Basis) -> None:
        super().__init__(basis)
        self._histories = ConceptHistories(basis.root)
        self._uses = TermUses(
            basis.catalog, basis.terms, lambda: basis.written.pages, basis.kept_at("uses")
        )

    def helpers(self, view: View) -> Mapping[str, Any]:
        """``term_files``: the address of each file below the root of the site, by what it is called.

        ``usage`` and ``histories``: where concepts are used, and what became of their entries, for their pages.
        """
        return {
            "term_files": PATHS,
            "histories": self._histories,
            "usage": ConceptUsage(self._use_pages, self._uses, view),
        }

    def key(self, page: PageSource) -> bytes:
        """What the page of a concept shows of its uses, and of what became of its entry."""
        concept = page.params.get("concept")
        if not isinstance(concept, Concept):
            return b""
        uses = usage_key(self._use_pages, self._uses.of(concept.id))
        return uses + self._histories.key(concept)

    @cached_property
    def _use_pages(self) -> UsePages:
        return UsePages(self.basis.catalog, self.basis.written.pages)

    def downloads(self) -> Iterator[str]:
        """All of them."""
        yield from PATHS.values()

    def files(self, edition: Edition) -> Files:
        """All of them; none if there are problems."""
        return Files(whole={**self._made, MEMORY: self._memory} if edition.pages else {})

    def datasets(self, edition: Edition) -> Iterator[Dataset]:
        """The table, and the same in all other formats."""
        if not edition.pages:
            return
        labels = self.basis.catalog.labels
        titles, about = (
            {lo.code: labels[f"glossary.files.{part}"][lo.code] for lo in LOCALES}
            for part in ("title", "about")
        )
        columns = tuple(
            (name, "string", {lo.code: _called(edition, name, lo.code) for lo in LOCALES})
            for name in COLUMNS
        )
        others = {path: made for path, made in self._made.items() if path != TABLE}
        page = f"{GLOSSARY.section}/"
        yield Dataset(NAME, titles, about, page, TABLE, self._made[TABLE], columns, KEY, others)
        titles, about = (
            {lo.code: labels[f"glossary.memory.{part}"][lo.code] for lo in LOCALES}
            for part in ("title", "about")
        )
        yield Dataset("sentences", titles, about, page, MEMORY, self._memory)

    @cached_property
    def _memory(self) -> bytes:
        """The sentences of all texts, each with the other language's."""
        labels = self.basis.catalog.labels
        title = f"{labels['site.name'].en}: {labels['glossary.memory.about'].en}"
        return write_tmx(text_pairs(self.basis.catalog, self.basis.kept_at("pairs")), TOOL, title)

    @cached_property
    def _made(self) -> dict[str, bytes]:
        """The content of each file by its path; as the last build made it if nothing in it has changed."""
        kept, key = self.basis.kept_at("terms"), self._key()
        known = recall(kept) if kept else None
        if known and known[0] == key:
            made: dict[str, bytes] = known[1]
            return made
        made = self._make()
        if kept:
            keep(kept, (key, made))
        return made

    def _key(self) -> bytes:
        catalog, digests = self.basis.catalog, self.basis.catalog.digests
        shown = [*kinds_of(catalog), *((SOURCES.name, one) for one in catalog.sources)]
        shown += [(LABELS.name, key) for key in catalog.labels]
        names = "\n".join([self.basis.base, *("/".join(one) for one in shown)])
        published = self._histories.all_published
        return digest(b"\0".join([names.encode(), published, *(digests[one] for one in shown)]))

    def _make(self) -> dict[str, bytes]:
        catalog, base = self.basis.catalog, self.basis.base
        labels = catalog.labels
        entries = shared_entries(catalog, told_histories(catalog, self._histories))
        graph = skos_graph(catalog, entries, base)
        title = " / ".join(labels["glossary.files.title"][lo.code] for lo in LOCALES)
        about = [
            f"{labels['site.name'][lo.code]}: {labels['glossary.files.about'][lo.code]}"
            for lo in reversed(LOCALES)
        ]
        about += [labels["open-data.license"].en, labels["open-data.license_url"].en]
        message = labels["glossary.file.message"].en
        made = {
            "csv": write_table(catalog, entries, base),
            "tbx": write_tbx(entries, title, about, catalog.sources, self.basis.site),
            "ttl": turtle(graph, PREFIXES),
            "jsonld": json_ld(graph, PREFIXES),
            "json": write_json(entries, base),
            "substitutions": substitutions(entries, message),
            "accept": accepted(entries),
            "reject": rejected(entries),
            "dictionary": dictionary(entries),
        }
        return {PATHS[name]: content for name, content in made.items()}


def _called(edition: Edition, column: str, locale: str) -> str:
    """What a column is called: as its code, and in which language it says it in words."""
    labels = edition.catalog.labels
    field, _, language = column.rpartition("_")
    if language in ("zh", "en"):
        inside = labels[f"glossary.column.{field}"][locale]
        return labels[f"glossary.column.in_{language}"][locale].format(column=inside)
    return labels[f"glossary.column.{column}"][locale]
