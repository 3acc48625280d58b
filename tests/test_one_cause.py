"""One slip in the demonstration gives one problem: what follows from it is not told."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import demonstration
import pytest

from portal.adapter.page_settings import read_page_settings
from portal.assembly import read_portal
from portal.data.problem import Problem
from portal.model.reading.memory import Memory

MEMORY = Memory()
SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"

RELEASE = "data/press_releases/2026/ten-years-with-shirasagi.yaml"
REPORT = "data/trip_reports/2024-rotthaven-congress.yaml"
PLAN = "data/plans/qingling-exchange-2024-2027.yaml"

Slip = tuple[str, str, str, str]
"""A file, a piece of it, what is written in its place, and the one problem."""

UNREAD: Mapping[str, Slip] = {
    "a tab in the list of cities": (
        "data/cities.yaml",
        "  name: {zh: 白鷺市,",
        "\tname: {zh: 白鷺市,",
        "data/cities.yaml:100:1: tab-indentation",
    ),
    "a line in the list of governments that is none": (
        "data/homes.yaml",
        "  aliases: [虹湾, Hungwan]",
        "  }: [",
        "data/homes.yaml:4:3: yaml-syntax",
    ),
    "a release that is no YAML": (
        RELEASE,
        "id: ten-years",
        "id: ] ten-years",
        f"{RELEASE}:1:5: yaml-syntax",
    ),
    "a report that is no YAML": (
        REPORT,
        "start:",
        "\tstart:",
        f"{REPORT}:10:1: tab-indentation",
    ),
    "tombstones that are no YAML": (
        "data/tombstones.yaml",
        "  removed",
        "\tremoved",
        "data/tombstones.yaml:2:1: tab-indentation",
    ),
}
"""Files that cannot be read."""

REFUSED: Mapping[str, Slip] = {
    "an office without its English name": (
        "data/homes.yaml",
        "{zh: 文化局, en: Culture Bureau}",
        "{zh: 文化局}",
        "data/homes.yaml:28:13: language-missing",
    ),
    "a city with a wrong date": (
        "data/cities.yaml",
        "signed: 2014-07-08",
        "signed: last summer",
        "data/cities.yaml:119:15: not-a-date",
    ),
    "a plan with a misspelt key": (
        PLAN,
        "title:",
        "titel:",
        f"{PLAN}:2:1: unknown-key-near",
    ),
    "a record without id": (
        "data/sources.yaml",
        "id: hongwan-yearbook-2025",
        "ident: hongwan-yearbook-2025",
        "data/sources.yaml:1:3: unknown-key-near",
    ),
    "an id that is none": (
        "data/cities.yaml",
        "id: jp-shirasagi",
        "id: JP Shirasagi",
        "data/cities.yaml:99:7: id-form",
    ),
    "a removed page without its reason in English": (
        "data/tombstones.yaml",
        ", en: There is no such place; the record took a harbor for a city.}",
        "}",
        "data/tombstones.yaml:3:11: language-missing",
    ),
    "a value that is allowed without a reason": (
        "data/personal_data_allowed.yaml",
        "{zh: 編輯部公用信箱。, en: The mailbox of all editors.}",
        "{zh: 編輯部公用信箱。}",
        "data/personal_data_allowed.yaml:2:11: language-missing",
    ),
    "a government with its offices under a wrong key": (
        "data/homes.yaml",
        "  units:\n",
        "  offices:\n",
        "data/homes.yaml:19:3: unknown-key",
    ),
    "a name without any of its languages": (
        "data/organizations.yaml",
        "{zh: 世界港灣城市聯盟, en: World Alliance of Harbor Cities}",
        "{}",
        "data/organizations.yaml:2:9: language-missing",
    ),
    "Chinese in place of English": (
        "data/homes.yaml",
        "en: This government is invented.",
        "en: 這個政府是虛構的，對嗎？",
        "data/homes.yaml:91:29: other-script-in-en",
    ),
    "a city of a country that there is not": (
        "data/cities.yaml",
        "country: KR",
        "country: QK",
        "data/cities.yaml:164:12: unknown-id",
    ),
}
"""Records that a model refuses, and one that has no page."""


PAGES: Mapping[str, Slip] = {
    "a heading without its mark": (
        "content/en/about/index.md",
        "\n# ",
        "\n",
        "content/en/about/index.md:6:1: heading-one-missing",
    ),
    "no front matter": (
        "content/en/index.md",
        "---\ntitle",
        "title",
        "content/en/index.md:1:1: front-matter-missing",
    ),
    "no template": (
        "content/en/index.md",
        "template: home.html\n",
        "",
        "content/en/index.md:5:1: template-differs",
    ),
}
"""Written pages."""

BETWEEN: Mapping[str, Slip] = {
    "a city under the id of another": (
        "data/cities.yaml",
        "id: de-silbertal",
        "id: br-serra-azul",
        "data/cities.yaml:39:7: repeated-id",
    ),
    "a total of a row": (
        PLAN,
        "total: 2.891",
        "total: 2.981",
        f"{PLAN}:41:14: sum-differs",
    ),
    "a word of the glossary twice": (
        "data/glossary.yaml",
        "en: [{term: memorandum, status: preferred}]",
        "en: [{term: memorandum, status: preferred}, {term: memorandum, status: preferred}]",
        "data/glossary.yaml:23:49: repeated-term",
    ),
}
"""Records that do not fit each other or themselves."""

SLIPS = {**UNREAD, **REFUSED, **PAGES, **BETWEEN}


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(demonstration.FOLDER, tmp_path / "portal"))
    change(root, "mkdocs.yml", "../../../mkdocs.yml", str(SETTINGS))
    return root


def problems(root: Path) -> list[Problem]:
    """Every problem of the portal."""
    settings, wrong = read_page_settings(root / "mkdocs.yml")
    found = read_portal(root, demonstration.NOW, MEMORY, writing=settings).problems
    return sorted([*wrong, *found])


def told(root: Path) -> list[str]:
    """The place and the code of each."""
    return [f"{problem.place}: {problem.code}" for problem in problems(root)]


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_file_that_cannot_be_read_hides_only_what_it_may_hold(portal: Path) -> None:
    change(portal, RELEASE, "id:", "\tid:")
    change(portal, "data/organizations.yaml", "lead: kr-saebit", "lead: kr-saebitt")
    change(
        portal, "data/homes.yaml", "(/about/counting/)。", "(/press/2026/ten-years-with-nobody/)。"
    )
    assert told(portal) == [
        "data/homes.yaml:9:57: dead-link",
        "data/organizations.yaml:13:74: unknown-id-near",
        f"{RELEASE}:1:1: tab-indentation",
    ]


def without_record(path: Path, record_id: str) -> None:
    """Delete a record from a list."""
    parts = path.read_text(encoding="utf-8").split("\n- id: ")
    kept = [part for part in parts if part.partition("\n")[0] != record_id]
    assert len(kept) == len(parts) - 1
    path.write_text("\n- id: ".join(kept), encoding="utf-8")


def test_a_deleted_record_is_told_where_it_is_named(portal: Path) -> None:
    without_record(portal / "data" / "cities.yaml", "kr-saebit")
    (only,) = problems(portal)
    assert only.line("en").startswith(
        "data/exchanges/2018/2018-saebit-students.yaml:6:17: there is no kr-saebit in cities"
    )
    assert len(only.also) == 6


def test_a_deleted_record_that_was_published_is_told_as_such(portal: Path) -> None:
    without_record(portal / "data" / "cities.yaml", "kr-saebit")
    published = portal / "published" / "addresses.txt"
    published.write_text(published.read_text("utf-8") + "/cities/kr-saebit/\n", "utf-8")
    (only,) = problems(portal)
    assert only.code == "address-lost"
    assert len(only.also) == 7


def test_a_government_with_another_id_is_told_once(portal: Path) -> None:
    change(portal, "data/homes.yaml", "id: qingling-county\n", "id: qingling\n")
    (only,) = problems(portal)
    assert "no qingling-county in homes" in only.message("en")


def test_a_release_in_a_file_of_another_name_is_told_once(portal: Path) -> None:
    change(portal, RELEASE, "id: ten-years-with", "id: eleven-years-with")
    (only,) = problems(portal)
    assert only.place.path == RELEASE
    assert only.code == "id-not-of-file"


def test_a_release_under_another_year_is_told_once(portal: Path) -> None:
    folder = portal / "data" / "press_releases"
    name = "ten-years-with-shirasagi.yaml"
    (folder / "2026" / name).rename(folder / "2025" / name)
    assert told(portal) == [f"data/press_releases/2025/{name}:1:5: misfiled-by-year"]


def test_a_copy_is_told_once(portal: Path) -> None:
    shutil.copy(portal / RELEASE, portal / RELEASE.replace(".yaml", "-again.yaml"))
    assert told(portal) == [f"{RELEASE.replace('.yaml', '-again.yaml')}:1:5: repeated-id"]


def test_a_folder_without_records_is_told_once(portal: Path) -> None:
    shutil.rmtree(portal / "data" / "exchanges")
    assert told(portal) == ["data/exchanges:1:1: records-missing"]


def test_a_page_that_both_languages_miss_is_told_once(portal: Path) -> None:
    for locale in ("zh", "en"):
        path = portal / "content" / locale / "index.md"
        path.write_text(path.read_text("utf-8") + "\n[x](/about/nothing/)\n", "utf-8")
    (only,) = problems(portal)
    assert only.code.startswith("dead-link")
    assert [place.path for place in only.also] == ["content/zh/index.md"]


@pytest.mark.parametrize(
    ("name", "other", "problem"),
    [
        ("data/cities.yaml", "data/city.yaml", "data/city.yaml:1:1: stray-file-near"),
        ("data/homes.yaml", "data/homes.yml", "data/homes.yml:1:1: stray-file-near"),
        ("data/exchanges", "data/exchange", "data/exchange:1:1: stray-file-near"),
        (PLAN, f"{PLAN[:-4]}yml", f"{PLAN[:-4]}yml:1:1: stray-file-near"),
        (
            "content/zh/index.md",
            "content/zh/other.md",
            "content/zh/other.md:1:1: pages-named-apart",
        ),
        (
            "content/zh/about/index.md",
            "content/zh/about/us.md",
            "content/zh/about/us.md:1:1: pages-named-apart",
        ),
    ],
)
def test_what_has_another_name_is_told_once(
    portal: Path, name: str, other: str, problem: str
) -> None:
    (portal / name).rename(portal / other)
    assert told(portal) == [problem]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("data", "data:1:1: folder-missing"),
        ("data/homes.yaml", "data/homes.yaml:1:1: file-missing"),
        ("data/sources.yaml", "data/sources.yaml:1:1: records-missing"),
        (
            "data/personal_data_allowed.yaml",
            "content/en/about/index.md:15:10: personal-mail-address",
        ),
        ("content", "content:1:1: folder-missing"),
        ("content/en", "content/en:1:1: pages-missing"),
        ("content/zh/about", "content/zh/about:1:1: pages-missing"),
        ("content/zh/about/counting.md", "content/zh/about/counting.md:1:1: page-missing"),
        ("content/zh/about/index.md", "content/en/about/index.md:1:1: page-unpaired"),
    ],
)
def test_what_is_gone_is_told_once(portal: Path, name: str, problem: str) -> None:
    path = portal / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert told(portal) == [problem]


@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_gives_one_problem(name: str, portal: Path) -> None:
    path, old, new, problem = SLIPS[name]
    change(portal, path, old, new)
    assert told(portal) == [problem]


def test_a_release_under_the_id_of_another_is_told_once(portal: Path) -> None:
    published = portal / "published" / "addresses.txt"
    published.write_text(published.read_text("utf-8") + "/press/2026/limited-offer/\n", "utf-8")
    path = RELEASE.replace("ten-years-with-shirasagi", "limited-offer")
    change(portal, path, "id: limited-offer", "id: ten-years-with-shirasagi")
    assert told(portal) == [f"{path}:1:5: repeated-id"]


def test_a_record_that_is_over_before_it_begins_is_told_once(portal: Path) -> None:
    published = portal / "published" / "addresses.txt"
    published.write_text(f"/cities/br-serra-azul/\n{published.read_text('utf-8')}", "utf-8")
    assert told(portal) == []
    days = "  public_from: 2027-02-01\n  public_until: 2027-01-01\n"
    change(portal, "data/cities.yaml", "- id: br-serra-azul\n", f"- id: br-serra-azul\n{days}")
    assert told(portal) == ["data/cities.yaml:3:17: date-order"]
