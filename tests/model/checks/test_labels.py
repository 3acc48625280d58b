from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("城市", "cities", None),
        ("{count} 個城市", "{count} cities", None),
        ("{b} 與 {a}", "{a} and {b}", None),
        ("{{count}}", "{{count}}", None),
        ("{count} 個城市", "cities", "placeholders-differ"),
        ("{count} 個城市", "{number} cities", "placeholders-differ"),
        ("{count", "{count}", "bad-placeholder"),
        ("count}", "{count}", "bad-placeholder"),
    ],
)
def test_both_languages_have_the_same_placeholders(
    mistakes: Mistakes, zh: str, en: str, code: str | None
) -> None:
    expected = [f"data/labels.yaml:1:9: {code}"] if code else []
    assert mistakes({"data/labels.yaml": f"my.key: {{zh: '{zh}', en: '{en}'}}\n"}) == expected


@pytest.mark.parametrize(
    ("zh", "en", "problem"),
    [
        (
            "{b}{a}",
            "x",
            "the placeholders of my.key differ: {a}, {b} in Chinese, – in English; make them the same",
        ),
        (
            "x",
            "{a}",
            "the placeholders of my.key differ: – in Chinese, {a} in English; make them the same",
        ),
    ],
)
def test_the_placeholders_of_both_languages_are_shown(
    report: Mistakes, zh: str, en: str, problem: str
) -> None:
    found = report({"data/labels.yaml": f"my.key: {{zh: '{zh}', en: '{en}'}}\n"})
    assert found == [f"data/labels.yaml:1:9: {problem}"]


def test_a_label_that_cannot_be_read_does_not_hide_the_next(report: Mistakes) -> None:
    labels = "my.key: {zh: '{a', en: b}\nmy.other: {zh: '{a}', en: b}\n"
    assert report({"data/labels.yaml": labels}) == [
        "data/labels.yaml:1:9: the braces of my.key do not match; check them",
        "data/labels.yaml:2:11: the placeholders of my.other differ: {a} in Chinese, – in English; make them the same",
    ]
