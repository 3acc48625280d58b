"""An editor who clicks a problem stands on the very character."""

from __future__ import annotations

import pytest

from portal.data.marks import read_marks

TEXT = """\
# 註解
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  ties:
    - home: alpha
      signed: 2014-07-08
    - [a, [b, c]]
-
  id: &x second
  id: third
"""


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        ((0,), (2, 3), (2, 3)),
        ((0, "id"), (2, 7), (2, 3)),
        ((0, "name"), (3, 9), (3, 3)),
        ((0, "name", "zh"), (3, 14), (3, 10)),
        ((0, "name", "en"), (3, 22), (3, 18)),
        ((0, "ties", 0, "signed"), (6, 15), (6, 7)),
        ((0, "ties", 1), (7, 7), (7, 7)),
        ((0, "ties", 1, 1, 1), (7, 15), (7, 15)),
        ((1, "id"), (9, 7), (9, 3)),
        ((0, "name", "ja"), (3, 9), (3, 9)),
        ((0, "ties", 7, "signed"), (5, 5), (5, 5)),
        ((0, "name", "ja", "id"), (3, 9), (3, 9)),
        ((0, "nome", "zh"), (2, 3), (2, 3)),
        (("id",), (2, 1), (2, 1)),
    ],
)
def test_the_place_of_a_value_of_a_key_and_of_what_is_not_there(
    loc: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    marks = read_marks(TEXT)
    assert marks.find(loc) == value
    assert marks.find(loc, key=True) == key


def test_a_key_that_is_no_text_does_not_shift_what_follows() -> None:
    marks = read_marks("{a: 1, [b]: 2, c: 3}\n")
    assert marks.find(("a",)) == (1, 5)
    assert marks.find(("c",)) == (1, 19)


@pytest.mark.parametrize("text", ["", "# only words\n"])
def test_what_holds_nothing_begins_at_its_beginning(text: str) -> None:
    assert read_marks(text).find(("a", 0)) == (1, 1)


def test_a_file_that_was_spoilt_since_it_was_read_has_the_places_before_the_mistake() -> None:
    marks = read_marks("a: 1\nb: 2\nc: [\n")
    assert marks.find(("b",)) == (2, 4)
    assert marks.find(("c",)) == (3, 4)
