from __future__ import annotations

import pytest

from portal.model.values.meant_lang import meant_lang


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("zh_TW", "zh-TW"),
        ("zh-hant", "zh-Hant"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("JA", "ja"),
        ("jp", "ja"),
        ("KR", "ko"),
        ("tw", "zh-Hant"),
        ("日文", "ja"),
        ("日語", "ja"),
        ("韓文", "ko"),
        ("Japanese", "ja"),
        ("german", "de"),
        ("pt_br", "pt-BR"),
        ("xx", ""),
        ("local", ""),
        ("name", ""),
        ("", ""),
    ],
)
def test_a_tag_is_known_by_other_names(text: str, tag: str) -> None:
    assert meant_lang(text) == tag
