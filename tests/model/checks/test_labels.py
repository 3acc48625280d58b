from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from editing import put

from portal.model.checks.labels import label_problems
from portal.model.reading.load import load
from portal.resources import BASE

Mistakes = Callable[[Mapping[str, str]], list[str]]


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("城市", "cities", None),
        ("{count}個城市", "{count} cities", None),
        ("{b}與{a}", "{a} and {b}", None),
        ("{{count}}", "{{count}}", None),
        ("{count}個城市", "cities", "placeholders-differ"),
        ("{count}個城市", "{number} cities", "placeholders-differ"),
        ("{count", "{count}", "bad-placeholder"),
        ("count}", "{count}", "bad-placeholder"),
    ],
)
def test_both_languages_have_the_same_placeholders(
    mistakes: Mistakes, zh: str, en: str, code: str | None
) -> None:
    expected = [f"data/labels.yaml:1:9: {code}"] if code else []
    assert mistakes({"data/labels.yaml": f"my.key: {{zh: '{zh}', en: '{en}'}}\n"}) == expected


@pytest.mark.parametrize(
    ("zh", "en", "problem"),
    [
        (
            "{b}{a}",
            "x",
            "the placeholders of my.key differ: {a}, {b} in Chinese, – in English; make them the same",
        ),
        (
            "x",
            "{a}",
            "the placeholders of my.key differ: – in Chinese, {a} in English; make them the same",
        ),
    ],
)
def test_the_placeholders_of_both_languages_are_shown(
    report: Mistakes, zh: str, en: str, problem: str
) -> None:
    found = report({"data/labels.yaml": f"my.key: {{zh: '{zh}', en: '{en}'}}\n"})
    assert found == [f"data/labels.yaml:1:9: {problem}"]


@pytest.mark.parametrize(
    ("key", "zh", "en", "code"),
    [
        ("year.title", "{year}", "{year}", None),
        ("year.title", "{yaer}", "{yaer}", "placeholder-unknown"),
        ("year.title", "{yaer}", "{year}", "placeholder-unknown"),
        ("year.title", "{year}{count}", "{year}{count}", "placeholder-unknown"),
        ("year.title", "年", "year", "placeholder-missing"),
        ("year.title", "年", "{year}", "placeholders-differ"),
        ("nav.home", "{home}", "{home}", "placeholder-unknown"),
        ("front.places.one", "一個城市", "one city", None),
        ("front.places.one", "{count}個城市", "{count} city", None),
        ("front.places.one", "{cuont}個城市", "{cuont} city", "placeholder-unknown"),
        ("my.key", "{whatever}", "{whatever}", None),
        ("my.key", "{}", "{}", "placeholder-not-plain"),
        ("my.key", "{0}", "{0}", "placeholder-not-plain"),
        ("my.key", "{a.b}", "{a.b}", "placeholder-not-plain"),
        ("my.key", "{a[0]}", "{a[0]}", "placeholder-not-plain"),
        ("my.key", "{a!r}", "{a!r}", "placeholder-not-plain"),
        ("my.key", "{a:>99}", "{a:>99}", "placeholder-not-plain"),
        ("my.key", "{a:{b}}", "{a:{b}}", "placeholder-not-plain"),
    ],
)
def test_placeholders_are_those_that_are_filled(
    mistakes: Mistakes, key: str, zh: str, en: str, code: str | None
) -> None:
    place = f"data/labels.yaml:1:{len(key) + 3}: "
    expected = [f"{place}{code}"] if code else []
    assert mistakes({"data/labels.yaml": f"{key}: {{zh: '{zh}', en: '{en}'}}\n"}) == expected


def test_a_label_that_the_generator_no_longer_has_must_be_the_portals(
    portal_folder: Path, tmp_path: Path
) -> None:
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    labels = base / "data" / "labels.yaml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(re.sub(r"(?m)^(nav\.home|year\.title):.*\n", "", text), encoding="utf-8")
    put(portal_folder, {"data/labels.yaml": "nav.home: {zh: 首頁, en: Home}\n"})
    problems = list(label_problems(load(portal_folder, base)))
    assert [problem.line("en") for problem in problems] == [
        "data/labels.yaml:1:1: the label year.title is missing (placeholders: {year}); "
        "add the key with its words in both languages"
    ]


def test_a_label_that_was_refused_is_not_missing_as_well(mistakes: Mistakes) -> None:
    assert mistakes({"data/labels.yaml": "nav.home: {zh: 首頁}\n"}) == [
        "data/labels.yaml:1:11: language-missing"
    ]


def test_a_label_that_cannot_be_read_does_not_hide_the_next(report: Mistakes) -> None:
    labels = "my.key: {zh: '{a', en: b}\nmy.other: {zh: '{a}', en: b}\n"
    assert report({"data/labels.yaml": labels}) == [
        "data/labels.yaml:1:9: the braces of my.key do not match; check them",
        "data/labels.yaml:2:11: the placeholders of my.other differ: {a} in Chinese, – in English; make them the same",
    ]
