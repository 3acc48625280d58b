from __future__ import annotations

import pytest

from portal.text.chinese import form_faults, form_of


@pytest.mark.parametrize("character", "国际经济东华业号团队术体万与个么网边实长门")
def test_simplified_characters_are_known(character: str) -> None:
    assert form_of(character)[0] == "simplified-chinese"


@pytest.mark.parametrize(
    ("character", "meant"), ["県縣", "沢澤", "図圖", "桜櫻", "円圓", "広廣", "浜濱", "駅驛"]
)
def test_japanese_forms_are_known(character: str, meant: str) -> None:
    assert form_of(character) in {("japanese-form", meant), ("simplified-chinese", meant)}


@pytest.mark.parametrize(
    "text",
    [
        "臺北市政府秘書處國際事務組與姊妹市簽署友好交流協定",
        "台灣各縣里鄰、群峰、床、雇員、霉、并、后、于、干、只、松、余、范、岳、朴、采、郁、沈",
        "堃峯喆煊珏犇啓璢邨埗",
        "栃木縣、畑、辻、峠、榊、笹、佐々木、〇",
        "𡘙㹢𠮷",
    ],
)
def test_what_taiwan_writes_is_not_taken_for_another_form(text: str) -> None:
    assert list(form_faults(text)) == []


def test_each_form_is_told_once_with_what_to_write() -> None:
    (fault,) = form_faults("国际城市与国际组织")
    assert (fault.found, fault.cure, fault.start) == ("国际与组织", "國際與組織", 0) or (
        fault.found,
        fault.cure,
    ) == ("与国际组织", "與國際組織")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("横浜市", [("japanese-form", "横浜", "橫濱")]),
        ("横市会议", [("simplified-chinese", "横会议", "橫會議")]),
    ],
)
def test_a_form_that_both_write_is_told_with_the_others(
    text: str, told: list[tuple[str, str, str]]
) -> None:
    assert [(fault.code, fault.found, fault.cure) for fault in form_faults(text)] == told
