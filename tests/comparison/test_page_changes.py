"""No change of a page is missed: what is told is what rendering every page twice finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import demonstration
import pytest
from comparing import side
from editing import replace_in

from portal.comparison.page_changes import page_changes
from portal.comparison.side import Side
from portal.edition import Edition
from portal.model.values.locale import LOCALES
from portal.pages.front import front_html

LABELS = "data/labels.yaml"
SIGNING = "data/exchanges/2014/2014-shirasagi-signing.yaml"


def everything(edition: Edition) -> dict[str, list[str]]:
    """The HTML of every page by address, each language after the other; nothing is left out or kept."""
    found: dict[str, list[str]] = {}
    for locale in (locale.code for locale in LOCALES):
        for address, page in edition.pages.items():
            made = edition.render(page, locale)
            found.setdefault(address, []).extend(
                [made.head.title, made.head.description, made.content, *made.added.values()]
            )
        for (code, address), written in edition.written.pages.items():
            if code == locale:
                found.setdefault(address, []).append(written.html or "")
        found[""] += front_html(edition.renderer(locale)).values()
    return found


@pytest.fixture(scope="module")
def before() -> Side:
    return side(demonstration.FOLDER)


def edited(file: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: replace_in(folder / file, old, new)


def with_label(folder: Path) -> None:
    with (folder / LABELS).open("a", encoding="utf-8") as file:
        file.write("city.partnerships: {zh: 締盟關係, en: Bonds}\n")


def with_template(folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/sources.html.j2").write_text("<h1>{{ title }}</h1>", encoding="utf-8")


EDITS: list[tuple[str, Callable[[Path], None]]] = [
    ("city", edited("data/cities.yaml", "白鷺市", "白鷺鎮")),
    ("comment", edited("data/cities.yaml", "- id", "# nobody reads this\n- id")),
    ("home", edited("data/homes.yaml", "level: city", "level: county")),
    ("exchange", edited(SIGNING, "become friendship cities", "become friends")),
    ("draft", edited("data/exchanges/2014/2014-qiandao-signing.yaml", "id:", "draft: true\nid:")),
    ("label", with_label),
    ("template", with_template),
]


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_told_is_what_rendering_everything_finds(
    edit: Callable[[Path], None], before: Side, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(demonstration.FOLDER, tmp_path / "portal"))
    edit(folder)
    after = side(folder)
    old, new = everything(before.edition), everything(after.edition)
    differ = {address for address in old.keys() & new.keys() if old[address] != new[address]}
    found = page_changes(before.edition, after.edition)
    told = {page.address for page in found.changed}
    told |= {address for group in found.following for address in group.pages}
    assert told == differ
    assert {page.address for page in found.added} == new.keys() - old.keys()
    assert {page.address for page in found.removed} == old.keys() - new.keys()


def test_every_page_is_counted_for_the_bar(before: Side) -> None:
    counted: list[int] = []
    page_changes(before.edition, before.edition, counted.append)
    assert sum(counted) == len(everything(before.edition))
