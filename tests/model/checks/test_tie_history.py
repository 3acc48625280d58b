from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]


def tie(line: str, *stages: str) -> dict[str, str]:
    history = ", ".join(f"{{{stage}, text: {{zh: 甲, en: A}}}}" for stage in stages)
    return {
        "data/cities.yaml": f"""\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  partnerships:
    - {{home: alpha, {line}, history: [{history}]}}
"""
    }


@pytest.mark.parametrize(
    ("line", "stages", "codes"),
    [
        ("kind: sister, status: active", ["date: 2010"], []),
        ("kind: sister, status: active", ["date: 2010, kind: sister"], []),
        ("kind: sister, status: active", ["date: 2010, kind: friendship"], ["history-differs"]),
        ("kind: sister, status: active", ["date: 2010, kind: friendship", "date: 2014, kind: sister"], []),
        ("kind: friendship, status: active", ["date: 2010, kind: friendship", "date: 2014, kind: sister"],
         ["history-differs"]),
        ("kind: sister, status: active, signed: 2014", ["date: 2014, kind: sister"], []),
        ("kind: sister, status: active, signed: 2014", ["date: 2014-07, kind: sister"], []),
        ("kind: sister, status: active, signed: 2012", ["date: 2014, kind: sister"], []),
        ("kind: sister, status: active, signed: 2015", ["date: 2014, kind: sister"], ["date-after"]),
        ("kind: sister, status: active, signed: 2027", ["date: 2014, kind: sister"], ["date-in-future"]),
        ("kind: sister, status: active, signed: 2014", ["date: 0103, kind: sister"], ["date-too-early"]),
        ("kind: sister, status: active, signed: 2015", ["date: 2014, kind: sister", "date: 2016"],
         ["date-after"]),
        ("kind: sister, status: active, signed: 2015", ["date: 2012", "date: 2005, kind: sister"],
         ["list-order"]),
    ],
)  # fmt: skip
def test_the_last_kind_of_the_history_is_that_of_the_tie(
    mistakes: Mistakes, line: str, stages: list[str], codes: list[str]
) -> None:
    found = mistakes(tie(line, *stages))
    assert [one.partition(": ")[2] for one in found] == codes


@pytest.mark.parametrize(
    ("last", "line", "right"),
    [
        ("proposed", "status: proposed", True),
        ("proposed", "status: active", False),
        ("proposed", "status: active, signed: 2014", True),
        ("proposed", "status: signed, signed: 2010-06", True),
        ("proposed", "status: active, signed: 2009", False),
        ("signed", "status: signed", True),
        ("signed", "status: active", True),
        ("signed", "status: dormant", True),
        ("signed", "status: unknown", True),
        ("signed", "status: proposed", False),
        ("signed", "status: ended", False),
        ("signed", "status: ended, ended: 2015", True),
        ("signed", "status: ended, ended: 2009", False),
        ("active", "status: active", True),
        ("active", "status: signed", False),
        ("active", "status: dormant", True),
        ("active", "status: ended", False),
        ("active", "status: dormant, ended: 2015", True),
        ("dormant", "status: dormant", True),
        ("dormant", "status: active", False),
        ("dormant", "status: unknown", True),
        ("ended", "status: ended", True),
        ("ended", "status: active", False),
        ("ended", "status: dormant", False),
        ("ended", "status: unknown", False),
        ("unknown", "status: active", True),
    ],
)
def test_the_last_status_of_the_history_leads_to_that_of_the_tie(
    mistakes: Mistakes, last: str, line: str, right: bool
) -> None:
    found = mistakes(tie(f"kind: sister, {line}", "date: 2010", f"date: 2010, status: {last}"))
    codes = [one.partition(": ")[2] for one in found]
    assert codes == ([] if right else ["history-differs"])


def test_a_status_that_is_wrong_already_is_told_once(mistakes: Mistakes) -> None:
    found = mistakes(tie("kind: sister, status: active, ended: 2015", "date: 2015, status: ended"))
    assert [one.partition(": ")[2] for one in found] == ["ended-but-in-force"]
    found = mistakes(
        tie("kind: sister, status: proposed, signed: 2014", "date: 2014, status: signed")
    )
    assert [one.partition(": ")[2] for one in found] == ["proposed-but-signed"]


def test_what_differs_is_told_at_the_turning_point(report: Mistakes) -> None:
    files = tie("kind: sister, status: active", "date: 2010, kind: partner, status: dormant")
    assert report(files) == [
        "data/cities.yaml:6:80: the last kind in history is partner, yet the kind of the tie is sister; "
        "correct one of them, or add the part in which it changed",
        "data/cities.yaml:6:97: the last status in history is dormant, yet the status of the tie is "
        "active; correct one of them, or add the part in which it changed",
    ]
