"""The open data as a catalog of datasets, in the vocabulary of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.outputs.linked_data.node import Node, only
from portal.outputs.open_data.formats import BY_ENDING
from portal.outputs.open_data.table import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.outputs.open_data.offer import Download, Offer
    from portal.pages.render.view import View


def data_catalog(view: View, *, offers: Iterable[Offer]) -> list[Node]:
    """The catalog, which names its datasets; what each is, its own page says."""
    datasets = [{**_identity(view, offer), **_terms(view)} for offer in offers]
    return [
        {
            "@type": "DataCatalog",
            "@id": f"{view.site}{FOLDER}",
            "name": view.plain("open-data.catalog"),
            "description": view.plain("open-data.intro"),
            "url": f"{view.site}{view.prefix}{FOLDER}",
            **_terms(view),
            "dataset": datasets,
        }
    ]


def dataset(view: View, *, offer: Offer) -> list[Node]:
    """A table with its files."""
    return [
        {
            **_identity(view, offer),
            "url": f"{view.site}{view.prefix}{offer.table.page}",
            **_terms(view),
            "includedInDataCatalog": {
                "@type": "DataCatalog",
                "@id": f"{view.site}{FOLDER}",
                "name": view.plain("open-data.catalog"),
            },
            **only(distribution=[_download(view, file) for file in offer.files]),
        }
    ]


def _identity(view: View, offer: Offer) -> Node:
    return {
        "@type": "Dataset",
        "@id": f"{view.site}{offer.table.page}",
        "name": view.plain(f"table.{offer.name}"),
        "description": view.plain(
            "open-data.dataset",
            about=view.plain(offer.table.about),
            formats=view.plain("list.separator").join(file.format for file in offer.files),
        ),
    }


def _terms(view: View) -> Node:
    """On what terms, by whom, and in which languages."""
    return {
        "license": view.plain("open-data.license_url"),
        "inLanguage": [locale.lang for locale in LOCALES],
        "publisher": {"@type": "Organization", "name": view.plain("site.name")},
    }


def _download(view: View, file: Download) -> Node:
    return {
        "@type": "DataDownload",
        "encodingFormat": BY_ENDING[file.ending].media_type,
        "contentUrl": f"{view.site}{file.path}",
        "contentSize": f"{file.kilobytes} kB",
    }
