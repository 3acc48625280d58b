"""What editors change between two builds, each time with a new mark that a page must show afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import city_id
from portal.resources import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LABEL = "evidence.sources"
"""A label on the page of every record."""

TEMPLATE = "press_release.html.j2"
"""Sixty records of a hundred are press releases."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file of a portal."""

    name: str
    page: str
    """Address of a page that shows it."""
    make: Callable[[Path, str], None]
    """Brings a mark into the portal in that folder."""


def build_edits(portal: Path) -> list[Edit]:
    """What is edited between builds: from one page up to most of them."""
    release = _release(portal)
    return [
        Edit("One press release edited", release, _edit_release),
        Edit("A city's name edited", f"cities/{city_id(0)}/", _edit_city),
        Edit("A template edited", release, _edit_template),
        Edit("A label edited", release, _edit_label),
    ]


def preview_edits(portal: Path) -> list[Edit]:
    """What is edited in a preview."""
    return [
        Edit("One press release edited", _release(portal), _edit_release),
        Edit("One written page edited", "about/counting/", _edit_written),
    ]


def _release_file(portal: Path) -> Path:
    return min((portal / "data" / "press_releases").rglob("*.yaml"), key=lambda path: path.name)


def _release(portal: Path) -> str:
    file = _release_file(portal)
    return f"press/{file.parent.name}/{file.stem}/"


def _edit_release(portal: Path, mark: str) -> None:
    """Its title, so that lists and other records show it too."""
    title = f"title: {{zh: 更新{mark}, en: Update {mark}}}"
    _replace(_release_file(portal), r"title: \{[^}]*\}", title)


def _edit_city(portal: Path, mark: str) -> None:
    name = f"name: {{zh: 新市{mark}, en: New City {mark}}}"
    _replace(portal / "data" / "cities.yaml", r"name: \{[^}]*\}", name)


def _edit_label(portal: Path, mark: str) -> None:
    line = f"{LABEL}: {{zh: 來源{mark}, en: Sources {mark}}}\n"
    _replace(portal / "data" / "labels.yaml", rf"^{re.escape(LABEL)}: .*\n|\Z", line)


def _edit_template(portal: Path, mark: str) -> None:
    """A portal's own copy, which overrides the generator's."""
    text = (TEMPLATES / TEMPLATE).read_text(encoding="utf-8")
    path = portal / "templates" / TEMPLATE
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text}<p>{mark}</p>\n", encoding="utf-8")


def _edit_written(portal: Path, mark: str) -> None:
    path = portal / "content" / "zh" / "about" / "counting.md"
    _replace(path, r"(^更新\d+\n)?\Z", f"更新{mark}\n")


def _replace(path: Path, pattern: str, new: str) -> None:
    """Replace the first match."""
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    assert count, f"{path.name} has no {pattern}"
    path.write_text(changed, encoding="utf-8")
