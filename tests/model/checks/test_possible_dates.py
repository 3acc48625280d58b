from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

CITY = """\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  {more}
  partnerships: [{{home: alpha, kind: sister, status: active, {tie}}}]
"""
AGREEMENT = "agreements: [{{title: {{zh: 甲, en: A}}, parties: [alpha, jp-kaga], {line}}}]"


def city(tie: str = "signed: 2014", more: str = "note: {zh: 註, en: Note}") -> dict[str, str]:
    return {"data/cities.yaml": CITY.format(tie=tie, more=more)}


@pytest.mark.parametrize(
    ("tie", "code"),
    [
        ("signed: 2026-11-22", ""),
        ("signed: 2026-11", ""),
        ("signed: 2026", ""),
        ("signed: 2026-11-23", "date-in-future"),
        ("signed: 2026-12", "date-in-future"),
        ("signed: 2027", "date-in-future"),
        ("signed: 2099-01-01", "date-too-far"),
        ("signed: 民國199年1月1日", "date-too-far"),
        ("signed: 1800", ""),
        ("signed: 1799", "date-too-early"),
        ("signed: 0103-07-08", "date-too-early"),
        ("history: [{date: 2027-01-01, text: {zh: 甲, en: A}}]", "date-in-future"),
        ("history: [{date: 2026-11-22, text: {zh: 甲, en: A}}]", ""),
        (AGREEMENT.format(line="signed: 2026-11-23"), "date-in-future"),
        (AGREEMENT.format(line="signed: 2020, until: 2030"), ""),
        (AGREEMENT.format(line="signed: 2020, until: 2076-12-31"), ""),
        (AGREEMENT.format(line="signed: 2020, until: 2077"), "date-too-far"),
        (AGREEMENT.format(line="signed: 2020, verified: 2026-11-23"), "verified-in-future"),
        ("verified: 1994-12-31", "date-too-early"),
        ("verified: 1995-01-01", ""),
    ],
)  # fmt: skip
def test_what_a_tie_tells_has_happened(mistakes: Mistakes, tie: str, code: str) -> None:
    found = [line.partition(": ")[2] for line in mistakes(city(tie))]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("status", "line", "code"),
    [
        ("ended", "signed: 2014, ended: 2026-11-23", "date-in-future"),
        ("ended", "signed: 2014, ended: 2026-11-22", ""),
        ("proposed", "signed: 2027-01-01", "date-in-future"),
        ("proposed", "signed: 2014", "proposed-but-signed"),
    ],
)
def test_one_slip_of_a_tie_is_one_problem(
    mistakes: Mistakes, status: str, line: str, code: str
) -> None:
    files = city(line)
    files["data/cities.yaml"] = files["data/cities.yaml"].replace(
        "status: active", f"status: {status}"
    )
    assert [line.partition(": ")[2] for line in mistakes(files)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("more", "tie", "code"),
    [
        ("public_from: 2027-01-01", "signed: 2027-01-01", ""),
        ("public_from: 2027-01-01", "signed: 2027-01-02", "date-after-publication"),
        ("public_from: 2026-11-01", "signed: 2026-11-23", "date-in-future"),
        ("public_from: 2027-01-01", "verified: 2027-01-01", "verified-in-future"),
        ("draft: true", "signed: 2027-01-02", ""),
        ("draft: true", "signed: 2062-01-02", "date-too-far"),
        ("draft: true", "verified: 2027-01-01", "verified-in-future"),
        ("draft: false", "confidential: true, signed: 2027-01-02", ""),
        ("draft: false", "confidential: false, signed: 2027-01-02", "date-in-future"),
        ("updated: 2026-11-22", "signed: 2014", ""),
        ("updated: 2026-11-23", "signed: 2014", "date-in-future"),
        ("public_from: 2999-01-01", "signed: 2014", ""),
        ("public_until: 9998-12-31", "signed: 2014", ""),
        ("public_until: 0115-12-31", "signed: 2014", "date-too-early"),
    ],
)
def test_a_record_may_be_prepared_for_a_day_to_come(
    mistakes: Mistakes, more: str, tie: str, code: str
) -> None:
    found = [line.partition(": ")[2] for line in mistakes(city(tie, more))]
    assert found == ([code] if code else [])


VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
{lines}
"""


@pytest.mark.parametrize(
    ("year", "lines", "code"),
    [
        (2026, "start: 2026-11-22", ""),
        (2026, "start: 2026-11-22\nend: 2027-06-30", ""),
        (2026, "start: 2026-11-22\nend: 2029-01-01", "date-too-far"),
        (2026, "start: 2026-11-23", "held-in-future"),
        (2026, "start: 2026-11-23\nstatus: held", "held-in-future"),
        (2026, "start: 2026-12-01\npublic_from: 2026-12-01T18:00", ""),
        (2026, "start: 2026-12-02\npublic_from: 2026-12-01T18:00", "held-in-future"),
        (2026, "start: 2026-12-02\nend: 2026-11-01", "held-in-future"),
        (2026, "start: 2026-11-23\nstatus: planned", ""),
        (2026, "start: 2026-11-23\nstatus: cancelled", ""),
        (2026, "start: 2026-03\nstatus: planned", ""),
        (2041, "start: 2041-01-01\nstatus: planned", ""),
        (2042, "start: 2042-01-01\nstatus: planned", "date-too-far"),
    ],
)
def test_what_is_held_has_begun_and_what_is_planned_need_not(
    mistakes: Mistakes, year: int, lines: str, code: str
) -> None:
    found = mistakes({f"data/exchanges/{year}/visit.yaml": VISIT.format(lines=lines)})
    assert [line.partition(": ")[2] for line in found] == ([code] if code else [])


def test_a_year_that_cannot_be_does_not_move_the_file(mistakes: Mistakes) -> None:
    path = "data/exchanges/2026/visit.yaml"
    far = mistakes({path: VISIT.format(lines="start: 2099-05-04")})
    assert far == [f"{path}:4:8: date-too-far"]
    assert mistakes({path: VISIT.format(lines="start: 2062-05-04\nstatus: planned")}) == [
        f"{path}:4:8: date-too-far"
    ]
    assert mistakes({path: VISIT.format(lines="start: 2025-05-04")}) == [
        f"{path}:1:5: misfiled-by-year"
    ]
    text = VISIT.format(lines="start: 2025-05-04\nend: 2024-05-05")
    assert mistakes({path: text}) == [f"{path}:5:6: date-order"]


ORGANIZATION = """\
- id: net
  name: {{zh: 城市網, en: City Net}}
  kind: city-network
  {lines}
"""


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("founded: 0859", ""),
        ("founded: 0799", "date-too-early"),
        ("founded: 2026-12", "date-in-future"),
        ("headcounts: [{date: 2027, total: 3}]", "date-in-future"),
        ("headcounts: [{date: 2026, total: 3}]", ""),
        ("memberships: [{home: alpha, membership_class: full, since: 2027}]", "date-in-future"),
        ("memberships: [{home: alpha, membership_class: full, since: 2020, until: 2027}]", "date-in-future"),
        ("memberships: [{home: alpha, membership_class: full, since: 2020, until: 2026}]", ""),
        ("memberships: [{home: alpha, membership_class: full, "
         "roles: [{title: {zh: 委員, en: Member}, start: 2027, end: 2030}]}]", ""),
        ("memberships: [{home: alpha, membership_class: full, "
         "roles: [{title: {zh: 委員, en: Member}, start: 2037, end: 2039}]}]", "date-too-far"),
    ],
)  # fmt: skip
def test_dates_of_an_organization(mistakes: Mistakes, lines: str, code: str) -> None:
    found = mistakes({"data/organizations.yaml": ORGANIZATION.format(lines=lines)})
    assert [line.partition(": ")[2] for line in found] == ([code] if code else [])


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("data/tombstones.yaml", "/press/2020/a/: {removed: 2026-11-22, reason: {zh: 重複。, en: Twice.}}\n", ""),
        ("data/tombstones.yaml", "/press/2020/a/: {removed: 2026-11-23, reason: {zh: 重複。, en: Twice.}}\n",
         "date-in-future"),
        ("data/sources.yaml", "- {id: report, name: {zh: 甲, en: A}, publisher: {zh: 乙, en: B}, date: 2027}\n",
         "date-in-future"),
        ("data/sources.yaml", "- {id: report, name: {zh: 甲, en: A}, publisher: {zh: 乙, en: B}, date: 1694}\n", ""),
        ("data/press_releases/2036/news.yaml", "DATE 2036-01-01", ""),
        ("data/press_releases/2062/news.yaml", "DATE 2062-11-22", "date-too-far"),
        ("data/press_releases/2026/news.yaml", "DATE 2062-11-22", "date-too-far"),
    ],
)  # fmt: skip
def test_dates_of_other_kinds(mistakes: Mistakes, path: str, text: str, code: str) -> None:
    news = """\
id: news
title: {zh: 新聞, en: News}
category: visits
issuer: alpha
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
date: """
    found = mistakes({path: text.replace("DATE ", news)})
    assert [line.partition(": ")[2] for line in found] == ([code] if code else [])


def test_the_sentences_say_what_to_do(report: Mistakes) -> None:
    assert report(city("signed: 2026-12")) == [
        "data/cities.yaml:6:70: signed is 2026-12, later than today (2026-11-22); "
        "correct the date, or leave it out until it has happened"
    ]
    assert report(city("signed: 2027-02", "public_from: 2027-01-01T09:00")) == [
        "data/cities.yaml:6:70: signed is 2027-02, later than 2027-01-01, when this record becomes "
        "public; check both dates"
    ]
    path = "data/exchanges/2026/visit.yaml"
    files = city() | {path: VISIT.format(lines="start: 2026-12-01")}
    assert report(files) == [
        f"{path}:4:8: this exchange counts as held, yet start is 2026-12-01, later than 2026-11-22; "
        "if it is still to come, write status: planned, otherwise correct the date"
    ]
