"""Every link of every page leads to a file of the folder, and nothing of anybody else's is replaced."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest
from building import contents

from portal.publish.swap import swap
from portal.unserved import unserved_site
from portal.unserved.unserved_site import README, is_replaceable, make_unserved

TARGETS = "//@href | //@src | //@action | //@formaction"


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("unserved")
    made = place / "some folder" / "預覽"
    assert make_unserved(site, made, place / "working") > 100
    assert not list((place / "working").iterdir())
    return made


def test_every_link_leads_to_a_file(folder: Path) -> None:
    ids: dict[Path, set[str]] = {}
    pages = {path: lxml.html.parse(path).getroot() for path in folder.rglob("*.html")}
    for path, page in pages.items():
        ids[path] = set(page.xpath("//@id"))
    for path, page in pages.items():
        found = [str(link) for link in page.xpath(TARGETS)]
        found += [
            c.partition("url=")[2] for c in page.xpath("//meta[@http-equiv='refresh']/@content")
        ]
        found += [part.split()[0] for s in page.xpath("//@srcset") for part in s.split(",")]
        for link in found:
            url = urlsplit(urljoin(path.as_uri(), link))
            if url.scheme == "file":
                target = Path(unquote(url.path))
                assert target.is_file(), f"{path}: {link}"
                assert target.is_relative_to(folder)
                assert not url.fragment or unquote(url.fragment) in ids.get(target, ()), link


def test_absolute_addresses_and_other_files_are_as_they_were(folder: Path, site: Path) -> None:
    for name, content in contents(folder).items():
        before = (site / name).read_bytes() if name != README else b""
        if name.endswith(".html"):
            absolute = "//@href[contains(., '://')] | //meta/@content[contains(., '://')]"
            was, is_ = (lxml.html.fromstring(html).xpath(absolute) for html in (before, content))
            assert was == is_, name
        elif name != README:
            assert content == before, name


def test_every_page_is_marked_in_its_language_and_hidden_from_search_engines(folder: Path) -> None:
    said = {"zh": "預覽：", "en": "Preview: "}
    for path in folder.rglob("*.html"):
        page = lxml.html.parse(path).getroot()
        (robots,) = page.xpath("//head/meta[@name='robots']/@content")
        assert robots == "noindex"
        (note,) = page.xpath("/html/body/*[1][self::aside]//p[1]")
        assert note.text_content().startswith(said[page.get("lang")[:2]]), path


def test_what_cannot_work_is_not_there(folder: Path) -> None:
    names = contents(folder)
    assert not [name for name in names if name.startswith((".", "search-index/", "_headers"))]
    assert not {"404.html", "en/404.html", "manifest.webmanifest", "build.json"} & names.keys()
    for path in folder.rglob("*.html"):
        page = lxml.html.parse(path).getroot()
        assert not page.xpath("//script[@type='module'] | //link[@rel='manifest']"), path
    note = (folder / "en/search/index.html").read_text(encoding="utf-8")
    assert "needs a web server" in note
    assert "needs a web server" not in (folder / "en/index.html").read_text(encoding="utf-8")


def test_the_same_is_made_again(folder: Path, site: Path, tmp_path: Path) -> None:
    for _ in range(2):
        make_unserved(site, tmp_path / "again", tmp_path / "working")
        assert contents(tmp_path / "again") == contents(folder)


def test_an_interrupted_preview_leaves_the_last(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "preview"
    make_unserved(site, old, tmp_path / "working")
    before = contents(old)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(unserved_site, "swap", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_unserved(site, old, tmp_path / "working")
    assert contents(old) == before
    monkeypatch.setattr(unserved_site, "swap", swap)
    make_unserved(site, old, tmp_path / "working")
    assert contents(old) == before


def test_only_what_was_made_here_is_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    assert is_replaceable(folder)
    assert is_replaceable(tmp_path / "empty")
    assert is_replaceable(tmp_path / "missing")
    assert not is_replaceable(tmp_path / "full")
    assert not is_replaceable(tmp_path / "file")
