from __future__ import annotations

from portal.data.problem import ADVICE, LONGEST_FOUND, Place, Problem, sentences, shorten


def test_a_problem_is_one_line_that_editors_can_click() -> None:
    problem = Problem(
        Place("data/cities.yaml", 7, 3), "repeated-key", {"found": "name", "first": "2"}
    )
    assert problem.line("en") == (
        "data/cities.yaml:7:3: the key name is repeated (first on line 2); delete one of them"
    )
    assert problem.line("zh") == "data/cities.yaml:7:3: 鍵 name 重複（第 2 行已有）；請刪除其中一個"


def test_an_advice_says_that_it_is_one() -> None:
    found = {"path": "cities/jp-kaga/", "found": "25.00 KB", "limit": "24.00 KB"}
    advice = Problem(Place("data/cities.yaml", 7, 3), "page-too-heavy", found)
    assert advice.is_advice
    assert advice.line("en").startswith("data/cities.yaml:7:3: advice: the page cities/jp-kaga/")
    assert advice.line("zh").startswith("data/cities.yaml:7:3: 建議：網頁 cities/jp-kaga/")
    assert not advice.message("en").startswith("advice")
    assert not Problem(Place("data/cities.yaml"), "tag", {"found": "!x"}).is_advice


def test_every_code_of_an_advice_has_a_sentence() -> None:
    assert sentences().keys() >= ADVICE


def test_what_was_found_never_breaks_the_line() -> None:
    found = {"found": "two\nlines " + "x" * 1000, "first": "2"}
    line = Problem(Place("data/cities.yaml"), "repeated-key", found).line("en")
    assert "\n" not in line
    assert len(line) < LONGEST_FOUND + 120


def test_braces_in_what_was_found_are_no_placeholders() -> None:
    problem = Problem(Place("data/cities.yaml"), "tag", {"found": "{config}"})
    assert "{config}" in problem.message("en")


def test_problems_sort_by_file_then_line_then_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1)]
    problems = sorted(Problem(place, "alias", {"found": "*a"}) for place in places)
    assert [str(problem.place) for problem in problems] == ["a:9:1", "a:9:2", "a:10:1", "b:1:1"]


def test_shorten_keeps_one_line_within_the_limit() -> None:
    assert shorten("a\n  b\tc") == "a b c"
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == "x" * 59 + "…"


def test_every_sentence_is_in_both_languages() -> None:
    for code, sentence in sentences().items():
        assert sentence.keys() == {"zh", "en"}, code


def test_a_long_finding_is_cut_with_an_ellipsis() -> None:
    found = {"found": "x" * (LONGEST_FOUND + 1), "first": "2"}
    message = Problem(Place("f.yaml"), "repeated-key", found).message("en")
    assert "x" * (LONGEST_FOUND - 1) + "… is repeated" in message


def test_a_place_without_line_and_column_is_the_beginning() -> None:
    assert str(Place("data/cities.yaml")) == "data/cities.yaml:1:1"
