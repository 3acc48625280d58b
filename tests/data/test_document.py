from __future__ import annotations

import time

import pytest

from portal.data.document import DEEPEST, LONGEST_SCALAR, read_document


def codes(text: str) -> list[str]:
    return [
        f"{p.place.line}:{p.place.column} {p.code}" for p in read_document("f.yaml", text).problems
    ]


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "true", "null", "~", "12:30", "1.0", "0x1F", "2014-07-08", "1_000", "=", "''"],
)
def test_scalars_stay_text(word: str) -> None:
    document = read_document("f.yaml", f"- {word}")
    assert document.problems == []
    assert document.value == ["" if word == "''" else word]


def test_a_document_knows_where_each_value_and_key_stands() -> None:
    document = read_document(
        "f.yaml", "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  list:\n    - x\n"
    )
    assert document.value == [
        {"id": "jp-kaga", "name": {"zh": "加賀", "en": "Kaga"}, "list": ["x"]}
    ]
    assert str(document.place((0,))) == "f.yaml:1:3"
    assert str(document.place((0, "id"))) == "f.yaml:1:7"
    assert str(document.place((0, "name", "en"))) == "f.yaml:2:22"
    assert str(document.place((0, "name", "en"), key=True)) == "f.yaml:2:18"
    assert str(document.place((0, "list", 0))) == "f.yaml:4:7"


def test_the_place_of_what_is_not_there_is_that_of_what_should_hold_it() -> None:
    document = read_document("f.yaml", "- id: x\n- name: {zh: 甲}\n")
    assert str(document.place((1, "name", "en"))) == "f.yaml:2:9"
    assert str(document.place((1, "level"), key=True)) == "f.yaml:2:3"
    assert str(document.place((7, "id"))) == "f.yaml:1:1"


def test_a_repeated_key_is_told_and_its_first_value_kept() -> None:
    document = read_document("f.yaml", "a: 1\nb: 2\na: {c: 3}\n")
    assert document.value == {"a": "1", "b": "2"}
    assert [(str(p.place), p.found["first"]) for p in document.problems] == [("f.yaml:3:1", "1")]


def test_the_same_key_in_two_mappings_is_no_mistake() -> None:
    assert codes("- {a: 1}\n- {a: 2}\n") == []


def test_anchors_aliases_and_tags_are_told_each_time() -> None:
    assert codes("a: &x 1\nb: *x\nc: !!int 3\n<<: *x\n") == [
        "1:4 anchor",
        "2:4 alias",
        "3:4 tag",
        "4:5 alias",
    ]


def test_an_alias_is_no_key() -> None:
    assert codes("a: &x 1\n*x : 2\n") == ["1:4 anchor", "2:1 alias"]


def test_aliases_do_not_multiply() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
    document = read_document("f.yaml", "\n".join(lines))
    assert document.value["a19"] == [""] * 10
    assert len(document.problems) == 20 + 19 * 10


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_deep_nesting_stops_at_once(opening: str) -> None:
    start = time.monotonic()
    document = read_document("f.yaml", opening * 100_000)
    assert time.monotonic() - start < 2
    assert document.value is None
    assert [problem.code for problem in document.problems] in (["too-deep"], ["key-not-text"])


def test_nesting_is_allowed_to_the_limit_and_no_deeper() -> None:
    assert codes("[" * DEEPEST + "]" * DEEPEST) == []
    assert codes("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [f"1:{DEEPEST + 1} too-deep"]


def test_a_huge_value_is_told_and_not_kept() -> None:
    document = read_document("f.yaml", f"a: {'x' * (LONGEST_SCALAR + 1)}\nb: y\n")
    assert [problem.code for problem in document.problems] == ["value-too-long"]
    assert len(document.value["a"]) < 100
    assert document.value["b"] == "y"
    assert codes(f"a: {'x' * LONGEST_SCALAR}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [1, 2\n", "2:1 yaml-syntax"),
        ("a: b: c\n", "1:5 yaml-syntax"),
        ('a: "b\n', "2:1 yaml-syntax"),
        ("a: 1\n b: 2\n", "2:3 yaml-syntax"),
        ("a: 1\nb\n", "3:1 yaml-syntax"),
        ("a: @b\n", "1:4 yaml-syntax"),
        ("%YAML 9.9\n---\na: 1\n", "1:1 yaml-syntax"),
        ("a:\n\tb: 1\n", "2:1 tab-indentation"),
        ("a: 1\n---\nb: 2\n", "2:1 second-document"),
        ("{[a]: b}\n", "1:2 key-not-text"),
        ("? [a]\n: b\n", "1:3 key-not-text"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_place(text: str, expected: str) -> None:
    document = read_document("f.yaml", text)
    assert codes(text)[:1] == [expected]
    assert document.value is None


def test_a_control_character_is_found_after_any_amount_of_chinese() -> None:
    before = "# 國際城市交流紀錄\n" * 5000 + "- 加賀"
    assert codes(f"{before}\x07") == ["5001:5 control-character"]


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
def test_line_ends_that_editors_do_not_count_are_refused(odd: str) -> None:
    assert codes(f"a: 1\nb: 加{odd}賀\n") == ["2:5 control-character"]


@pytest.mark.parametrize("text", ["# only words\n", "\n\n# x", "%YAML 1.1\n"])
def test_comments_alone_hold_nothing(text: str) -> None:
    document = read_document("f.yaml", text)
    assert document.value is None
    assert document.problems != []


def test_an_explicit_first_document_is_one_document() -> None:
    assert codes("---\na: 1\n...\n") == []
