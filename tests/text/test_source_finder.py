"""What stands in the words of a source is never missed, however it is marked up."""

from __future__ import annotations

import random

import pytest

from portal.text.paragraphs import paragraphs
from portal.text.phrase_finder import PhraseFinder
from portal.text.source_finder import SourceFinder

PHRASES = ("高雄市", "New Haven", "Río", "MOU", "St. John’s", "X-5")


@pytest.mark.parametrize(
    "source",
    [
        "訪問高雄市。",
        "訪問**高雄**市。",
        "訪問[高雄](../cities/tw-kaohsiung.md)市。",
        "訪問高\n雄市。",
        "to **New** Haven",
        "to *New\nHaven*, twice",
        "to [New](https://example.org/a_b 'a title') Haven’s port",
        "to [New][there] Haven\n\n[there]: https://example.org",
        "to N**ew** Haven",
        "to New <b>Haven</b>",
        "to New[^1] Haven\n\n[^1]: Port",
        "to New{: .old } Haven",
        "to New&nbsp;Haven",
        "to N&#101;w Haven",
        "# NEW HAVEN",
        "| New Haven | 1 |\n| --- | --- |\n| a | b |",
        "1. new haven",
        "R&iacute;o",
        "in St\\. John’s",
        "the ‘X-5’",
    ],
)
def test_a_phrase_in_the_words_of_a_source_may_stand_in_it(source: str) -> None:
    assert SourceFinder(PHRASES).may_stand_in(source)


@pytest.mark.parametrize(
    "source",
    [
        "訪問臺南市，**高雄**的代表團。",
        "In New York, near Haven, the newhaven of moums",
        "[a link](https://example.org/MOU) to period",
        "a [list] (of 5 things) at 3 & 4 < 5: `x` _y_",
    ],
)
def test_of_most_other_sources_it_is_certain_that_none_does(source: str) -> None:
    assert not SourceFinder(PHRASES).may_stand_in(source)


def test_what_the_parser_finds_is_never_denied() -> None:
    chance = random.Random(7)
    pieces = [
        *("高", "雄", "市", "New", " ", "Haven", "MOU", "\n", "**", "*", "_", "`", "[", "](a)", "](b 't')"),
        *("](", ")", "]", "&amp;", "&", "<b>", "<", ">", "!", "~~", "\\", "\n\n", "# ", "- ", "1. ", "|"),
        *("x", "的", "，", "’s", "-"),
    ]  # fmt: skip
    plain, wary = PhraseFinder(PHRASES), SourceFinder(PHRASES)
    found = denied = 0
    for _ in range(10_000):
        source = "".join(chance.choices(pieces, k=chance.randrange(3, 14)))
        stands = any(plain.find(one.words) for one in paragraphs(source))
        may = wary.may_stand_in(source)
        found += stands
        denied += not may
        assert may or not stands, source
    assert found > 50
    assert denied > 1000
