"""A part that stands on several pages is made once, leads from each to the same place, and is in the trace of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import DictLoader

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.pages.render.jinja import environment
from portal.pages.render.renderer import Renderer

Make = Callable[[Mapping[str, str]], Catalog]

CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
TEMPLATE = (
    "{% macro part(key) %}{% call once(key) %}{{ ask() }}{{ view.icon('map') }}"
    "{{ link('cities', view.catalog.cities['jp-kaga']) }}{% endcall %}{% endmacro %}{{ part(key) }}"
)


def made(catalog: Make) -> tuple[Renderer, list[str]]:
    """A renderer of the template, and what is said each time when a part is made."""
    asked: list[str] = []

    def ask() -> str:
        asked.append("asked")
        return ""

    env = environment([])
    env.loader = DictLoader({"page": TEMPLATE})
    env.globals["ask"] = ask
    found = catalog({"data/cities.yaml": CITY})
    return Renderer(env, found, build_relations(found), "en"), asked


def test_a_part_is_made_once_and_leads_from_every_page_to_its_place(catalog: Make) -> None:
    renderer, asked = made(catalog)
    shown = [
        renderer.fill(renderer.view(path), "page", key="a")
        for path in ("", "press/", "press/2026/")
    ]
    assert [html.partition('<a href="')[2].partition('"')[0] for html in shown] == [
        "cities/jp-kaga/",
        "../cities/jp-kaga/",
        "../../cities/jp-kaga/",
    ]
    assert asked == ["asked"]


def test_another_key_is_another_part(catalog: Make) -> None:
    renderer, asked = made(catalog)
    for key in ("a", "b", "a"):
        renderer.fill(renderer.view("press/"), "page", key=key)
    assert len(asked) == 2


def test_every_page_shows_what_its_part_showed(catalog: Make) -> None:
    renderer, _ = made(catalog)
    for _ in range(2):
        view = renderer.view("press/")
        renderer.fill(view, "page", key="a")
        assert ("cities", "jp-kaga") in view.facts()
        assert view.icons == {"map"}


def test_what_stands_behind_a_part_is_noted_for_its_page_alone(catalog: Make) -> None:
    renderer, _ = made(catalog)
    env = renderer._env
    env.loader = DictLoader({"page": TEMPLATE, "longer": TEMPLATE + "{{ t('nav.about') }}"})
    first, second = renderer.view("press/"), renderer.view("press/")
    renderer.fill(first, "longer", key="a")
    renderer.fill(second, "page", key="a")
    assert first.facts() - second.facts() == {("labels", "nav.about")}
