from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

HEAD = "# Partner places, ordered by id.\n"


def cities(*ids: str, head: str = HEAD) -> dict[str, str]:
    text = "".join(
        f"- {{id: jp-{name}, name: {{zh: 城市{n}, en: City {n}}}, level: city, country: JP}}\n"
        for n, name in enumerate(ids)
    )
    return {"data/cities.yaml": head + text}


@pytest.mark.parametrize(
    ("ids", "wrong"),
    [
        ("abc", {}),
        ("a", {}),
        ("acb", {"c": "b"}),
        ("bca", {"a": ""}),
        ("abxcdef", {"x": "f"}),
        ("fabcde", {"f": "e"}),
        ("abedc", {"e": "c", "d": "c"}),
    ],
)
def test_the_fewest_records_move(report: Mistakes, ids: str, wrong: dict[str, str]) -> None:
    told = {
        name: f"jp-{name} belongs after jp-{other}"
        if other
        else f"jp-{name} belongs at the beginning"
        for name, other in wrong.items()
    }
    found = report(cities(*ids))
    assert len(found) == len(told)
    for name, words in told.items():
        (line,) = (line for line in found if words in line)
        assert line.startswith(f"data/cities.yaml:{ids.index(name) + 2}:8: ")


@pytest.mark.parametrize(
    ("head", "is_promised"),
    [
        (HEAD, True),
        ("# yaml-language-server: $schema=x\n\n# 夥伴城市，依 id 排序。\n", True),
        ("# 依id順序排列\n", True),
        ("# Partner places\n", False),
        ("", False),
    ],
)
def test_only_what_is_promised_is_checked(mistakes: Mistakes, head: str, is_promised: bool) -> None:
    assert bool(mistakes(cities("b", "a", head=head))) is is_promised


def test_a_word_further_down_is_no_promise(mistakes: Mistakes) -> None:
    files = cities("b", "a", head="")
    files["data/cities.yaml"] += "# ordered by id\n"
    assert mistakes(files) == []


def test_a_file_in_another_order_is_told_once(report: Mistakes) -> None:
    assert report(cities(*"abcdefg"[::-1])) == [
        "data/cities.yaml:2:8: the head of this file says that it is ordered by id,"
        " but 6 records stand elsewhere, the first is jp-g; sort the file"
    ]
