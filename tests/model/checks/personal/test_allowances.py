"""What is allowed by name and reason passes, and what is allowed for nothing is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.values.moment import Moment

Mistakes = Callable[[Mapping[str, str]], list[str]]

ALLOWED = "data/personal_data_allowed.yaml"
CITY = """\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  note: {{zh: "{zh}", en: "{en}"}}
"""


def city(zh: str, en: str = "A note") -> dict[str, str]:
    return {"data/cities.yaml": CITY.format(zh=zh, en=en)}


def allow(*values: str) -> dict[str, str]:
    reason = "{reason: {zh: 機關公用。, en: Of an office.}}"
    return {ALLOWED: "".join(f'"{value}": {reason}\n' for value in values)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("service@example.org", "service@example.org"),
        ("Service@Example.org", "service@EXAMPLE.org"),
        ("0912-345-678", "0912345678"),
        ("+886 912 345 678", "0912-345-678"),
        ("A123456789", "a123456789"),
        ("4111 1111 1111 1111", "4111111111111111"),
    ],
)
def test_a_value_is_allowed_in_any_spelling(mistakes: Mistakes, text: str, value: str) -> None:
    assert len(mistakes(city(text))) == 1
    assert mistakes(city(text) | allow(value)) == []
    assert len(mistakes(city(text) | allow("other@example.org"))) == 1


def test_each_place_is_told_and_each_value_once_there(mistakes: Mistakes) -> None:
    found = mistakes(city("0912-345-678、0912345678、a@example.org", "Call 0912-345-678"))
    assert found == [
        "data/cities.yaml:5:15: personal-mobile-number",
        "data/cities.yaml:5:39: personal-mail-address",
        "data/cities.yaml:5:65: personal-mobile-number",
    ]


def test_labels_names_of_files_and_addresses_are_texts_too(mistakes: Mistakes) -> None:
    files = {"data/labels.yaml": "site.name: {zh: 洽0912-345-678, en: Ask a@example.org}\n"}
    assert [line.partition(": ")[2] for line in mistakes(files)] == [
        "personal-mobile-number",
        "personal-mail-address",
    ]


def test_other_names_are_texts_too(mistakes: Mistakes) -> None:
    files = {"data/cities.yaml": CITY.format(zh="註", en="Note") + "  aliases: [A123456789]\n"}
    assert [line.partition(": ")[2] for line in mistakes(files)] == ["personal-identity-number"]


def problems(folder: Path, files: Mapping[str, str]) -> list[str]:
    put(folder, files)
    found = read_portal(folder, Moment.parse("2026-11-22")).problems
    return [f"{problem.place}: {problem.code}" for problem in found]


def page(folder: Path, text: str, name: str = "content/zh/index.md") -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") + f"\n{text}\n"}


def test_written_pages_and_settings_are_read(portal_folder: Path) -> None:
    lines = (portal_folder / "content/zh/index.md").read_text(encoding="utf-8").count("\n")
    files = page(portal_folder, "請電0912-345-678。")
    files["mkdocs.yml"] = "site_name: x\nextra: {search: false}\nsite_author: a@example.org\n"
    assert problems(portal_folder, files) == [
        f"content/zh/index.md:{lines + 2}:3: personal-mobile-number",
        "mkdocs.yml:3:14: personal-mail-address",
    ]


def test_what_is_allowed_has_to_be_somewhere(portal_folder: Path) -> None:
    allowed = allow("a@example.org", "b@example.org", "c@example.org")
    files = allowed | city("a@example.org") | page(portal_folder, "b@example.org")
    assert problems(portal_folder, files) == [f"{ALLOWED}:3:18: allowed-but-absent"]


def test_one_cause_is_one_problem(portal_folder: Path) -> None:
    files = {ALLOWED: "a@example.org: [\n"} | city("a@example.org")
    assert len(problems(portal_folder, files)) == 1
    files = allow("a@example.org") | {"data/cities.yaml": "- [\n"}
    assert not [line for line in problems(portal_folder, files) if "allowed" in line]


def test_a_reason_is_needed_in_both_languages(portal_folder: Path) -> None:
    found = problems(portal_folder, {ALLOWED: "a@example.org: {reason: {zh: 公用。}}\n"})
    assert found == [f"{ALLOWED}:1:25: language-missing"]
