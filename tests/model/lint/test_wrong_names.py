"""What Chinese names and English gives another name, an office or an organization."""

from __future__ import annotations

import pytest
from worded import concept, named, told, word

from portal.model.terminology.term_entry import TermEntry


def office(entry_id: str, home: str, zh: str, en: str) -> TermEntry:
    return named("units", entry_id, word(zh, "preferred", home), word(en, "preferred", home))


EXPO = concept(
    "expo", word("臺中世界花卉博覽會"), word("Taichung World Flora Exposition"), field="event"
)
ESCAP = named(
    "organizations",
    "escap",
    word("聯合國亞洲及太平洋經濟社會委員會"),
    word("United Nations Economic and Social Commission for Asia and the Pacific"),
)
SUMMIT = named("organizations", "apcs", word("亞太城市高峰會"), word("Asia Pacific Cities Summit"))
TRAVEL = office("alpha-travel", "alpha", "觀光旅遊局", "Tourism and Travel Bureau")
CULTURE = office("alpha-culture", "alpha", "文化局", "Department of Cultural Affairs")
GUAM = named("cities", "gu-guam", word("關島"), word("Guam"))
BASE = (
    office("alpha-marine", "alpha", "海洋局", "Marine Bureau"),
    office("alpha-fire", "alpha", "消防局", "Fire Bureau"),
    office("beta-sea", "beta", "海事處", "Ocean Department"),
    TRAVEL,
    CULTURE,
    EXPO,
    ESCAP,
    SUMMIT,
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


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("觀光旅遊局派員。", "The Tourism and Traveling Bureau sent staff.",
         ["Tourism and Traveling Bureau → Tourism and Travel Bureau"]),
        ("觀光旅遊局與文化局派員。", "The Tourism Travel Bureau and the Culture Department sent staff.",
         ["Tourism Travel Bureau → Tourism and Travel Bureau", "Culture Department → Department of Cultural Affairs"]),
        ("臺中世界花卉博覽會開幕。", "The Taichung Flora Expo opened.",
         ["Taichung Flora Expo → Taichung World Flora Exposition"]),
        ("聯合國亞洲及太平洋經濟社會委員會開會。", "The UN Economic and Social Council for Asia and the Pacific met.",
         ["UN Economic and Social Council for Asia and the Pacific → "
          "United Nations Economic and Social Commission for Asia and the Pacific"]),
    ],
)  # fmt: skip
def test_a_name_with_the_same_telling_words_is_told(zh: str, en: str, expected: list[str]) -> None:
    assert sorted(told(BASE, zh, en, "alpha")) == sorted(
        f"official-name: {one}" for one in expected
    )


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("文化局邀文化資產局審查，文化局致意。", "The Bureau of Cultural Heritage reviewed it for the city’s culture."),
        ("文化局參觀國際文化中心。", "The city visited the International Culture Center."),  # of another sort
        ("訪問昆士蘭州政府文化局。", "A visit to the Culture Department of Queensland."),  # of another government
        ("亞太城市高峰會與論壇。", "The Asia Pacific Mayors Forum and a summit of Asia Pacific cities."),
        ("文化局及觀光旅遊局。", "The Departments of Cultural Affairs and of Tourism and Travel."),  # of several
        ("臺中世界花卉博覽會開幕。", "The “Taichung Flora Expo” opened to the world."),  # quoted
    ],
)  # fmt: skip
def test_the_name_of_something_else_is_left_alone(zh: str, en: str) -> None:
    assert [one for one in told(BASE, zh, en, "alpha") if "official-name" in one] == []


def test_an_event_without_its_year_is_no_other_name() -> None:
    games = concept(
        "games", word("2025世界壯年運動會"), word("World Masters Games 2025 Alpha"), field="event"
    )
    zh = "2025世界壯年運動會閉幕。"
    assert told([games], zh, "The World Masters Games of 2025 closed.") == []
    assert told([games], zh, "The Masters World Games of Alpha closed.") == [
        "official-name: Masters World Games of Alpha → World Masters Games 2025 Alpha"
    ]
