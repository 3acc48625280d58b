from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

CONCEPT = """\
- id: sister-city
  subject_field: relation
  terms:
    zh: [{{term: 姊妹市, status: preferred}}]
    en:
{terms}"""


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (["term: sister city, status: preferred"], []),
        (["term: sister city, status: preferred", "term: twin town, status: admitted"], []),
        (["term: sister city, status: admitted"], ["6:7: no-preferred"]),
        (["term: sister city, status: deprecated"], ["6:7: no-preferred"]),
        (["term: a, status: preferred", "term: b, status: preferred"], ["7:9: two-preferred"]),
        (["term: a, status: preferred", "term: b, status: preferred, home: alpha"], []),
        (["term: a, status: preferred, home: alpha", "term: b, status: preferred, home: alpha"],
         ["7:9: two-preferred"]),
        (["term: a, status: preferred", "term: a, status: deprecated, home: alpha"], []),
        (["term: a, status: preferred", "term: a, status: admitted"], ["7:9: repeated-term"]),
    ],
)  # fmt: skip
def test_each_language_has_one_word_to_use_for_the_same_users(
    mistakes: Mistakes, terms: list[str], expected: list[str]
) -> None:
    text = CONCEPT.format(terms="".join(f"      - {{{term}}}\n" for term in terms))
    found = mistakes({"data/glossary.yaml": text})
    assert found == [f"data/glossary.yaml:{code}" for code in expected]
