from __future__ import annotations

import pytest

from portal.model.reading.misread import misread_list, misread_mapping


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("taipei", ("list-form", "[taipei]")),
        ("taipei, kaohsiung", ("list-form", "[taipei, kaohsiung]")),
        ("taipei、kaohsiung", ("list-form", "[taipei, kaohsiung]")),
        ("taipei kaohsiung", ("list-form", "[taipei, kaohsiung]")),
        ("［taipei，kaohsiung］", ("full-width-marks", "[taipei, kaohsiung]")),
        ("– taipei – kaohsiung", ("hyphen-look-alike", "")),
        ("• taipei", ("hyphen-look-alike", "")),
        ("-taipei -kaohsiung", ("hyphen-without-space", "")),
        ("高雄", ("not-a-list", "")),
        ("", ("not-a-list", "")),
    ],
)
def test_text_in_place_of_a_list(text: str, expected: tuple[str, str]) -> None:
    assert misread_list(text)[::2] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zh:加賀 en:Kaga", ("colon-without-space", "zh: 加賀")),
        ("zh：加賀 en：Kaga City", ("full-width-colon", "zh: 加賀")),
        ("zh=加賀", ("colon-missing", "zh: 加賀")),
        ("｛zh：加賀，en：Kaga｝", ("full-width-marks", "{zh: 加賀, en: Kaga}")),
        ("加賀", ("not-a-mapping", "")),
        ("https://example.org/", ("not-a-mapping", "")),
    ],
)
def test_text_in_place_of_a_mapping(text: str, expected: tuple[str, str]) -> None:
    assert misread_mapping(text)[::2] == expected
