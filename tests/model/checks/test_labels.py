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
