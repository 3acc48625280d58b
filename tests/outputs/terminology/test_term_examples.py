from __future__ import annotations

import pytest

from portal.model.terminology.term_finder import Term
from portal.outputs.terminology.term_examples import Side, example_in, pieces

EN = "A sister city came."


def at(text: str, word: str) -> list[Term]:
    return [Term(text.index(word), text.index(word) + len(word), "one", is_telling=True)]


def example(zh: str, en: str = EN, *, is_sentence: bool = True) -> object:
    return example_in((zh, en, is_sentence), at(zh, "姊妹市"), at(en, "sister city"))


@pytest.mark.parametrize(
    "zh",
    [
        "姊妹市來訪",  # a title
        "他說「姊妹市來訪」。",  # the words of somebody else
        f"姊妹市來訪{'，也參加活動' * 30}。",  # too long to be read at once
    ],
)
def test_what_shows_no_use_is_no_example(zh: str) -> None:
    assert example("姊妹市來訪。") is not None
    assert example(zh) is None


def test_a_concept_that_one_language_says_otherwise_is_no_example() -> None:
    zh = "姊妹市來訪。"
    assert example_in((zh, "They came.", True), at(zh, "姊妹市"), []) is None


def test_a_sentence_is_better_than_a_paragraph_and_a_good_length_than_a_short_one() -> None:
    good = "締結多年的姊妹市派代表團來訪，並與本市的學校、商會及博物館座談。"
    ranks = [
        one.rank
        for one in (
            example_in((zh, EN, whole), at(zh, "姊妹市"), at(EN, "sister city"))
            for zh, whole in ((good, True), ("姊妹市來訪。", True), (good, False))
        )
        if one
    ]
    assert len(ranks) == 3
    assert ranks == sorted(ranks)


def test_a_short_text_is_shown_whole_with_every_place_marked() -> None:
    found = pieces(Side("締結姊妹市，重申姊妹市關係。", ((2, 5), (8, 11))), "zh")
    assert found == [
        ("締結", False), ("姊妹市", True), ("，重申", False), ("姊妹市", True), ("關係。", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "word"), [("zh", "姊妹市"), ("en", "sister city")])
def test_a_long_text_is_cut_between_clauses_or_words(language: str, word: str) -> None:
    clause = "代表團參觀港口，" if language == "zh" else "the delegation saw ports and "
    end = "。" if language == "zh" else "."
    text = f"{clause * 12}{word}{clause * 12}"[:-1] + end
    place = (text.index(word), text.index(word) + len(word))
    found = pieces(Side(text, (place,)), language)
    assert (found[0], found[-1]) == (("…", False), ("…", False))
    assert (word, True) in found
    shown = "".join(piece for piece, _ in found[1:-1])
    assert text.count(shown) == 1
    assert len(shown) < len(text) / 2
    start = text.index(shown)
    assert text[start - 1] in "， "
    assert shown[-1] in "，。 " or text[start + len(shown)] == " "


def test_the_word_itself_is_never_cut() -> None:
    text = f"{'參觀港口，' * 20}姊妹市{'參觀港口' * 30}。"
    place = (text.index("姊"), text.index("姊") + 3)
    assert ("姊妹市", True) in pieces(Side(text, (place,)), "zh")
