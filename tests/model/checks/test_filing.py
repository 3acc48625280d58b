from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
start: {start}
"""
RELEASE = """\
id: news
title: {zh: 新聞, en: News}
date: 2026-05-04T09:30
category: visits
issuer: alpha
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
"""
PLAN = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2023
summary: {zh: 摘要, en: A summary}
"""


@pytest.mark.parametrize(
    ("path", "start", "code"),
    [
        ("2026/visit.yaml", "2026-05-04", ""),
        ("visit.yaml", "2026-05-04", ":1:5: misfiled-by-year"),
        ("2025/visit.yaml", "2026-05-04", ":1:5: misfiled-by-year"),
        ("2026/05/visit.yaml", "2026-05-04", ":1:5: misfiled-by-year"),
        ("2025/call.yaml", "2026-05-04", ":1:5: misfiled-by-year"),
        ("2026/call.yaml", "2026-05-04", ":1:5: id-not-of-file"),
        ("2026/visit.yaml", "2062-05-04", ":4:8: date-too-far"),
        ("2026/visit.yaml", "0026-05-04", ":4:8: date-too-early"),
    ],
)
def test_a_record_lies_under_its_year_and_its_id(
    mistakes: Mistakes, path: str, start: str, code: str
) -> None:
    path = f"data/exchanges/{path}"
    assert mistakes({path: VISIT.format(start=start)}) == ([path + code] if code else [])


def test_a_release_lies_under_the_year_of_its_date(report: Mistakes) -> None:
    wrong = "data/press_releases/2025/news.yaml"
    assert report({wrong: RELEASE}) == [
        f"{wrong}:1:5: this record is in {wrong}; move it to data/press_releases/2026/news.yaml,"
        " or correct date"
    ]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (
            "a/plan.yaml",
            "this record is in data/plans/a/plan.yaml; move it to data/plans/plan.yaml",
        ),
        (
            "old.yaml",
            "the id is plan, but the file is named old; write id: old, or rename the file to"
            " data/plans/plan.yaml and, if old was published, put it into former_ids",
        ),
    ],
)
def test_a_plan_lies_under_its_id(report: Mistakes, path: str, line: str) -> None:
    assert report({f"data/plans/{path}": PLAN}) == [f"data/plans/{path}:1:5: {line}"]
