"""The search index: only what a changed document touches is made again, and it is the same as one made anew."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest
from building import build, small_portal
from editing import put

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.search import language_index as module
from portal.outputs.search import own_documents, search_pieces, search_postings
from portal.outputs.search.language_index import LanguageIndex
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_documents import own_document
from portal.outputs.search.search_index import FOLDER, search_files
from portal.pages.page import PageSource
from portal.pages.render.view import View

CITIES = """
- id: jp-hachioji
  name: {zh: 八王子市, en: Hachioji, ja: 八王子市}
  level: city
  country: JP
  aliases: [八王子]
"""

VISIT = """
id: visit-{0}
title: {{zh: 訪問, en: Visit}}
type: visit-made
start: 2020-07-08
homes: [alpha]
cities: [{{city: {1}}}]
sources: [report]
verified: 2026-01-05
"""

DOCUMENTS = [
    SearchDocument(
        f"cities/{number}/", "cities", f"City {number}", text=f"Text {number % 7} 八王子市"
    )
    for number in range(300)
]


def edition(folder: Path, day: str = "2026-11-22") -> Edition:
    read = read_portal(folder, Moment.parse(day))
    assert read.problems == []
    return read


def shown(files: dict[str, bytes], lang: str) -> dict[str, dict[str, object]]:
    """What results show, by path without the words by which a list is narrowed, which are those of the language."""
    prefix = f"{FOLDER}{lang}/documents/"
    found = [
        json.loads(gzip.decompress(raw)) for path, raw in files.items() if path.startswith(prefix)
    ]
    return {one["path"].partition("?")[0]: one for one in found}


def made(documents: list[SearchDocument]) -> dict[str, bytes]:
    """The files of an index made anew."""
    index = LanguageIndex()
    index.update(documents, 100)
    return index.files()


def test_each_language_has_an_index_of_its_own_of_the_same_pages(
    portal_folder: Path, tmp_path: Path
) -> None:
    files = search_files(edition(portal_folder), tmp_path / "kept")
    zh, en = shown(files, "zh-Hant-TW"), shown(files, "en")
    assert zh.keys() == en.keys() >= {"cities/jp-kaga/", "cities/", "about/counting/"}
    assert (zh["cities/jp-kaga/"]["title"], en["cities/jp-kaga/"]["title"]) == ("加賀", "Kaga")
    assert zh["cities/jp-kaga/"]["kind"] == "cities"


def test_what_has_not_changed_is_not_cut_again(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    first = search_files(edition(portal_folder), kept)
    cut: list[str] = []
    real = search_postings.postings

    def noted(document: SearchDocument) -> dict[str, str]:
        cut.append(document.path)
        return real(document)

    monkeypatch.setattr(module, "postings", noted)
    assert search_files(edition(portal_folder), kept) == first
    assert search_files(edition(portal_folder, "2026-11-23"), kept) == first
    assert cut == []
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text("utf-8") + CITIES, encoding="utf-8")
    changed = search_files(edition(portal_folder), kept)
    assert "cities/jp-hachioji/" in shown(changed, "en")
    assert len(cut) < len(shown(changed, "en"))
    assert changed == search_files(edition(portal_folder), tmp_path / "other")


def test_only_documents_that_tell_what_has_changed_are_made_again(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text("utf-8") + CITIES, encoding="utf-8")
    for number, city in enumerate(("jp-kaga", "jp-hachioji")):
        put(portal_folder, {f"data/exchanges/2020/visit-{number}.yaml": VISIT.format(number, city)})
    kept = tmp_path / "kept"
    search_files(edition(portal_folder), kept)
    made: list[str] = []
    real = own_document

    def noted(page: PageSource, view: View) -> SearchDocument:
        made.append(f"{view.locale}/{page.path}")
        return real(page, view)

    monkeypatch.setattr(own_documents, "own_document", noted)
    text = cities.read_text("utf-8")
    cities.write_text(text.replace("Hachioji,", "Quince,"), encoding="utf-8")
    changed = search_files(edition(portal_folder), kept)
    assert sorted(made) == [
        f"{locale}/{path}"
        for locale in ("en", "zh")
        for path in ("cities/jp-hachioji/", "exchanges/2020/visit-1/")
    ]
    assert changed == search_files(edition(portal_folder), tmp_path / "other")


def test_a_document_whose_number_another_has_now_is_found_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_pieces, "IDS", len(DOCUMENTS) + 1)
    index = LanguageIndex()
    index.update(DOCUMENTS, 100)
    before = {path: number for path, (number, *_) in index.known.items()}
    gone, *others = sorted(DOCUMENTS, key=attrgetter("path"))
    index.update([], 100, {document.path for document in others})
    assert gone.path not in index.known
    assert any(number != before[path] for path, (number, *_) in index.known.items())
    assert index.files() == made(others)


@pytest.mark.parametrize(
    "changed",
    [
        DOCUMENTS[1:],
        DOCUMENTS[:-1],
        [*DOCUMENTS, SearchDocument("cities/new/", "cities", "加賀", text="Text 3")],
        [replace(DOCUMENTS[0], title="Other"), *DOCUMENTS[1:]],
        [replace(DOCUMENTS[0], text="", countries=["JP"]), *DOCUMENTS[1:]],
        DOCUMENTS[:20],
        [],
    ],
    ids=["gone", "last gone", "come", "title", "emptied", "most gone", "all gone"],
)
def test_an_index_that_is_brought_up_to_date_is_as_one_made_anew(
    changed: list[SearchDocument],
) -> None:
    index = LanguageIndex()
    index.update(DOCUMENTS, 100)
    index.files()
    index.update(changed, 100)
    assert index.files() == made(changed)


def test_an_edit_changes_few_files() -> None:
    before = made(DOCUMENTS)
    after = made([replace(DOCUMENTS[0], text="Text 0 八王子市 quince"), *DOCUMENTS[1:]])
    assert len(before) > 300
    assert len({path for path in after if before.get(path) != after[path]}) <= 4


def test_what_is_not_public_is_not_in_the_index(portal_folder: Path, tmp_path: Path) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    hidden = f"{CITIES}  public_from: 2026-12-01T09:30\n"
    cities.write_text(cities.read_text("utf-8") + hidden, encoding="utf-8")
    kept = tmp_path / "kept"
    for day, there in (("2026-12-01T09:29", False), ("2026-12-01T09:30", True)):
        files = search_files(edition(portal_folder, day), kept)
        texts = b"".join(gzip.decompress(content) for content in files.values())
        assert ("cities/jp-hachioji/" in shown(files, "en")) == there
        assert (b"Hachioji" in texts) == there
        assert (b"hachioji" in texts) == there


def test_a_portal_does_without_a_search(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    config.write_text(f"{config.read_text('utf-8')}extra: {{search: false}}\n", encoding="utf-8")
    bare = tmp_path / "bin"
    bare.mkdir()
    built = build(config, tmp_path / "site", PATH=str(bare))
    assert built.code == 0, built.output
    front = (built.folder / "index.html").read_text("utf-8")
    assert 'role="search"' not in front
    assert not [path for path in built.folder.rglob("*") if "search" in path.name]
    assert "/search/" not in (built.folder / "sitemap.xml").read_text("utf-8")
    assert "search/" not in (built.folder / "site-map" / "index.html").read_text("utf-8")
