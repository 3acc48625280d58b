"""What the documents promise exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest
import yaml
from building import ROOT

from portal.commands.main import COMMANDS, main
from portal.data.problem import sentences
from portal.model.records.city import City
from portal.model.records.kinds import KINDS
from portal.schema import dictionary

DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "data/README.md"]
    if path.is_file()
)


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("path", DOCUMENTS, ids=_names(DOCUMENTS))
def test_links_between_documents_lead_to_files(path: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|/)([^)#\s]+)", text):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=_names(DOCUMENTS))
def test_links_to_headings_lead_to_headings(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target, anchor in re.findall(r"\]\((?!https?:|/)([^)#\s]*)#([^)\s]+)\)", text):
        other = path.parent / target if target else path
        headings = re.findall(r"^#+ (.*)$", other.read_text(encoding="utf-8"), flags=re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}
        assert anchor in anchors, f"{target}#{anchor}"


def test_every_command_of_make_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    for path in DOCUMENTS:
        for name in re.findall(r"`make ([a-z0-9]+)", path.read_text(encoding="utf-8")):
            assert name in targets, f"{path.name}: make {name}"


def test_every_make_target_is_listed_by_help() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^([a-z0-9]+) ", done.stdout, flags=re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented_and_has_help(name: str) -> None:
    documents = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert f"portal {name}" in documents
    command = main.get_command(click.Context(main), name)
    assert command
    assert command.help


def test_the_dictionary_is_what_the_models_say() -> None:
    assert dictionary() in (ROOT / "data/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_dictionary_has_every_kind(kind: str) -> None:
    assert f"### {kind}\n" in (ROOT / "data/README.md").read_text(encoding="utf-8")


TOUCHED = re.findall(
    r"^\| \[(.+?)\]\(#[a-z-]+\) \| (`hooks/.+`) \| (\d) \|$",
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
"""What can be added, the files that it touches, and their number."""

EXAMPLES = [
    {"noun": "concept", "kind": "glossary", "room": "media"},
    {"noun": "city", "kind": "cities", "room": "feeds"},
]
"""Kinds and outputs, which have such files or a part of them."""


@pytest.mark.parametrize(("what", "files", "most"), TOUCHED)
def test_the_files_to_touch_exist_and_are_as_few_as_promised(
    what: str, files: str, most: str
) -> None:
    limits = {"a kind of record": 6, "a field": 4, "a list page": 3, "a format of the open data": 2}
    limits["an output"] = 2
    assert int(most) == limits[what]
    paths = re.findall("`(.+?)`", files)
    assert len(paths) <= int(most)
    for path in paths:
        places = {re.sub("<([a-z]+)>", r"{\1}", path).format(**names) for names in EXAMPLES}
        assert any((ROOT / place).is_file() for place in places), path


def test_the_table_of_files_to_touch_is_whole() -> None:
    assert len(TOUCHED) == 5


def test_the_example_of_the_readme_is_a_city() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(- id: .*?)```", readme, flags=re.DOTALL)
    assert block is not None
    (record,) = yaml.load(block[1], yaml.CBaseLoader)
    assert City.model_validate(record).partnerships


def test_the_configuration_of_another_city_in_the_readme_is_the_example() -> None:
    config = (ROOT / "examples/hualien-city/mkdocs.yml").read_text(encoding="utf-8")
    assert config in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_sentence_of_a_problem_is_empty() -> None:
    assert all(text["zh"] and text["en"] for text in sentences().values())


def test_files_that_the_architecture_names_exist() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w.-]+/)*[\w.-]+(?:/|\.(?:py|yaml|mjs|js|md)))`", text)
    inside = [path.as_posix() for path in (ROOT / "hooks/portal").rglob("*")]
    inside += [path.as_posix() for path in (*ROOT.glob("*"), *ROOT.glob("hooks/*"))]
    made = {"site/", ".site/", "spare/", "rows/", "media/", "exports/", "events/"}
    missing = [
        name
        for name in named
        if name not in made
        and not (ROOT / name).exists()
        and not any(path.endswith(f"/{name.rstrip('/')}") for path in inside)
    ]
    assert missing == []
    assert len(named) > 60
