"""An office of the government of the text that English gives another name."""

from __future__ import annotations

from worded import named, told, word

from portal.model.terminology.term_entry import TermEntry


def office(entry_id: str, home: str, zh: str, en: str) -> TermEntry:
    return named("units", entry_id, word(zh, "preferred", home), word(en, "preferred", home))


GUAM = named("cities", "gu-guam", word("關島"), word("Guam"))
BASE = (
    office("alpha-marine", "alpha", "海洋局", "Marine Bureau"),
    office("alpha-fire", "alpha", "消防局", "Fire Bureau"),
    office("beta-sea", "beta", "海事處", "Ocean Department"),
    GUAM,
)


def test_another_name_is_told_with_the_official_one() -> None:
    assert told(BASE, "海洋局介紹漁港。", "The Ocean Bureau showed the ports.", "alpha") == [
        "official-name: Ocean Bureau → Marine Bureau"
    ]
    assert told(
        BASE,
        "海洋局介紹漁港。",
        "The Department of the Sea and Ports, or Department of Ports.",
        "alpha",
    ) == ["official-name: Department of Ports → Marine Bureau"]


def test_an_office_that_english_leaves_out_is_told_where_it_is_named() -> None:
    assert told(BASE, "海洋局介紹漁港。", "The ports were shown.", "alpha") == [
        "missing-concept: 海洋局 → Marine Bureau"
    ]


def test_other_offices_are_left_alone() -> None:
    assert told(BASE, "海洋局介紹漁港。", "The Marine Bureau showed the ports.", "alpha") == []
    assert told(BASE, "海洋局介紹漁港。", "The Ocean Bureau showed the ports.", "beta") == []
    guam = "The Guam Visitors Bureau saw the ports of the bureau."
    assert told(BASE, "關島訪客來看海洋局的漁港。", guam, "alpha") == []
