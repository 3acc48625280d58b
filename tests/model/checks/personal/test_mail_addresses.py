from __future__ import annotations

import pytest

from portal.model.checks.personal.finding import plain
from portal.model.checks.personal.mail_addresses import mail_addresses


def found(text: str) -> list[str]:
    return [one.value for one in mail_addresses(plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        "pat.lee@example.org", "Pat.Lee@Example.ORG", "信箱pat.lee@example.org。", "<pat.lee@example.org>",
        "mailto:pat.lee@example.org", "pat.lee＠example.org", "ｐａｔ.lee@example.org", "pat.lee (at) example.org",
        "pat.lee[at]example.org", "pat.lee [AT] example [dot] org", "pat.lee(小老鼠)example.org",
        "https://example.org/?to=pat.lee@example.org", "https://x.example.org/?to=pat.lee%40example.org",
        "（pat.lee@example.org）", "pat.lee@example.org, or",
    ],
)  # fmt: skip
def test_every_spelling_of_one_address(text: str) -> None:
    value = "pat.lee@example.org"
    assert found(text) in ([value], [f"to={value}"], [f"mailto:{value}"])


@pytest.mark.parametrize(
    "text",
    [
        "@portal", "price @ 5", "logo@2x.png", "https://maps.example.org/@25.04,121.56,15z", "a@b", "look at me",
        "(at the harbor)", "https://social.example.org/@name", "3 [at] most", "https://example.org/@a@b.example.org",
    ],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["a." * 50_000 + "@", "a@" * 50_000, "a@" + "b." * 50_000, "[at" * 50_000]
)
def test_a_text_made_to_exhaust_the_check_is_read(text: str) -> None:
    assert len(found(text)) <= 1
