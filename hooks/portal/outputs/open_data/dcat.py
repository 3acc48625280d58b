"""The catalog of the open data in the vocabulary DCAT-AP 3.0, as one graph."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import BY_CODE, LOCALES
from portal.outputs.open_data.export import File
from portal.outputs.open_data.formats import BY_ENDING, OTHERS
from portal.outputs.open_data.table import FILES, FOLDER
from portal.site_file import Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.export import Export
    from portal.site_file import Dataset

Node = dict[str, Any]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CATALOG = {"jsonld": f"{FILES}catalog.jsonld", "ttl": f"{FILES}catalog.ttl"}
"""The files of the catalog."""

_EU = "http://publications.europa.eu/resource/authority"
"""The controlled vocabularies that DCAT-AP asks for."""

_MEDIA = "https://www.iana.org/assignments/media-types"

LANGUAGES = {"zh": f"{_EU}/language/ZHO", "en": f"{_EU}/language/ENG"}


def catalog_graph(
    catalog: Catalog, tables: Iterable[Export], site: str, others: Iterable[Dataset] = ()
) -> Node:
    """The catalog with its datasets and their files; ``site`` is the absolute address of the root.

    ``others`` are datasets of other outputs, each a file as CSV, perhaps in other formats too.
    """
    graph = _Graph(catalog, site)
    return graph.catalog([*map(graph.dataset, tables), *map(graph.other, others)])


class _Graph:
    """Says the same of every part: who publishes it, on what terms, in which languages."""

    def __init__(self, catalog: Catalog, site: str) -> None:
        self._labels, self._site = catalog.labels, site
        license_ = self._labels["open-data.license_url"].zh
        self._license = {"@id": license_, "@type": "dct:LicenseDocument"}
        self._shared = {
            "dct:publisher": {
                "@id": f"{site}#publisher",
                "@type": "foaf:Agent",
                "foaf:name": self._words("site.name"),
                "foaf:homepage": {"@id": site, "@type": "foaf:Document"},
            },
            "dct:language": [
                {"@id": LANGUAGES[locale.code], "@type": "dct:LinguisticSystem"}
                for locale in LOCALES
            ],
        }

    def catalog(self, datasets: list[Node]) -> Node:
        pages = [
            {"@id": f"{self._site}{locale.prefix}{FOLDER}", "@type": "foaf:Document"}
            for locale in LOCALES
        ]
        return {
            "@id": f"{self._site}{CATALOG['ttl']}#catalog",
            "@type": "dcat:Catalog",
            "dct:title": self._words("open-data.catalog"),
            "dct:description": self._words("open-data.intro"),
            **self._shared,
            "dct:license": self._license,
            "foaf:homepage": pages[0],
            "dcat:themeTaxonomy": {
                "@id": f"{_EU}/data-theme",
                "@type": "skos:ConceptScheme",
                "dct:title": {"@value": "Data theme", "@language": "en"},
            },
            "dcat:dataset": datasets,
        }

    def dataset(self, export: Export) -> Node:
        """A table with its files."""
        table = export.table
        titles, about = self._words(f"table.{table.name}"), self._words(table.about)
        pages = [f"{self._site}{locale.prefix}{table.page}" for locale in LOCALES]
        return self._dataset(table.name, titles, about, pages) | {
            "dcat:distribution": [self._distribution(file, titles, pages) for file in export.files],
        }

    def other(self, dataset: Dataset) -> Node:
        """A dataset of another output with its files."""
        titles, about = (
            [_spoken(words[lo.code], lo.lang) for lo in LOCALES]
            for words in (dataset.titles, dataset.about)
        )
        pages = [f"{self._site}{locale.prefix}{dataset.page}" for locale in LOCALES]
        files = [
            File(
                path, len(made), hashlib.sha256(made).hexdigest(), Known(b"", partial(bytes, made))
            )
            for path, made in dataset.files.items()
        ]
        return self._dataset(dataset.name, titles, about, pages) | {
            "dcat:distribution": [self._distribution(file, titles, pages) for file in files]
        }

    def _dataset(self, name: str, titles: list[Node], about: list[Node], pages: list[str]) -> Node:
        return {
            "@id": f"{self._site}{CATALOG['ttl']}#{name}",
            "@type": "dcat:Dataset",
            "dct:title": titles,
            "dct:description": about,
            "dct:identifier": name,
            **self._shared,
            "dcat:theme": {
                "@id": f"{_EU}/data-theme/INTR",
                "@type": "skos:Concept",
                "skos:prefLabel": {"@value": "International issues", "@language": "en"},
            },
            "dcat:keyword": titles,
            "dcat:landingPage": [{"@id": page, "@type": "foaf:Document"} for page in pages],
            "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/IRREG", "@type": "dct:Frequency"},
        }

    def _distribution(self, file: File, titles: list[Node], pages: list[str]) -> Node:
        address, ending = f"{self._site}{file.path}", file.ending
        format_ = BY_ENDING.get(ending) or OTHERS[ending]
        return {
            "@id": f"{address}#file",
            "@type": "dcat:Distribution",
            "dct:title": [
                {**title, "@value": f"{title['@value']} ({format_.name})"} for title in titles
            ],
            "dcat:accessURL": {"@id": pages[0]},
            "dcat:downloadURL": {"@id": address},
            "dct:format": {
                "@id": f"{_EU}/file-type/{format_.file_type}",
                "@type": "dct:MediaTypeOrExtent",
            },
            "dcat:mediaType": {
                "@id": f"{_MEDIA}/{format_.media_type}",
                "@type": "dct:MediaType",
            },
            "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
            "dct:license": self._license,
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {
                    "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                    "@type": "spdx:ChecksumAlgorithm",
                },
                "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
            },
        }

    def _words(self, key: str) -> list[Node]:
        label = self._labels[key]
        return [_spoken(label[code], locale.lang) for code, locale in BY_CODE.items()]


def _spoken(text: str, lang: str) -> Node:
    return {"@value": text, "@language": lang}
