"""Where sentences end, in both languages."""

from __future__ import annotations

import pytest

from portal.text.sentences import sentence_spans, sentences


@pytest.mark.parametrize(
    ("language", "paragraph", "expected"),
    [
        ("en", "It rose by 3.5 percent. Ms. Lin spoke.", 2),
        ("en", "The U.S. Department met No. 3 of them.", 1),
        ("en", "He asked, “Why?” She left.", 2),
        ("en", "See J. F. Kennedy.", 1),
        ("zh", "成長3.5%。他問：「為何？」她離開。", 3),
        ("zh", "（今年舉行。）明年再辦！？", 2),
        ("zh", "臺北市簡報", 1),
    ],
)
def test_sentences_end_where_readers_see_their_end(
    language: str, paragraph: str, expected: int
) -> None:
    assert len(sentences(paragraph, language)) == expected, sentences(paragraph, language)


def test_nothing_of_a_paragraph_is_lost() -> None:
    text = "Dr. Wu signed on Jan. 3. “Yes.” It was (in part) No. 3. A. B. came."
    assert " ".join(sentences(text, "en")) == text
    assert "".join(sentences("他說：「好。」然後離開。完", "zh")) == "他說：「好。」然後離開。完"


def test_each_begins_where_the_one_before_ends() -> None:
    text = "Dr. Wu signed. Ms. Lin spoke."
    assert sentence_spans(text, "en") == [(0, 14), (14, len(text))]
    assert sentence_spans("他問：「為何？」她離開。", "zh") == [(0, 8), (8, 12)]
