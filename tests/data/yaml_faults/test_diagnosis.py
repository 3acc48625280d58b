"""``mistakes.txt`` has every kind of mistake, with its sisters, and where it was made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.data.document import read_document
from portal.data.yaml_faults.conflicts import conflict_problems
from portal.data.yaml_faults.diagnosis import MOST_BLOCKS

MISTAKES = Path(__file__).with_name("mistakes.txt")


def mistakes() -> list[tuple[str, str]]:
    """The problems and the text of each mistake."""
    written = MISTAKES.read_text(encoding="utf-8")
    parts = re.split("^### ", written, flags=re.MULTILINE)[1:]
    pairs = (part.split("\n", 1) for part in parts)
    return [(said, text.replace("⇥", "\t").replace("⎵", "\u00a0")) for said, text in pairs]


def told(text: str) -> list[str]:
    problems = read_document("f.yaml", text).problems
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems]


def cures(text: str) -> list[str]:
    return [problem.found.get("cure", "") for problem in read_document("f.yaml", text).problems]


@pytest.mark.parametrize(("said", "text"), mistakes())
def test_a_mistake_is_told_where_it_was_made(said: str, text: str) -> None:
    assert ", ".join(told(text)) == said


@pytest.mark.parametrize(("said", "text"), mistakes())
def test_it_is_told_there_too_in_the_middle_of_a_file(said: str, text: str) -> None:
    """Whatever follows: a quote that does not close reaches the next one, many records below."""
    if said.startswith("1:1 ") or "document" in said or text.startswith((" ", "-\u3000", "-\t")):
        return  # at the beginning of a file it is another mistake
    is_list = text.startswith(("-", "<<<", ">>>"))
    before = '- id: a\n  name: {zh: 甲, en: "A"}\n' if is_list else 'first: {zh: 甲, en: "A"}\n'
    after = (
        "- id: b\n  name: {zh: '乙', en: \"B\"}\n- id: c\n  text:\n    zh: |\n      丙\n"
        if is_list
        else "last: {zh: '乙', en: \"B\"}\nlater:\n  zh: |\n      丙\n"
    )
    moved = re.sub(r"\d+(?=:)", lambda m: str(int(m[0]) + before.count("\n")), said)
    assert ", ".join(told(before + text + after)) == moved


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("title: 手冊: 接待\nid: x\n", '"手冊: 接待"'),
        ('title: 說 "好": 接待\nid: x\n', "'說 \"好\": 接待'"),
        ("name: {zh: 甲, en: Kaga: a city}\n", '"Kaga: a city"'),
        ("id: x\ntype：signing\n", "type: signing"),
        ("name: {zh：甲，en：A}\n", "{zh: 甲, en: A}"),
        ("name: {zh: 甲, en:Kaga}\n", "en: Kaga"),
        ("id: x\ntype = signing\nb: c\n", "type: signing"),
        ("name: {zh: 甲 en: A}\n", "甲, en:"),
        ("part: {zh: 甲, en: Mayor, the deputy}\n", '"Mayor, the deputy"'),
        ("part: {zh: 第 #3 屆, en: A}\n", '"第 #3 屆"'),
        ('title: "加賀\nlevel: city\n', '"加賀"'),
        ("title: 'It's a city'\n", '"It\'s a city"'),
        ('title: "a "b" c\'s"\n', "'a \"b\" c''s'"),
        ("title: “a: b”\n", '"a: b"'),
        ('file: "C:\\data"\n', "'C:\\data'"),
        ("name: {zh: 甲, en: A\nid: x\n", "{zh: 甲, en: A}"),
        ("- a: 1\n   b: 2\n", "2"),
    ],
)
def test_the_cure_is_what_to_write(text: str, cure: str) -> None:
    assert cures(text) == [cure]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # one\nb: '#2'\nc: x#3\nd: |\n  no #comment\ne: {f: g} #note\n",
        'a: "b" #c\n',
        "# a\n#b\nc: d\n",
        "a: {zh: 甲, en: 'A, B'}\nb: [c, d]\ne: []\nf: {}\ng:\n",
        "a: {b: , c: d}\n",
        "名稱: x\n",
        "a: |\n  <<<<<<\n  ======\nb: ====\n",
    ],
)
def test_what_is_no_mistake_in_yaml_is_not_told(text: str) -> None:
    assert told(text) == []


def test_every_part_of_a_file_tells_its_mistake() -> None:
    text = "".join(f"- id: c{n}\n  title: a: b\n" for n in range(5))
    assert told(text) == [f"{2 * n + 2}:11 colon-in-value" for n in range(5)]
    assert len(told("".join(f"- id: {n}\n  a: b: c\n" for n in range(50)))) == MOST_BLOCKS


def test_two_mistakes_of_one_line_are_told() -> None:
    assert told("a: 1\nname: {zh: @甲, en: A: b}\n") == ["2:12 value-start", "2:21 colon-in-value"]


def test_what_nobody_can_tell_gets_the_place_where_reading_stops() -> None:
    (problem,) = read_document("f.yaml", "]\n").problems
    assert problem.code == "yaml-syntax"
    assert "expected" not in problem.message("zh")


def test_a_conflict_in_any_text_is_told() -> None:
    text = "# A\n\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> b\n"
    assert [p.place.line for p in conflict_problems("f.md", text)] == [3]
    assert conflict_problems("f.md", "Title\n=======\n") == []
