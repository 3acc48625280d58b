"""The offices of governments, for those who want to know what one is called: 海洋局英文, *Marine Bureau Kaohsiung*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.called import names_of
from portal.model.records.kinds import HOMES
from portal.model.values.locale import BY_CODE, other
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_names import joined_names, names_of_home, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.home import Home, Unit
    from portal.pages.render.view import View


def unit_documents(view: View) -> Iterator[SearchDocument]:
    """A document for each office of each government that publishes here, at its place on the government's page."""
    for home in view.catalog.homes.values():
        if home.publishes:
            for unit in home.units:
                yield _unit_document(home, unit, view)


def _unit_document(home: Home, unit: Unit, view: View) -> SearchDocument:
    names = list(names_of(unit))
    zh, en = (_whole(home, unit, view, locale) for locale in ("zh", "en"))
    title, translated = (zh, en) if view.locale == "zh" else (en, zh)
    said = unit.note[view.locale] if unit.note else ""
    return SearchDocument(
        f"{HOMES.section}/{home.id}/#{unit.id}",
        HOMES.name,
        title,
        names=[*names, zh, en, *joined_names(names, names_of_home(home))],
        shown_names=[(BY_CODE[other(view.locale).code].lang, translated)],
        phrases=joined_names([*names, zh, en], worded(view, "units")),
        text=said or view.plain("search.unit", home=home.title_in(view.locale)),
        homes=[home.id],
    )


def _whole(home: Home, unit: Unit, view: View, locale: str) -> str:
    """Its name with that of the government, or of the place."""
    label = view.catalog.labels["unit.of_home"][locale]
    return label.format(home=home.named_with(unit)[locale], unit=unit.name[locale])
