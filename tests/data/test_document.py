from __future__ import annotations

import pytest
from patience import patience

from portal.data.builder import DEEPEST, LONGEST_SCALAR
from portal.data.document import read_document


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
        "4:1 merge-key",
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
    with patience():
        document = read_document("f.yaml", opening * 100_000)
    assert document.value is None
    assert [problem.code for problem in document.problems] in (
        ["too-deep"],
        ["key-not-text"],
        ["double-hyphen"],
    )


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
        ("a: [1, 2\n", "1:4 bracket-not-closed"),
        ("a: b: c\n", "1:5 colon-in-value"),
        ('a: "b\n', "1:4 quote-not-closed"),
        ("a: 1\n b: 2\n", "2:2 wrong-indentation"),
        ("a: 1\nb\n", "2:2 colon-missing"),
        ("a: @b\n", "1:4 value-start"),
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


def lines(text: str) -> list[str]:
    return [problem.line("en") for problem in read_document("f.yaml", text).problems]


def test_a_key_that_is_repeated_again_and_again_is_told_of_the_first() -> None:
    assert lines("x: 1\na: 1\na: 2\na: 3\n") == [
        "f.yaml:3:1: the key a is repeated (first on line 2); delete one of them",
        "f.yaml:4:1: the key a is repeated (first on line 2); delete one of them",
    ]


def test_a_key_may_stand_again_outside_and_behind_its_mapping() -> None:
    document = read_document("f.yaml", "a: {b: 1, c: [{b: 2}]}\nb: 3\nc: 4\n")
    assert document.problems == []
    assert document.value == {"a": {"b": "1", "c": [{"b": "2"}]}, "b": "3", "c": "4"}
    assert codes("a: {b: 1}\nb: 1\na: 2\n") == ["3:1 repeated-key"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("word", [(1, 1)]),
        ("# list\n\n- a\n-  b\n- [c, d]\n- {e: f}\n", [(3, 1), (3, 3), (4, 4), (5, 3), (6, 3)]),
        ("a: 1\nb:\n  c: [x]\nd: *e\n", [(1, 1), (1, 4), (3, 3), (4, 4)]),
    ],
)
def test_the_beginning_of_each_row_is_known_without_reading_again(
    text: str, starts: list[tuple[int, int]]
) -> None:
    assert read_document("f.yaml", text).starts == starts


def test_the_text_is_asked_for_only_when_a_place_is() -> None:
    asked = []

    def text() -> str:
        asked.append("once")
        return "a: 1\nb: 2\n"

    document = read_document("f.yaml", text(), text)
    assert document.path == "f.yaml"
    assert len(asked) == 1
    assert str(document.place(("b",))) == "f.yaml:2:4"
    assert str(document.place(("b",), key=True)) == "f.yaml:2:1"
    assert str(document.place()) == "f.yaml:1:1"
    assert len(asked) == 2


def test_a_value_that_is_too_long_is_cut() -> None:
    document = read_document("f.yaml", f"a: {'x' * (LONGEST_SCALAR + 1)}\n")
    assert document.value == {"a": "x" * 80}
    assert lines(f"a: {'x' * (LONGEST_SCALAR + 1)}\n") == [
        "f.yaml:1:4: the value has 200001 characters, the limit is 200000; shorten it"
    ]


@pytest.mark.parametrize(("text", "place"), [("]\n", "1:1"), ("x: 1\n]: 2\n", "2:1")])
def test_where_reading_stops_is_told_if_nothing_else_can_be(text: str, place: str) -> None:
    (line,) = lines(text)
    assert line.startswith(f"f.yaml:{place}: the file cannot be read from ']")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", "2:1"),
        ("a:\n  \tb: 1\n", "2:3"),
        ("a:\n  b: 1\n \t c: 1\n", "3:2"),
        ("a:\n \t\tb: 1\n", "2:2"),
    ],
)
def test_a_tab_in_the_indentation_is_shown(text: str, place: str) -> None:
    assert codes(text) == [f"{place} tab-indentation"]


def test_a_tab_between_words_is_not_blamed() -> None:
    assert codes("a:\tb\n") == []
    assert codes("a: b\tc: d\n") == ["1:7 colon-in-value"]


def test_a_character_of_control_is_told_by_its_number() -> None:
    assert lines("a: 加\x07\n")[0].startswith("f.yaml:1:5: ")
    assert "U+0007" in lines("a: 加\x07\n")[0]
    assert "U+2028" in lines("a: \u2028\n")[0]


def test_all_that_was_found_before_reading_stopped_is_told() -> None:
    document = read_document("f.yaml", "a: &x 1\na: 2\n---\nb: 3\n")
    assert [problem.code for problem in document.problems] == [
        "anchor",
        "repeated-key",
        "second-document",
    ]
    assert document.value is None
    assert document.starts == []


def test_a_tag_and_an_anchor_stand_on_lists_and_mappings_too() -> None:
    assert codes("a: &x [1]\nb: !!set {c}\n") == ["1:4 anchor", "2:4 tag"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &name 1\n", "1:4: the YAML anchor &name is used; "),
        ("a: [*name]\n", "1:5: the value begins with '*', which means something else in YAML; "),
        ("a: !!int 1\n", "1:4: the YAML tag tag:yaml.org,2002:int is used; "),
        (
            "[" * (DEEPEST + 1),
            f"1:{DEEPEST + 1}: values are nested more than {DEEPEST} levels deep; ",
        ),
        ("# only words\n", "1:1: the file is empty; "),
        ("a:\n\tb: 1\n", "2:1: the line is indented with a tab; "),
        ("a: \u2028\n", "1:4: the file holds the control character U+2028; "),
    ],
)
def test_what_was_found_is_told_in_a_sentence(text: str, found: str) -> None:
    assert [line.partition("; ")[0] + "; " for line in lines(text)] == [f"f.yaml:{found}"]
