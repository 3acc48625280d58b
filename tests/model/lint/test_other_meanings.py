"""A word that is not to be used for one thing is left where the Chinese names another that it is right for."""

from __future__ import annotations

import csv

import pytest
from worded import concept, told, word

from portal.model.lint.other_meanings import WORDS

CONGRESS = concept("congress", word("大會"), word("congress"), word("conference", "deprecated"))
CHAIR = concept(
    "chairperson", word("主任委員"), word("chairperson"), word("chairman", "deprecated")
)
SECTION = concept("section", word("分會"), word("section"), word("branch", "deprecated"))
AGREEMENT = concept("agreement", word("協定"), word("agreement"), word("pact", "deprecated"))
BASE = (CONGRESS, CHAIR, SECTION, AGREEMENT)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "市長出席世界大會並召開國際會議。",
            "The mayor went to the assembly and held a conference.",
        ),
        ("國際設計大會開幕。", "The international design conference opened."),
        ("會長將白皮書交給主任委員。", "The chairman handed a white paper to the minister."),
        ("扶輪社分會與銀行分行共同捐款。", "A club and two branches of a bank gave money."),
        ("簽署貿易協定，華沙公約已失效。", "A deal was signed; the Warsaw Pact is no more."),
    ],
)
def test_the_chinese_names_something_else_that_the_word_is_right_for(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("主任委員致詞。", "The chairman spoke.", ["chairman → chairperson"]),
        ("分會成立。", "Branches were founded.", ["Branches → Sections"]),
        ("兩市簽署協定。大會閉幕。", "The cities signed the pact. The meeting closed.", ["pact → agreement"]),
    ],
)  # fmt: skip
def test_it_is_told_where_nothing_else_is_named(zh: str, en: str, expected: list[str]) -> None:
    assert told(BASE, zh, en) == [f"deprecated-word: {one}" for one in expected]


def test_the_proof_stands_in_the_sentence_that_says_the_same() -> None:
    zh = "主任委員簽署協議。毛利部落領袖歡迎訪團。"
    en = "The minister signed. The chairman of the Maori welcomed the delegation."
    assert told(BASE, zh, en) == []
    in_one = en.replace("signed. The", "signed, and the")  # sentences do not pair
    assert told(BASE, zh, in_one) == ["deprecated-word: chairman → chairperson"]


def test_no_word_of_the_list_is_without_another_meaning_or_there_twice() -> None:
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = [(row["word"], row["other_meaning"].split()) for row in csv.DictReader(file)]
    words = [one for one, _ in rows]
    assert words == sorted(set(words))
    assert all(others and len(set(others)) == len(others) for _, others in rows)
