from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pytest
from editing import put
from outputs.terminology.terms_portal import GLOSSARY, PORTAL, terms_portal
from rdflib import DCAT, Graph

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.open_data.open_data_output import OpenData
from portal.outputs.terminology.terminology_output import NAME, PATHS, Terminology


@pytest.mark.parametrize(("locale", "up"), [("zh", "../"), ("en", "../../")])
def test_pages_name_every_file(portal_folder: Path, tmp_path: Path, locale: str, up: str) -> None:
    """The page of the open data all of them, that of the glossary those most asked for, and the way to the others."""
    edition = terms_portal(portal_folder, kept=tmp_path)

    def ways(path: str, *, only_files: bool = True) -> set[str | None]:
        html = edition.render(edition.pages[path], locale).content
        links = lxml.html.fromstring(f"<main>{html}</main>").iter("a")
        return {a.get("href") for a in links if a.get("download") is not None or not only_files}

    assert {f"{up}{path}" for path in PATHS.values()} <= ways("open-data/")
    assert {f"{up}{PATHS[name]}" for name in ("tbx", "ttl")} <= ways("glossary/")
    assert "../open-data/" in ways("glossary/", only_files=False)


def test_the_catalog_and_the_package_describe_them(edition: Edition) -> None:
    made = {path: bytes(one) for path, one in edition.output(OpenData).files(edition).whole.items()}
    catalog = Graph().parse(data=made["data/catalog.ttl"], format="turtle")
    files = {str(way).removeprefix(edition.site) for way in catalog.objects(None, DCAT.downloadURL)}
    assert set(PATHS.values()) <= files
    package = json.loads(made["data/datapackage.json"])
    own = next(one for one in package["resources"] if one["name"] == NAME)
    assert own["path"] == "glossary-terms.csv"
    assert own["schema"]["primaryKey"] == ["kind", "id", "language", "term"]
    titles = {field["name"]: field["title"] for field in own["schema"]["fields"]}
    assert titles["note_zh"] == "Note on the word (Chinese)"
    sums = made["data/SHA256SUMS"].decode()
    assert all(f"  {path.removeprefix('data/')}\n" in sums for path in PATHS.values())


def test_no_file_of_the_open_data_is_replaced(edition: Edition) -> None:
    tables = set(edition.output(OpenData).downloads())
    assert not tables & set(edition.output(Terminology).downloads())


def test_a_portal_without_a_glossary_has_its_names(portal_folder: Path) -> None:
    edition = terms_portal(portal_folder, "[]\n")
    made = edition.output(Terminology).files(edition).whole
    assert set(made) == set(PATHS.values())
    assert "Kaga" in bytes(made[PATHS["csv"]]).decode()


def test_nothing_is_published_as_long_as_there_are_problems(portal_folder: Path) -> None:
    put(portal_folder, PORTAL | {"data/glossary.yaml": GLOSSARY.replace("[tie]", "[nothing]")})
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    assert edition.problems
    assert edition.output(Terminology).files(edition).whole == {}
    assert list(edition.output(Terminology).datasets(edition)) == []


def test_what_was_made_is_kept_until_a_word_changes(portal_folder: Path, tmp_path: Path) -> None:
    def made(glossary: str) -> dict[str, bytes]:
        edition = terms_portal(portal_folder, glossary, kept=tmp_path)
        return {
            path: bytes(one)
            for path, one in edition.output(Terminology).files(edition).whole.items()
        }

    first = made(GLOSSARY)
    assert made(GLOSSARY) == first
    stamp = (tmp_path / "terms").stat().st_mtime_ns
    made(GLOSSARY)
    assert (tmp_path / "terms").stat().st_mtime_ns == stamp
    assert "bond" in made(GLOSSARY.replace("term: tie,", "term: bond,"))[PATHS["csv"]].decode()
