"""A slip in a name that the other language says, and no name that is merely like another."""

from __future__ import annotations

import pytest
from worded import concept, named, told, word

FLORA = concept(
    "flora", word("臺中世界花卉博覽會"), word("Taichung World Flora Exposition"), field="event"
)
JOBURG = named("cities", "za-johannesburg", word("約翰尼斯堡"), word("Johannesburg"))
KAOHSIUNG = named("homes", "kaohsiung", word("高雄市政府"), word("Kaohsiung City Government"))
SUMMIT = named("organizations", "apcs", word("亞太城市高峰會"), word("Asia Pacific Cities Summit"))
COUNCIL = concept("world-council", word("世界理事會"), word("World Council"), field="title")
MEMBER = concept("world-councilor", word("世界理事"), word("world councilor"), field="title")
HEALTH = named("units", "health", word("衛生局"), word("Department of Health"))
TRAVEL = named("units", "travel", word("觀光旅遊局"), word("Tourism and Travel Bureau"))
HELSINKI = named("cities", "helsinki", word("赫爾辛基"), word("Helsinki"))
BRISBANE = named("cities", "brisbane", word("布里斯本"), word("Brisbane"))
KUMAMOTO = named("cities", "kumamoto", word("熊本市"), word("Kumamoto"))
GERMANY = named("countries", "DE", word("德國"), word("Germany"))
PACT = named(
    "organizations", "mufpp", word("米蘭城市食物政策公約"), word("Milan Urban Food Policy Pact")
)
BASE = (
    PACT,
    HELSINKI,
    BRISBANE,
    KUMAMOTO,
    GERMANY,
    HEALTH,
    TRAVEL,
    FLORA,
    JOBURG,
    KAOHSIUNG,
    SUMMIT,
    COUNCIL,
    MEMBER,
)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("以臺中市界花卉博覽會為例。", "As in the Taichung World Flora Exposition.",
         "臺中市界花卉博覽會 → 臺中世界花卉博覽會"),
        ("臺中世界花博覽會開幕。", "The Taichung World Flora Exposition opened.",
         "臺中世界花博覽會 → 臺中世界花卉博覽會"),
        ("簽署米蘭城市糧食政策公約。", "It signed the Milan Urban Food Policy Pact.",
         "米蘭城市糧食政策公約 → 米蘭城市食物政策公約"),
        ("與約翰尼思堡恢復往來。", "Contact with Johannesburg.", "約翰尼思堡 → 約翰尼斯堡"),
        ("訪問赫爾辛機。", "A visit to Helsinki.", "赫爾辛機 → 赫爾辛基"),
        ("訪問布里斯本。", "A visit to Brisban.", "Brisban → Brisbane"),
        ("約翰尼斯堡的代表。", "The representative of Johanesburg.", "Johanesburg → Johannesburg"),
        ("高雄市政府接待。", "Khaosiung City Government received them.",
         "Khaosiung City Government → Kaohsiung City Government"),
        ("參加亞太城市高峰會。", "At the Asia Pacific Citys Summit.",
         "Asia Pacific Citys Summit → Asia Pacific Cities Summit"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_with_the_name(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [f"near-name: {expected}"]


def test_the_government_of_the_text_needs_no_proof() -> None:
    text = "由禮賓人員引導。", "Guided by officers of the Kaohsiung City Goverment."
    assert told(BASE, *text, "kaohsiung") == [
        "near-name: Kaohsiung City Goverment → Kaohsiung City Government"
    ]
    assert told(BASE, *text) == []
    named = told(BASE, "高雄市政府接待。", "Received by the Kaohsiung City Goverment.", "kaohsiung")
    assert named == ["near-name: Kaohsiung City Goverment → Kaohsiung City Government"]
    assert told(BASE, text[0], "Guided by the Kaohsiung City Government.", "kaohsiung") == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("參加亞太城市的高峰會。", "At the Asia Pacific Cities Summit."),  # words, not a name
        ("當選世界理事及主席。", "Elected to the World Council and president, a world councilor."),  # known
        ("以「約翰尼思堡」為題。", "On “Johanesburg”."),  # quoted
        ("約翰尼斯堡的代表。", "Johannesburg’s representative."),
        ("衛生局及教育局。", "The commissioners of the Departments of Health and Education."),  # of several
        ("兩市的觀光旅遊局。", "Both Tourism and Travel Bureaus."),
        ("與熊本的往來。", "Exchange with Kumamoto."),  # without its level
        ("德國的城市。", "A German city."),  # an adjective
        ("訪問沙加緬度。", "A visit to Sacramento."),
    ],
)  # fmt: skip
def test_what_is_known_or_like_nothing_is_not_told(zh: str, en: str) -> None:
    assert [line for line in told(BASE, zh, en) if "near-name" in line] == []


def test_the_office_in_another_place_is_no_slip() -> None:
    office = concept(
        "teco", word("臺北經濟文化辦事處"), word("Taipei Economic and Cultural Office")
    )
    english = "The Taipei Economic and Cultural Office in Osaka."
    assert told([office], "臺北駐大阪經濟文化辦事處來函。", english) == []
    assert told([office], "臺北經濟文華辦事處來函。", english) == [
        "near-name: 臺北經濟文華辦事處 → 臺北經濟文化辦事處"
    ]


def test_a_name_with_another_place_in_its_middle_is_no_slip() -> None:
    fair = concept("fair", word("第三屆高雄國際花卉博覽會"), word("Kaohsiung Flora Fair"))
    here = named("homes", "here", word("臺南"), word("Tainan"))
    assert told([fair, here], "第三屆臺南國際花卉博覽會開幕。", "The Kaohsiung Flora Fair.") == []
    assert told([fair], "第三屆臺南國際花卉博覽會開幕。", "The Kaohsiung Flora Fair.") != []
