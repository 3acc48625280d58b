from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from ruamel.yaml import YAML

from portal.data.document import read_document
from portal.data.yaml_edits.yaml_edit import YamlEdit

TEXT = """\
# head
- id: a  # first
  note:
    zh: 舊
    en: >-
      The old note.

  # before the words
  words:
    - {term: one, status: x, homes: [p]}  # said
    - term: two
      status: "y"
  flow: [k]

# of b
- id: b
  empty: []
  words: [{term: three}]
"""


def changed(*lines: tuple[str, str]) -> str:
    text = TEXT
    for old, new in lines:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def test_a_text_is_replaced_in_the_way_it_was_written() -> None:
    edit = YamlEdit(TEXT)
    edit.set((0, "note", "zh"), "新")
    edit.set((0, "note", "en"), "A new note.")
    edit.set((0, "words", 0, "term"), "one, or two")
    edit.set((0, "words", 1, "status"), "z")
    assert edit.result() == changed(
        ("zh: 舊", "zh: 新"),
        ("The old note.", "A new note."),
        ("term: one", 'term: "one, or two"'),
        ('"y"', '"z"'),
    )


def test_keys_come_where_people_write_them_and_comments_stay() -> None:
    edit = YamlEdit(TEXT)
    edit.set((0, "words", 0, "type"), "variant", ("term", "status", "type", "homes"))
    edit.set((0, "words", 1, "note"), {"zh": "甲", "en": "A: b"}, ("term", "status", "note"))
    edit.set((1, "note"), {"zh": "乙", "en": "B"}, ("id", "note", "empty"))
    edit.set((0, "words", 0, "homes"), ["p", "q"])
    assert edit.result() == changed(
        ("status: x, homes: [p]", "status: x, type: variant, homes: [p, q]"),
        ('"y"', '"y"\n      note:\n        zh: 甲\n        en: "A: b"'),
        ("- id: b\n", "- id: b\n  note:\n    zh: 乙\n    en: B\n"),
    )


def test_lists_grow_at_their_end() -> None:
    edit = YamlEdit(TEXT)
    edit.extend((0, "words"), [{"term": "four"}, {"term": "five"}])
    edit.extend((0, "flow"), ["l", "m"])
    edit.extend((1, "empty"), ["n"])
    edit.extend((1, "words"), [{"term": "six"}])
    edit.set((0, "more"), ["https://example.org/a"])
    assert edit.result() == changed(
        ('"y"\n', '"y"\n    - {term: four}\n    - {term: five}\n'),
        ("flow: [k]\n", "flow: [k, l, m]\n  more:\n    - https://example.org/a\n"),
        ("empty: []", "empty: [n]"),
        ("[{term: three}]", "[{term: three}, {term: six}]"),
    )


def test_a_key_goes_with_its_value_alone() -> None:
    edit = YamlEdit(TEXT)
    edit.drop((0, "words", 0, "status"))
    edit.drop((0, "words", 1, "status"))
    edit.drop((0, "note"))
    assert edit.result() == changed(
        (", status: x", ""),
        ('\n      status: "y"', ""),
        ("\n  note:\n    zh: 舊\n    en: >-\n      The old note.", ""),
    )


@pytest.mark.parametrize(
    ("at", "before"), [(0, "- id: a"), (1, "# of b"), (2, "")], ids=["first", "between", "last"]
)
def test_a_record_stands_between_empty_lines(at: int, before: str) -> None:
    edit = YamlEdit(TEXT)
    edit.insert(at, {"id": "c", "note": {"zh": "丙", "en": "C"}, "words": [{"term": "x"}]})
    record = "- id: c\n  note:\n    zh: 丙\n    en: C\n  words:\n    - {term: x}\n"
    meant = TEXT.replace(before, f"{record}\n{before}") if before else f"{TEXT}\n{record}"
    assert edit.result() == meant


def test_a_list_that_was_empty_takes_records() -> None:
    edit = YamlEdit("# none yet\n[]\n")
    edit.insert(0, {"id": "c", "flow": ["k"]})
    assert edit.result() == "# none yet\n- id: c\n  flow: [k]\n"


def test_another_reader_finds_the_same() -> None:
    edit = YamlEdit(TEXT)
    for n, value in enumerate(("yes", "2024-01-01", "a: b", "#x", "- y", "[z", "l\nm", "~", "1.0")):
        edit.set((1, f"k{n}"), value)
        edit.extend((0, "flow"), [value])
    text = edit.result()
    ours: Any = read_document("", text).value
    theirs = YAML(typ="safe").load(StringIO(text))
    assert ours == theirs
    assert ours[1]["k0"] == "yes"
    assert ours[0]["flow"][-3:] == ["l\nm", "~", "1.0"]
