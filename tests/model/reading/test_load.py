from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest

from portal.model.reading.load import Loaded

Load = Callable[[Mapping[str, str]], Loaded]

VISIT = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
"""


def test_a_record_knows_where_it_is_written(loaded: Load) -> None:
    rows = loaded({}).rows
    assert str(rows["cities"][0].place()) == "data/cities.yaml:1:3"
    assert str(rows["homes"][0].place(("units", 0, "id"))) == "data/homes.yaml:6:11"


def test_every_file_of_a_folder_is_one_record(loaded: Load) -> None:
    files = {
        f"data/exchanges/2026/{name}.yaml": VISIT.replace("visit\n", f"{name}\n", 1)
        for name in "ba"
    }
    rows = loaded(files).rows["exchanges"]
    assert [row.record.id for row in rows] == ["a", "b"]
    assert str(rows[0].place(("start",))) == "data/exchanges/2026/a.yaml:4:8"


def test_the_order_in_which_a_disk_names_files_makes_no_difference(
    loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"data/exchanges/{year}/{name}.yaml": VISIT.replace("visit\n", f"{name}\n", 1).replace(
            "2026", year
        )
        for year in ("2025", "2026")
        for name in ("c", "a", "b")
    }
    given = [row.record.id for row in loaded(files).rows["exchanges"]]
    listed = os.scandir

    def backwards(folder: str) -> AbstractContextManager[list[os.DirEntry[str]]]:
        with listed(folder) as entries:
            return nullcontext(sorted(entries, key=lambda entry: entry.name, reverse=True))

    monkeypatch.setattr("portal.data.opening.os.scandir", backwards)
    assert [row.record.id for row in loaded(files).rows["exchanges"]] == given
    assert given == ["a", "b", "c"] * 2


def labels(found: Loaded) -> dict[str, Any]:
    return {str(row.loc[-1]): row.record for row in found.rows["labels"]}


def test_a_portals_own_words_add_to_those_of_the_generator_and_win(loaded: Load) -> None:
    given = labels(loaded({}))
    found = loaded(
        {"data/labels.yaml": "site.name: {zh: 甲市, en: Alpha}\nmy.own: {zh: 我的, en: Mine}\n"}
    )
    assert found.problems == []
    words = labels(found)
    assert words["site.name"].en == "Alpha"
    assert words["my.own"].zh == "我的"
    assert words.keys() == given.keys() | {"my.own"}


def test_a_portal_starts_from_the_countries_of_the_generator(loaded: Load) -> None:
    text = "- id: JP\n  name: {zh: 日本國, en: Nippon}\n  continent: asia\n"
    rows = loaded({"data/countries.yaml": text}).rows["countries"]
    assert len(rows) > 100
    assert [row.record.name.en for row in rows if row.record.id == "JP"] == ["Japan", "Nippon"]


def test_one_wrong_record_takes_no_other_along(loaded: Load) -> None:
    sources = """\
- id: report
  name: {zh: 年報, en: Report}
  publisher: {zh: 甲, en: A}
- id: wrong
- id: other
  name: {zh: 報告, en: Other}
  publisher: {zh: 乙, en: B}
"""
    found = loaded({"data/sources.yaml": sources})
    assert [row.record.id for row in found.rows["sources"]] == ["report", "other"]
    assert [f"{p.place.line} {p.code}" for p in found.problems] == [
        "4 missing-key",
        "4 missing-key",
    ]


def test_naming_a_refused_record_is_no_second_mistake(
    mistakes: Callable[[Mapping[str, str]], list[str]],
) -> None:
    homes = "- id: alpha\n  units: [{id: alpha-culture}]\n"
    visit = f"{VISIT}homes: [alpha]\nunits: [alpha-culture]\n"
    found = mistakes({"data/homes.yaml": homes, "data/exchanges/2026/visit.yaml": visit})
    assert {line.split(":")[0] for line in found} == {"data/homes.yaml"}


def test_naming_a_record_of_an_unreadable_file_is_no_second_mistake(
    mistakes: Callable[[Mapping[str, str]], list[str]],
) -> None:
    assert mistakes({"data/homes.yaml": "- id: [alpha\n"}) == [
        "data/homes.yaml:1:7: bracket-not-closed"
    ]


def test_optional_files_may_be_left_out_and_lists_may_be_empty(
    mistakes: Callable[[Mapping[str, str]], list[str]],
) -> None:
    assert mistakes({"data/cities.yaml": "[]\n", "data/glossary.yaml": "[]\n"}) == []
