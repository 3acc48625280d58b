"""How a name is read may be stated beside it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.model.values.names import Names, PlaceNames


def test_a_reading_is_no_name_in_another_language() -> None:
    name = PlaceNames.model_validate(
        {"zh": "三重縣", "en": "Mie", "ja": "三重県", "reading": "ㄙㄢ  ㄔㄨㄥˊ ㄒㄧㄢˋ"}
    )
    assert name.reading == "ㄙㄢ ㄔㄨㄥˊ ㄒㄧㄢˋ"
    assert name.local == (("ja", "三重県"),)
    assert Names(zh="佐渡", en="Sado").reading is None


@pytest.mark.parametrize(
    ("zh", "reading", "code"),
    [
        ("三重縣", "san chong xian", "not-zhuyin"),
        ("三重縣", "ㄙㄢ ㄔㄨㄥˊ", "reading-length"),
        ("C40城市網", "ㄔㄥˊ ㄕˋ", "reading-length"),
    ],
)
def test_a_reading_has_a_syllable_for_each_character(zh: str, reading: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Names.model_validate({"zh": zh, "en": "Name", "reading": reading})
    assert [error["type"] for error in refused.value.errors()] == [code]
