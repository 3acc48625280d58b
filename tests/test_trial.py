"""A portal's own templates are judged before a build: those that can be read, and whether they make every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put, read
from releases import release

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.pages.render.own_templates import own_template_problems
from portal.resources import TEMPLATES, THEME
from portal.trial import trial_problems

CITY = "templates/city.html.j2"
FAILS = "the template cannot make a page on this line"
WRONG = "the template has a syntax error"


def report(folder: Path, text: str) -> list[str]:
    put(folder, {CITY: text})
    edition = read_portal(folder, Moment.parse("2026-11-22"))
    return [problem.line("en") for problem in edition.problems or trial_problems(edition)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{% frobnicate %}", f"2:1: {WRONG} (Encountered unknown tag 'frobnicate'.); correct this line"),
        ("{{ 'a' | frobnicate }}", f"1:1: {WRONG} (No filter named 'frobnicate'.); correct this line"),
        ("a\n\n{% include 'b.j2' %}", "3:1: there is no template b.j2; correct the name, or put it into templates/"),
        ("{% from 'b.j2' import c %}", "1:1: there is no template b.j2; correct the name, or put it into templates/"),
        ("{{ t('nav.hom') }}", "1:1: there is no label nav.hom; correct it, or add it to data/labels.yaml"),
        ("{{ view.plain('nav.hom') }}", "1:1: there is no label nav.hom; correct it, or add it to data/labels.yaml"),
        ("{{ t('nav.' ~ city.level) }}", f"1:1: {FAILS} (KeyError: 'nav.city'); correct it"),
        ("a\n{{ t('year.title') }}", f"2:1: {FAILS} (KeyError: 'year'); correct it"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(portal_folder: Path, text: str, line: str) -> None:
    assert report(portal_folder, text) == [f"{CITY}:{line}"]


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'b.j2' ignore missing %}",
        "{% if false %}{{ frobnicate }}{% endif %}",
        "{% import 'partials/names.html.j2' as names %}{{ names.heading(city.name) }}",
        "{{ t('nav.home') }}{{ t('year.title', year=2026) }}{{ t('my.' ~ 'own') }}",
        "",
    ],
)
def test_what_works_is_no_problem(portal_folder: Path, text: str) -> None:
    put(portal_folder, {"data/labels.yaml": "my.own: {zh: 我的, en: Mine}\n"})
    assert report(portal_folder, text) == []


def test_a_mistake_that_many_pages_show_is_told_once(portal_folder: Path) -> None:
    put(
        portal_folder,
        {"templates/partials/names.html.j2": "{% macro heading(x) %}\n{{ 1 / 0 }}\n{% endmacro %}"},
    )
    found = [problem.line("en") for problem in trial_problems(read(portal_folder, {}))]
    assert [line.partition(": ")[0] for line in found].count(
        "templates/partials/names.html.j2:2:1"
    ) == 1


def test_feeds_are_tried_too(portal_folder: Path) -> None:
    put(portal_folder, release("news"))
    edition = read(portal_folder, {"templates/atom_entry.xml.j2": "\n{{ frobnicate }}"})
    assert [problem.line("en") for problem in trial_problems(edition)] == [
        "templates/atom_entry.xml.j2:2:1: the template cannot make a page on this line "
        "(UndefinedError: 'frobnicate' is undefined); correct it"
    ]


def test_the_templates_of_the_generator_pass_as_anyones_would(portal_folder: Path) -> None:
    labels = read(portal_folder, {}).catalog.labels.keys()
    files = [*TEMPLATES.rglob("*"), *THEME.rglob("*")]
    assert list(own_template_problems(TEMPLATES.parent, THEME, files, labels)) == []
