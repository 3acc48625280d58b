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
        ("homes: [alfa]", "5:9: unknown-id-near"),
        ("homes: [zzz]", "5:9: unknown-id"),
        ("homes: [jp-kaga]", "5:9: unknown-id"),
        ("units: [alpha-culture]", None),
        ("units: [alpha]", "5:9: unknown-id"),
        ("cities: [{city: jp-kaga}, {city: jp-kagga}]", "5:34: unknown-id-near"),
        ("countries: [JP, XX]", "5:17: unknown-id"),
        ("sources: [report, 'https://example.org/']", None),
        (
            "figures: [{label: {zh: 人, en: Persons}, value: 3, sources: [rapport]}]",
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
