"""The glossary as a concept scheme (SKOS), for thesauri and linked data.

Only concepts are in it: what has a record of its own is described there. A word that one government alone prefers is
an alternative label with a note, since SKOS allows one preferred label a language; one not to use is a hidden label,
found by who searches for it, with a note why. What became of an entry is a note with its day (SKOS Primer, 4.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.model.values.locale import BY_CODE, LOCALES
from portal.outputs.linked_data.node import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.terminology.term_entry import EntryTerm, TermEntry
    from portal.outputs.terminology.shared_entry import SharedEntry
    from portal.outputs.terminology.told_history import ToldStep

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Node = dict[str, Any]


def skos_graph(catalog: Catalog, entries: Sequence[SharedEntry], root: str) -> Node:
    """Scheme, concepts, and a collection for each field of knowledge; ``root`` is what addresses begin with."""
    concepts = [shared for shared in entries if not shared.entry.is_name]
    ways = {shared.entry.id: f"{root}{shared.path}" for shared in concepts}
    narrower: dict[str, list[str]] = {name: [] for name in ways}
    above = {shared.entry.id: shared.broader for shared in concepts}
    for shared in concepts:
        for other in shared.broader:
            narrower[other].append(shared.entry.id)
    writer = _Writer(catalog, root, ways, narrower, above)
    return {
        "@graph": [
            writer.scheme(concepts),
            *map(writer.concept, concepts),
            *writer.collections(concepts),
        ]
    }


class _Writer:
    def __init__(
        self,
        catalog: Catalog,
        root: str,
        ways: dict[str, str],
        narrower: dict[str, list[str]],
        above: dict[str, tuple[str, ...]],
    ) -> None:
        self._catalog, self._scheme = catalog, f"{root}glossary/"
        self._ways, self._narrower, self._above = ways, narrower, above

    def scheme(self, concepts: Sequence[SharedEntry]) -> Node:
        labels = self._catalog.labels
        license_ = labels["open-data.license_url"].zh
        tops = [self._ways[one.entry.id] for one in concepts if not one.broader]
        said: Node = {
            "@id": self._scheme,
            "@type": "skos:ConceptScheme",
            "skos:prefLabel": _both(labels["glossary.title"]),
            "dct:title": _both(labels["glossary.title"]),
            "dct:description": _both(labels["glossary.index_description"]),
            "dct:license": {"@id": license_},
            "skos:hasTopConcept": _links(tops),
        }
        return {name: value for name, value in said.items() if value}

    def concept(self, shared: SharedEntry) -> Node:
        own = shared.entry
        said: Node = {
            "@id": self._ways[own.id],
            "@type": "skos:Concept",
            "skos:inScheme": {"@id": self._scheme},
            "skos:topConceptOf": {"@id": self._scheme} if not shared.broader else None,
            "skos:notation": own.id,
            **self._labels(own),
            "skos:definition": own.definition and _both(own.definition),
            "skos:scopeNote": [
                *(_both(shared.note) if shared.note else []),
                *self._scopes(own),
            ],
            "skos:note": list(self._reasons(own)),
            "skos:changeNote": [_dated(step) for step in shared.history if step.is_known],
            "skos:historyNote": [_dated(step) for step in shared.history if not step.is_known],
            "skos:broader": _links([self._ways[other] for other in shared.broader]),
            "skos:narrower": _links([self._ways[other] for other in self._narrower[own.id]]),
            "skos:related": _links([self._ways[other] for other in self._related(shared)]),
            "skos:exactMatch": _links(shared.same_as),
            "dct:source": self._sources(shared.sources),
            "dct:modified": shared.updated
            and {"@value": shared.updated, "@type": f"xsd:{_day_type(shared.updated)}"},
        }
        return {name: value for name, value in said.items() if value}

    def collections(self, concepts: Sequence[SharedEntry]) -> Iterator[Node]:
        for field in dict.fromkeys(shared.entry.subject_field for shared in concepts):
            of_field = [one.entry.id for one in concepts if one.entry.subject_field == field]
            yield {
                "@id": f"{self._scheme}fields/#{field}",
                "@type": "skos:Collection",
                "skos:prefLabel": _both(self._catalog.labels[f"subject_field.{field}"]),
                "skos:member": _links([self._ways[name] for name in of_field]),
            }

    def _labels(self, entry: TermEntry) -> Node:
        """Each word under one label only (SKOS, S13)."""
        found: dict[str, list[Node]] = {"skos:prefLabel": [], "skos:altLabel": []}
        found["skos:hiddenLabel"] = []
        for locale in LOCALES:
            first = entry.preferred(locale.code)
            used = {first}
            found["skos:prefLabel"].append(spoken(first, locale.lang))
            for how, statuses in (
                ("skos:altLabel", ("preferred", "admitted")),
                ("skos:hiddenLabel", ("deprecated",)),
            ):
                for term in entry.words(locale.code):
                    if term.status in statuses and term.text not in used:
                        used.add(term.text)
                        found[how].append(spoken(term.text, locale.lang))
        return dict(found)

    def _scopes(self, entry: TermEntry) -> Iterator[Node]:
        """Which government uses which word."""
        for term in entry.terms:
            if term.homes and term.status != "deprecated":
                yield from self._told(term, self._governments(term))

    def _reasons(self, entry: TermEntry) -> Iterator[Node]:
        """Which words not to use, for whom, and why."""
        for term in entry.terms:
            if term.status == "deprecated":
                avoid = self._catalog.labels["term.deprecated"]
                whose = self._governments(term) if term.homes else {"zh": "", "en": ""}
                yield from self._told(term, {c: f"{avoid[c]} {whose[c]}".strip() for c in BY_CODE})

    def _told(self, term: EntryTerm, words: dict[str, str]) -> Iterator[Node]:
        pattern = self._catalog.labels["glossary.file.told"]
        because = self._catalog.labels["glossary.file.because"]
        for code, locale in BY_CODE.items():
            said = pattern[code].format(term=term.text, words=words[code])
            if term.note:
                said = because[code].format(said=said, reason=term.note[code])
            yield spoken(said, locale.lang)

    def _governments(self, term: EntryTerm) -> dict[str, str]:
        labels, homes = self._catalog.labels, self._catalog.homes
        told = labels["term.for_homes"]
        joints = {"zh": "、", "en": ", "}
        return {
            code: told[code].format(
                homes=joints[code].join(homes[home].name[code] for home in term.homes)
            )
            for code in BY_CODE
        }

    def _related(self, shared: SharedEntry) -> list[str]:
        """Those that are neither above nor below it (SKOS, S27)."""
        own = shared.entry.id
        return [
            other
            for other in shared.related
            if other not in self._ancestors(own) and own not in self._ancestors(other)
        ]

    def _ancestors(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [*self._above[name]]
        while waiting:
            if (one := waiting.pop()) not in found:
                found.add(one)
                waiting += self._above[one]
        return found

    def _sources(self, sources: Sequence[str]) -> list[Any]:
        """Web addresses as they are, documents by their address or else their name."""
        found: list[Any] = []
        for source in sources:
            if known := self._catalog.sources.get(source):
                found += [{"@id": known.url}] if known.url else _both(known.name)
            elif "://" in source:
                found.append({"@id": source})
        return found


def _dated(step: ToldStep) -> Node:
    """A note as a thing of its own, as it has a day and is said in both languages."""
    day = {"@value": step.date, "@type": "xsd:date"}
    return {"dct:date": day, "rdf:value": _both(step.words)}


def _both(words: Any) -> list[Node]:
    return [spoken(words[locale.code], locale.lang) for locale in LOCALES]


def _links(names: Sequence[str]) -> list[Node]:
    return [{"@id": name} for name in names]


def _day_type(day: str) -> str:
    return {4: "gYear", 7: "gYearMonth"}.get(len(day), "date")
