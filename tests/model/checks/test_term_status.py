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
        (["term: a, status: preferred", "term: b, status: preferred, homes: [alpha]"], []),
        (["term: a, status: preferred, homes: [alpha]", "term: b, status: preferred, homes: [alpha]"],
         ["7:9: two-preferred"]),
        (["term: a, status: preferred", "term: a, status: deprecated, homes: [alpha]"], []),
        (["term: a, status: preferred", "term: a, status: admitted"], ["7:9: repeated-term"]),
    ],
)  # fmt: skip
def test_each_language_has_one_word_to_use_for_the_same_users(
    mistakes: Mistakes, terms: list[str], expected: list[str]
) -> None:
    text = CONCEPT.format(terms="".join(f"      - {{{term}}}\n" for term in terms))
    found = mistakes({"data/glossary.yaml": text})
    assert found == [f"data/glossary.yaml:{code}" for code in expected]


def test_each_language_is_judged_by_itself(report: Mistakes) -> None:
    glossary = """\
- id: sister-city
  subject_field: relation
  terms:
    zh: [{term: 姊妹市, status: admitted}, {term: 姊妹市, status: admitted}]
    en: [{term: a, status: preferred}, {term: b, status: preferred}, {term: c, status: preferred}]
- id: friendship
  subject_field: relation
  terms:
    zh: [{term: 友好市, status: preferred}]
    en: [{term: friendship city, status: admitted}]
"""
    path = "data/glossary.yaml"
    assert report({path: glossary}) == [
        f"{path}:4:9: sister-city has no preferred word in zh; set the status of one to preferred",
        f"{path}:4:41: '姊妹市' is written twice; delete one",
        f"{path}:5:40: 'b' is the second preferred word for the same users; keep one",
        f"{path}:5:70: 'c' is the second preferred word for the same users; keep one",
        f"{path}:10:9: friendship has no preferred word in en; set the status of one to preferred",
    ]
