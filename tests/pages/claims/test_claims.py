"""The cases of ``cases.yaml``: sentences that no rule may refuse, and those that claim a wrong number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from conftest import MINIMAL
from editing import put, read

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.pages.claims.claim_problems import Claims, plain_block
from portal.text.markdown import parse

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
RIGHT = [(locale, text) for locale, texts in CASES["right"].items() for text in texts]
WRONG = [
    (lo, case["text"], case["found"]) for lo, cases in CASES["wrong"].items() for case in cases
]

TIE = "    - {home: alpha, kind: %s, status: %s, sources: [https://a.example/b]%s}\n"
CITY = """\
- id: jp-%s
  name: {zh: %s, en: %s}
  level: city
  country: JP
  partnerships:
"""
VERIFIED = ", verified: 2026-01-05"
GOVERNMENT = """\
- id: %s
  name: {zh: %s, en: %s}
  full_name: {zh: %s政府, en: %s City Government}
  level: city
  publishes: %s
"""
EXCHANGE = """\
id: 2024-alpha-visit-%d
title: {zh: 第%d次來訪, en: Visit number %d}
type: visit-received
start: 2024-05-0%d
homes: [alpha]
sources: [https://a.example/b]
"""
NAMES = [("kaga", "加賀", "Kaga"), ("sado", "佐渡", "Sado"), ("tsu", "津", "Tsu"), ("kure", "吳", "Kure"),
         ("oita", "大分", "Oita")]  # fmt: skip
CITIES = "".join(
    CITY % name + TIE % ("sister", "active", VERIFIED if n < 3 else "")
    for n, name in enumerate(NAMES)
) + CITY % ("nara", "奈良", "Nara") + TIE % ("friendship", "active", VERIFIED) + (
    TIE % ("sister", "active", VERIFIED)
).replace("alpha", "beta")  # fmt: skip
FILES = {
    "data/homes.yaml": "".join(
        GOVERNMENT % one
        for one in (
            ("alpha", "甲市", "Alpha", "甲市", "Alpha", "true"),
            ("beta", "乙市", "Beta", "乙市", "Beta", "true"),
            ("gamma", "丙市", "Gamma", "丙市", "Gamma", "false"),
        )
    ),
    "data/cities.yaml": CITIES,
    "data/organizations.yaml": "".join(
        f"- {{id: net-{n}, name: {{zh: 城市網{n}, en: Net {n}}}, kind: city-network, "
        "memberships: [{home: alpha, membership_class: member}]}\n"
        for n in (1, 2)
    ),
} | {f"data/exchanges/2024/2024-alpha-visit-{n}.yaml": EXCHANGE % (n, n, n, n) for n in range(1, 5)}


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    """Of a portal with the numbers that the cases speak of."""
    folder = shutil.copytree(MINIMAL, tmp_path_factory.mktemp("claims") / "portal")
    edition = read(Path(folder), FILES)
    return Claims(edition.catalog, edition.relations)


def told(claims: Claims, locale: str, text: str) -> list[str]:
    return [claim.text for _, claim, _ in claims.wrong(locale, [plain_block(text)])]


@pytest.mark.parametrize(("locale", "text"), RIGHT)
def test_no_right_sentence_is_refused(claims: Claims, locale: str, text: str) -> None:
    assert told(claims, locale, text) == []


@pytest.mark.parametrize(("locale", "text", "found"), WRONG)
def test_a_plain_wrong_number_is_told(claims: Claims, locale: str, text: str, found: str) -> None:
    assert told(claims, locale, text) == [found]


@pytest.mark.parametrize(("locale", "text", "before"), [
    ("zh", "甲市有2個姊妹市。", "## 日本"),
    ("zh", "甲市有2個姊妹市。", "## 2016年"),
    ("zh", "甲市有47個姊妹市。", "依市府網頁，數字如下。"),
    ("zh", "甲市有2個姊妹市。", "在日本的夥伴："),
    ("en", "Alpha has two sister cities.", "## Japan"),
    ("en", "Alpha has 47 sister cities.", "According to the city’s page:"),
    ("en", "Alpha has two sister cities.", "In Japan:"),
])  # fmt: skip
def test_what_stands_before_a_sentence_may_narrow_it(
    claims: Claims, locale: str, text: str, before: str
) -> None:
    joined = f"{before}\n\n- {text}" if before.endswith((":", "：")) else f"{before}\n\n{text}"
    if not before.startswith("##") and not before.endswith((":", "：")):
        joined = before + text
    assert list(claims.wrong(locale, parse(joined).blocks)) == []
    assert told(claims, locale, text) != []


def test_the_place_and_the_right_number_are_told_in_records_and_on_pages(
    portal_folder: Path,
) -> None:
    note = "  note: {zh: 說明。, en: Alpha has 23 sister cities.}\n"
    cities = CITIES.replace("  level: city\n", f"{note}  level: city\n", 1)
    page = (portal_folder / "content/zh/index.md").read_text(encoding="utf-8")
    put(portal_folder, FILES | {"data/cities.yaml": cities})
    put(portal_folder, {"content/zh/index.md": f"{page}\n甲市有**24個姊妹市**。\n"})
    lines = [p.line("en") for p in read_portal(portal_folder, Moment.parse("2026-11-22")).problems]
    of_page, of_record = sorted(lines)
    sentence = "the sentence says {}, but by the records 3 count, of 5 on record; "
    assert f"data/cities.yaml:3:33: {sentence.format('23 sister cities')}" in of_record
    assert of_page.startswith("content/zh/index.md:")
    assert sentence.format("24個姊妹市") in of_page


def test_a_record_of_a_day_tells_of_that_day(portal_folder: Path) -> None:
    summary = "summary: {zh: 說明。, en: Alpha has 23 sister cities.}\n"
    name = "data/exchanges/2024/2024-alpha-visit-1.yaml"
    read(portal_folder, FILES | {name: FILES[name] + summary})
