"""The search index: made when something that is searched has changed, and not otherwise; what it needs is told."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from building import build, small_portal

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.search import search_index as module
from portal.outputs.search.search_index import CannotIndex, search_files

CITIES = """
- id: jp-hachioji
  name: {zh: 八王子市, en: Hachioji, ja: 八王子市}
  level: city
  country: JP
  aliases: [八王子]
"""


def edition(folder: Path, day: str = "2026-11-22") -> Edition:
    read = read_portal(folder, Moment.parse(day))
    assert read.problems == []
    return read


def shown(files: dict[str, bytes], lang: str) -> dict[str, dict[str, object]]:
    """What results show, by path."""
    found = {}
    for path, content in files.items():
        if path.startswith(f"pagefind/fragment/{lang}_"):
            one = json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
            found[one["path"]] = one
    return found


def test_each_language_has_an_index_of_its_own_of_the_same_pages(
    portal_folder: Path, tmp_path: Path
) -> None:
    files = search_files(edition(portal_folder), tmp_path / "kept")
    zh, en = shown(files, "zh-hant-tw"), shown(files, "en")
    assert zh.keys() == en.keys() >= {"cities/jp-kaga/", "cities/", "about/counting/"}
    assert (zh["cities/jp-kaga/"]["title"], en["cities/jp-kaga/"]["title"]) == ("加賀", "Kaga")
    assert zh["cities/jp-kaga/"]["kind"] == "cities"
    loaded = {path for path in files if not path.split("/")[1].startswith(("frag", "ind", "fil"))}
    endings = (".pf_meta", "wasm.en.pagefind", "wasm.unknown.pagefind", "pagefind.js", "entry.json")
    assert {path for path in loaded if not path.endswith(endings)} == set()


def test_what_has_not_changed_is_not_indexed_again(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    first = search_files(edition(portal_folder), kept)
    monkeypatch.setattr(module, "index", lambda _: pytest.fail("indexed again"))
    assert search_files(edition(portal_folder), kept) == first
    assert search_files(edition(portal_folder, "2026-11-23"), kept) == first
    cities = portal_folder / "data" / "cities.yaml"
    cities.write_text(cities.read_text("utf-8") + CITIES, encoding="utf-8")
    changed = edition(portal_folder)
    assert search_files(changed, kept, renew=False) == first
    monkeypatch.undo()
    assert "cities/jp-hachioji/" in shown(search_files(changed, kept), "en")


def test_the_same_records_give_the_same_bytes(portal_folder: Path, tmp_path: Path) -> None:
    one, other = (search_files(edition(portal_folder), tmp_path / name) for name in "ab")
    assert one == other


def test_what_is_not_public_is_not_in_the_index(portal_folder: Path, tmp_path: Path) -> None:
    cities = portal_folder / "data" / "cities.yaml"
    hidden = f"{CITIES}  public_from: 2026-12-01T09:30\n"
    cities.write_text(cities.read_text("utf-8") + hidden, encoding="utf-8")
    kept = tmp_path / "kept"
    for day, there in (("2026-12-01T09:29", False), ("2026-12-01T09:30", True)):
        files = search_files(edition(portal_folder, day), kept)
        texts = b"".join(
            gzip.decompress(content) if path.endswith("_fragment") else content
            for path, content in files.items()
        )
        assert ("cities/jp-hachioji/" in shown(files, "en")) == there
        assert (b"Hachioji" in texts) == there


@pytest.mark.parametrize("missing", ["Node.js", "node_modules/pagefind"])
def test_what_is_not_installed_is_named_with_the_cure(
    missing: str, portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing == "Node.js":
        monkeypatch.setattr(shutil, "which", lambda _: None)
    else:
        monkeypatch.setattr(module, "pagefind_of", lambda _: None)
    with pytest.raises(CannotIndex) as raised:
        search_files(edition(portal_folder), tmp_path / "kept")
    assert raised.value.problem.line("zh") == (
        f"mkdocs.yml:1:1: 站內搜尋需要 {missing}，這台機器上沒有；請安裝 Node.js 20 以上並執行 make site"
        "（或 npm ci），或在 mkdocs.yml 設定 extra.search: false，不要搜尋"
    )
    assert raised.value.problem.line("en") == (
        f"mkdocs.yml:1:1: the search needs {missing}, which this machine does not have; install Node.js 20 or later"
        " and run make site (or npm ci), or set extra.search: false in mkdocs.yml to do without the search"
    )


def test_what_the_indexer_says_is_told(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.mjs"
    broken.write_text("throw new Error('no room')", encoding="utf-8")
    monkeypatch.setattr(module, "INDEXER", broken)
    with pytest.raises(CannotIndex) as raised:
        search_files(edition(portal_folder), tmp_path / "kept")
    assert "no room" in raised.value.problem.line("en")


def test_a_build_stops_without_node_and_goes_on_without_a_search(tmp_path: Path) -> None:
    config = small_portal(tmp_path)
    bare = tmp_path / "bin"
    bare.mkdir()
    stopped = build(config, tmp_path / "site", PATH=str(bare))
    assert stopped.code == 1
    assert "站內搜尋需要 Node.js" in stopped.output
    assert "Traceback" not in stopped.output
    config.write_text(f"{config.read_text('utf-8')}extra: {{search: false}}\n", encoding="utf-8")
    built = build(config, tmp_path / "site", PATH=str(bare))
    assert built.code == 0, built.output
    front = (built.folder / "index.html").read_text("utf-8")
    assert 'role="search"' not in front
    assert not [path for path in built.folder.rglob("*") if "search" in path.name]
    assert not (built.folder / "pagefind").exists()
    assert "/search/" not in (built.folder / "sitemap.xml").read_text("utf-8")
    assert "search/" not in (built.folder / "site-map" / "index.html").read_text("utf-8")
