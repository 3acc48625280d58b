from __future__ import annotations

from collections.abc import Callable, Mapping

Mistakes = Callable[[Mapping[str, str]], list[str]]

SOURCE = """\
- id: {id}
  name: {{zh: 年報, en: Report}}
  publisher: {{zh: 甲, en: A}}
"""
VISIT = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
"""


def sources(*ids: str) -> str:
    return "".join(SOURCE.format(id=record_id) for record_id in ids)


def test_an_id_is_given_once(mistakes: Mistakes) -> None:
    assert mistakes({"data/sources.yaml": sources("report", "other", "report")}) == [
        "data/sources.yaml:7:7: repeated-id"
    ]


def test_an_id_is_given_once_over_all_files_of_a_kind(mistakes: Mistakes) -> None:
    other = VISIT.replace("2026-05-04", "2025-05-04")
    files = {"data/exchanges/2026/visit.yaml": VISIT, "data/exchanges/2025/visit.yaml": other}
    assert mistakes(files) == ["data/exchanges/2026/visit.yaml:1:5: repeated-id"]


def test_records_of_two_kinds_may_share_an_id(mistakes: Mistakes) -> None:
    assert mistakes({"data/sources.yaml": sources("report", "alpha", "jp-kaga")}) == []


def test_a_former_id_is_not_given_again(mistakes: Mistakes) -> None:
    text = sources("report", "other") + "  former_ids: [old, report, other]\n"
    assert mistakes({"data/sources.yaml": text}) == [
        "data/sources.yaml:7:21: repeated-id",
        "data/sources.yaml:7:29: repeated-id",
    ]


def test_two_records_cannot_both_have_had_an_id(mistakes: Mistakes) -> None:
    text = sources("report") + "  former_ids: [old]\n" + sources("other") + "  former_ids: [old]\n"
    assert mistakes({"data/sources.yaml": text}) == ["data/sources.yaml:8:16: repeated-id"]


def test_a_unit_id_is_given_once_over_all_homes(mistakes: Mistakes) -> None:
    home = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
  units: [{{id: alpha-culture, name: {{zh: 文化局, en: Culture}}, level: bureau}}]
"""
    assert mistakes({"data/homes.yaml": home.format(id="alpha") + home.format(id="beta")}) == [
        "data/homes.yaml:10:16: id-prefix",
        "data/homes.yaml:10:16: repeated-id",
    ]


def test_a_country_is_listed_once_by_a_portal(mistakes: Mistakes) -> None:
    country = "- id: JP\n  name: {zh: 日本, en: Japan}\n  continent: asia\n"
    assert mistakes({"data/countries.yaml": country}) == []
    assert mistakes({"data/countries.yaml": country * 2}) == [
        "data/countries.yaml:4:7: repeated-id"
    ]


def test_a_record_lies_under_its_year_and_its_id(mistakes: Mistakes) -> None:
    assert mistakes({"data/exchanges/2026/visit.yaml": VISIT}) == []
    for path in (
        "exchanges/visit.yaml",
        "exchanges/2025/visit.yaml",
        "exchanges/2026/05/visit.yaml",
    ):
        assert f"data/{path}:1:5: misfiled" in mistakes({f"data/{path}": VISIT})
