"""The shortcuts through Jinja change how long pages take, and nothing on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT, small_portal
from editing import put
from releases import release

from portal.assembly import read_portal
from portal.model.values.locale import LOCALES
from portal.model.values.moment import Moment
from portal.pages.render.jinja import environment
from portal.pages.render.renderer import Renderer
from portal.resources import TEMPLATES

RELEASE = "homes: [hualien-city]\naliases: ['1 < 2 & 3', 'x|\"y\"']\n"


@pytest.mark.parametrize("locale", [locale.code for locale in LOCALES])
def test_plain_jinja_gives_the_same_pages(locale: str, tmp_path: Path) -> None:
    folder = small_portal(tmp_path).parent
    news = {
        path: text.replace("alpha", "hualien-city")
        for path, text in release("news", more=RELEASE).items()
    }
    put(folder, news)
    edition = read_portal(folder, Moment.parse("2026-11-22"), site="https://portal.example/")
    assert [problem.line("en") for problem in edition.problems] == []
    plain = Renderer(
        environment([folder / "templates", TEMPLATES], shortcuts=False),
        edition.catalog,
        edition.relations,
        locale,
        site=edition.site,
        contributors=edition.outputs,
    )
    for path, page in edition.pages.items():
        assert edition.render(page, locale) == plain.render(page), path


@pytest.mark.parametrize("package", ["jinja2", "markupsafe"])
def test_the_versions_of_what_is_reached_into_are_pinned(package: str) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'"{package}==' in text
