"""A format of the open data is one row and a writer: files, pages, catalogs and hosts know of it from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.outputs.hosts.media_types import TYPES
from portal.outputs.open_data import formats
from portal.outputs.open_data.dcat import catalog_graph
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.form import Form
from portal.outputs.open_data.formats import BY_ENDING, FORMATS, Format, formats_of
from portal.outputs.open_data.offer import Download
from portal.outputs.open_data.tables import table_of

LINES = Format(
    "txt", "Lines", "text/plain", "TXT",
    lambda *_: Form(b"", lambda row: row.item.id.encode(), between=b"\n", foot=b""),
    suits=lambda table: table.name == "cities",
)  # fmt: skip


def test_only_tables_with_points_are_offered_as_geojson_and_long_texts_not_as_workbooks() -> None:
    offered = {name: [f.ending for f in formats_of(table_of(name))] for name in ("homes", "plans")}
    assert offered["homes"] == ["ods", "csv", "json", "jsonld", "geojson"]
    assert offered["plans"] == ["csv", "json", "jsonld"]


def test_hosts_send_every_format_as_what_it_is() -> None:
    assert {f.ending: f.sent_as or f.media_type for f in FORMATS}.items() <= TYPES.items()


def test_a_new_format_is_known_everywhere(
    catalog: Callable[[Mapping[str, str]], Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, LINES))
    monkeypatch.setitem(BY_ENDING, LINES.ending, LINES)
    found = exports(catalog({}), "https://city.example.org/")
    (cities,) = [export for export in found if export.table.name == "cities"]
    file = cities.files[-1]
    assert (file.path, bytes(file.content)) == ("data/cities.txt", b"jp-kaga")
    assert Download(file.path, file.size).format == "Lines"
    graph = str(catalog_graph(catalog({}), found, "https://city.example.org/"))
    assert "file-type/TXT" in graph
    assert "media-types/text/plain" in graph
