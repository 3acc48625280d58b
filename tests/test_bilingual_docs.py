"""The guides in two languages say the same in both, and every command that they show exists."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from building import ROOT

from portal.commands.main import main

CHINESE, ENGLISH = "## 中文\n", "## English\n"
GUIDES = sorted(
    path for path in ROOT.glob("docs/**/*.md") if CHINESE in path.read_text(encoding="utf-8")
)
HAN = re.compile(r"[\u4e00-\u9fff]")


def _halves(path: Path) -> tuple[str, str]:
    """The guide in Chinese and in English, without what stands in blocks of code."""
    text = re.sub(
        r"^ *```.*?^ *```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    chinese, english = text.split(CHINESE)[1].split(ENGLISH)
    return chinese, english


def _shape(half: str) -> list[str]:
    """Headings by level, tables by rows and columns, numbered steps, in their order."""
    found = []
    for line in half.split("\n"):
        if heading := re.match(r"#+ ", line):
            found.append(heading[0])
        elif line.startswith("|"):
            found.append(f"row of {line.count('|') - 1}")
        elif step := re.match(r"\d+\. ", line):
            found.append(step[0])
    return found


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_both_languages_have_the_same_parts(path: Path) -> None:
    chinese, english = _halves(path)
    assert _shape(chinese) == _shape(english)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_headings_are_in_the_language_of_their_half(path: Path) -> None:
    chinese, english = _halves(path)
    assert all(HAN.search(title) for title in re.findall(r"^#+ (.*)$", chinese, re.MULTILINE))
    assert not HAN.search("".join(re.findall(r"^#+ (.*)$", english, re.MULTILINE)))


def test_a_missing_part_is_told() -> None:
    assert _shape("### A\n1. a\n| a | b |\n") != _shape("### 甲\n| 甲 | 乙 |\n")
    assert _shape("### A\n1. a\n| a | b |\n") == _shape("### 甲\n1. 甲\n| 甲 | 乙 |\n")


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("forge", ["GitHub", "GitLab"])
def test_the_first_publication_takes_ten_steps(forge: str, language: int) -> None:
    half = _halves(ROOT / "docs/hosting/publishing.md")[language]
    (part,) = re.findall(
        rf"^### [^\n]*{forge}[^\n]*\n(.*?)(?=^### )", half, re.DOTALL | re.MULTILINE
    )
    assert re.findall(r"^(\d+)\. ", part, re.MULTILINE) == [str(step) for step in range(1, 11)]


SHOWN = sorted(
    {
        (path.relative_to(ROOT).as_posix(), name, option)
        for path in [*GUIDES, ROOT / "docs/hosting.md"]
        for shown in re.findall(
            r"^ *```sh.*?^ *```|`[^`\n]+`",
            path.read_text(encoding="utf-8"),
            re.DOTALL | re.MULTILINE,
        )
        for name, rest in re.findall(
            r"(?<![\w./-])(?:\.venv/bin/)?portal ([a-z]+)([^\n`;&|]*)", shown
        )
        for option in ["", *re.findall(r"(?<=\s)--[a-z][a-z-]*", rest)]
    }
)


@pytest.mark.parametrize(("path", "name", "option"), SHOWN)
def test_commands_and_options_in_the_guides_exist(path: str, name: str, option: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    known = {word for one in (command, *inner) for taken in one.params for word in taken.opts}
    assert not option or option in known


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_steps_that_the_guides_name_exist(path: Path) -> None:
    steps = re.findall(r"(?<![\w/])\.ci/([a-z-]+)", path.read_text(encoding="utf-8"))
    assert all((ROOT / ".ci" / step).is_file() for step in steps)
