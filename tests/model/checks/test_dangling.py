from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.checks.dangling import reference_problems
from portal.model.reading.load import Loaded

Mistakes = Callable[[Mapping[str, str]], list[str]]

VISIT = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
"""


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("homes: [alpha]", None),
        ("homes: [alhpa]", "5:9: unknown-id-near"),
        ("homes: [zzz]", "5:9: unknown-id"),
        ("homes: [jp-kaga]", "5:9: unknown-id"),
        ("units: [alpha-culture]", None),
        ("units: [alpha]", "5:9: unknown-id"),
        ("cities: [{city: jp-kaga}, {city: jp-kagga}]", "5:34: unknown-id-near"),
        ("countries: [JP, XX]", "5:17: unknown-id"),
        ("sources: [report, 'https://example.org/']", None),
        (
            "figures: [{label: {zh: 人, en: Persons}, value: 3, sources: [repotr]}]",
            "5:61: unknown-id-near",
        ),
        ("homes: [alpha, alpha]", "5:16: named-twice"),
        ("sources: [report, report]", "5:19: named-twice"),
        ("homes: [zzz, zzz]", "5:14: unknown-id"),
    ],
)
def test_an_id_that_a_record_names_exists_and_is_named_once(
    mistakes: Mistakes, line: str, code: str | None
) -> None:
    path = "data/exchanges/2026/visit.yaml"
    found = mistakes({path: f"{VISIT}{line}\n"})
    assert found[-1:] == ([f"{path}:{code}"] if code else [])


def test_a_record_that_is_not_public_may_be_named(mistakes: Mistakes) -> None:
    city = (
        "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n  draft: true\n"
    )
    visit = f"{VISIT}cities: [{{city: jp-kaga}}]\n"
    assert mistakes({"data/cities.yaml": city, "data/exchanges/2026/visit.yaml": visit}) == []


def test_the_new_id_is_named_to_those_who_use_the_old(
    loaded: Callable[[Mapping[str, str]], Loaded],
) -> None:
    city = (
        "- id: jp-kaga\n  former_ids: [daishoji]\n  name: {zh: 加賀, en: Kaga}\n"
        "  level: city\n  country: JP\n"
    )
    visit = f"{VISIT}cities: [{{city: daishoji}}]\n"
    files = {"data/cities.yaml": city, "data/exchanges/2026/visit.yaml": visit}
    assert [problem.line("en") for problem in reference_problems(loaded(files))] == [
        "data/exchanges/2026/visit.yaml:5:17: there is no daishoji in cities; did you mean jp-kaga?"
    ]


def test_all_kinds_that_could_be_meant_are_named(report: Mistakes) -> None:
    release = """\
id: news
title: {zh: 新聞, en: News}
date: 2026-05-04
category: visits
issuer: beta-office
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
"""
    path = "data/press_releases/2026/news.yaml"
    assert report({path: release}) == [
        f"{path}:5:9: there is no beta-office in homes / units; add that record or correct the id"
    ]
    assert report({path: release.replace("beta-office", "alpha-cultur")}) == [
        f"{path}:5:9: there is no alpha-cultur in homes / units; did you mean alpha-culture?"
    ]


def test_the_former_id_of_another_kind_is_no_hint(report: Mistakes) -> None:
    source = (
        "- id: report\n  former_ids: [daishoji]\n  name: {zh: 年報, en: Report}\n"
        "  publisher: {zh: 甲, en: A}\n"
    )
    visit = f"{VISIT}cities: [{{city: daishoji}}]\n"
    files = {"data/sources.yaml": source, "data/exchanges/2026/visit.yaml": visit}
    assert report(files) == [
        "data/exchanges/2026/visit.yaml:5:17: "
        "there is no daishoji in cities; add that record or correct the id"
    ]


def test_a_record_that_is_wrong_exists(mistakes: Mistakes) -> None:
    """Who has to mend it need not read of all that names it."""
    city = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: nonsense\n  country: JP\n"
    source = "- id: report\n  name: {zh: 年報, en: Report}\n"
    visit = f"{VISIT}cities: [{{city: jp-kaga}}]\nsources: [report]\n"
    files = {"data/cities.yaml": city, "data/sources.yaml": source}
    assert mistakes(files | {"data/exchanges/2026/visit.yaml": visit}) == [
        "data/cities.yaml:3:10: not-a-choice",
        "data/sources.yaml:1:3: missing-key",
    ]


def test_every_id_may_exist_in_a_file_that_cannot_be_read(mistakes: Mistakes) -> None:
    visit = f"{VISIT}homes: [zzz]\ncities: [{{city: zzz}}]\n"
    files = {"data/cities.yaml": "- [\n", "data/exchanges/2026/visit.yaml": visit}
    assert mistakes(files) == [
        "data/cities.yaml:1:3: bracket-not-closed",
        "data/exchanges/2026/visit.yaml:5:9: unknown-id",
    ]


def test_two_lists_may_name_the_same(mistakes: Mistakes) -> None:
    figure = "{label: {zh: 人, en: Persons}, value: 3, sources: [report]}"
    visit = f"{VISIT}sources: [report]\nfigures: [{figure}, {figure}]\n"
    assert mistakes({"data/exchanges/2026/visit.yaml": visit}) == []


def test_what_is_named_three_times_is_told_twice(report: Mistakes) -> None:
    path = "data/exchanges/2026/visit.yaml"
    assert report({path: f"{VISIT}homes: [alpha, alpha, alpha]\n"}) == [
        f"{path}:5:16: alpha is named twice in one list; delete one",
        f"{path}:5:23: alpha is named twice in one list; delete one",
    ]


def test_a_list_inside_a_list_names_each_once(mistakes: Mistakes) -> None:
    figure = "{label: {zh: 人, en: Persons}, value: 3, sources: [report, report]}"
    path = "data/exchanges/2026/visit.yaml"
    assert mistakes({path: f"{VISIT}figures: [{figure}]\n"}) == [f"{path}:5:69: named-twice"]
