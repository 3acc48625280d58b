from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.model.values.url import Url


def refusals(text: str) -> list[str]:
    try:
        TypeAdapter(Url).validate_python(text)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


@pytest.mark.parametrize(
    "text", ["https://example.org/", "http://example.org:80/a?b=c#d", "https://臺北.tw/"]
)
def test_web_addresses_are_taken(text: str) -> None:
    assert refusals(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "example.org", "//example.org", "/cities/", "ftp://example.org/", "javascript:alert(1)",
        "JaVaScRiPt:alert(1)", "data:text/html,x", "http://", "https:///a", "http://[x", "http:example.org",
        "https://exa mple.org", "https://example.org/\n", "\x01javascript:alert(1)", "mailto:a@example.org",
    ],
)  # fmt: skip
def test_every_other_address_is_unsafe(text: str) -> None:
    assert refusals(text) == ["unsafe-link"]
