"""A word that is not to be used is told with the one to use, and a word that is right for something else is not."""

from __future__ import annotations

import pytest
from worded import concept, named, told, word

CONGRESS = concept(
    "congress",
    word("大會"),
    word("congress"),
    word("conference", "deprecated"),
    word("convention", "deprecated", "beta"),
)
SISTER = concept(
    "sister-city", word("姊妹市"), word("姐妹市", "deprecated", type="variant"), word("sister city")
)
CITYNET = named(
    "organizations",
    "citynet",
    word("城市網"),
    word("城市聯絡網", "preferred", "beta"),
    word("CityNet"),
    word("City Net", "deprecated"),
)
GIFT = concept(
    "official-gift",
    word("禮品"),
    word("伴手禮", "deprecated"),
    word("official gift"),
    word("souvenir", "admitted", usage="everyday"),
)
COLOMBO = named(
    "cities", "lk-colombo", word("可倫坡"), word("科倫坡", "deprecated"), word("Colombo")
)
COUNTY = named(
    "homes", "alpha", word("甲市"), word("甲縣", "deprecated", usage="dated"), word("Alpha")
)
GOVERNMENT = named("homes", "beta", word("乙市政府"), word("Beta City Government"))
FIRE = named(
    "units", "alpha-fire", word("消防局", "preferred", "alpha"), word("Fire Bureau", "preferred", "alpha"),
    word("Fire Department", "deprecated"),
)  # fmt: skip
INDONESIA = named(
    "countries",
    "ID",
    word("印尼"),
    word("印度尼西亞", "deprecated", type="variant"),
    word("Indonesia"),
)
CLIMATE = concept(
    "climate",
    word("氣候變遷"),
    word("氣候變化", "deprecated", type="variant"),
    word("climate change"),
)
GAZETTE = concept(
    "communique", word("公報", usage="everyday"), word("communiqué"), word("gazette", "deprecated")
)
BASE = (
    INDONESIA,
    CLIMATE,
    GAZETTE,
    CONGRESS,
    SISTER,
    GIFT,
    CITYNET,
    COLOMBO,
    COUNTY,
    GOVERNMENT,
    FIRE,
)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("大會在甲市舉行。", "The conference was held in Alpha.", "deprecated-word: conference → congress"),
        ("大會在甲市舉行。", "Two conferences were held in Alpha.", "deprecated-word: conferences → congresses"),
        ("兩市結為姐妹市。", "The two became sister cities.", "deprecated-word: 姐妹市 → 姊妹市"),
        ("致贈伴手禮。", "An official gift was presented.", "deprecated-word: 伴手禮 → 禮品"),
        ("市長訪問科倫坡。", "The mayor visited Colombo.", "deprecated-word: 科倫坡 → 可倫坡"),
        ("甲市參加城市網。", "Alpha joined City Net.", "official-name: City Net → CityNet"),
        ("訪團一行自印度尼西亞來訪。", "A delegation came from Indonesia.", "deprecated-word: 印度尼西亞 → 印尼"),
        ("因應氣候變化與災害。", "On climate change.", "deprecated-word: 氣候變化 → 氣候變遷"),
        ("參加乙市大會。", "At the first conference of Beta.", "deprecated-word: conference → congress"),
        ("乙市政府表示歡迎。", "Beta city Government welcomed them.",
         "official-name: Beta city Government → Beta City Government"),
    ],
)  # fmt: skip
def test_a_word_not_to_be_used_is_told_with_the_one_to_use(zh: str, en: str, expected: str) -> None:
    assert told(BASE, zh, en) == [expected]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("國際會議在甲市舉行。", "A conference was held in Alpha."),  # another meaning
        (
            "大會期間另有國際會議。",
            "The congress included a conference.",
        ),  # said rightly, so the other is another
        ("以「姐妹市」稱之。", "It is called a “City Net” tie."),  # quoted
        ("由當時的甲縣締結。", "Made by the then Alpha."),  # right in its time
        ("消防局出席。", "The Fire Department came."),  # of a government that has no part in it
        ("乙市的政府表示歡迎。", "The beta city government is any."),  # no name at all
        ("旅客買了伴手禮。", "Tourists bought souvenirs."),  # an everyday word is no proof
        ("結為姊妹市。", "They became Sister Cities."),  # as in a title
        (
            "聯合國氣候變化綱要公約大會。",
            "The congress of the convention on climate change.",
        ),  # a treaty, as signed
        (
            "第30屆聯合國氣候變遷大會正在巴西舉行。",
            "The 30th UN climate conference meets in Brazil.",
        ),  # a name of its own
        (
            "該處也辦理市政會議與公報。",
            "It also handles city administration meetings and the gazette.",
        ),  # another 公報
    ],
)
def test_a_word_that_is_right_is_not_told(zh: str, en: str) -> None:
    assert told(BASE, zh, en) == []


DEPUTY = concept(
    "deputy-mayor",
    word("副市長"),
    word("deputy mayor"),
    word("vice mayor", "deprecated"),
    field="title",
)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("", "Vice Mayor Lin met the guests.", ["deprecated-word: Vice Mayor → Deputy Mayor"]),
        ("", "They met Vice Mayor Lin.", ["deprecated-word: Vice Mayor → Deputy Mayor"]),
        ("甲市", "The vice mayor of Alpha came.", ["deprecated-word: vice mayor → deputy mayor"]),
        ("甲市", "Alpha’s vice mayor came.", ["deprecated-word: vice mayor → deputy mayor"]),
        ("", "The vice mayor of the city came.", ["deprecated-word: vice mayor → deputy mayor"]),
        ("利馬", "The vice mayor of Lima came.", []),
        ("可倫坡", "The vice mayor of the City of Colombo came.", []),
        (
            "城市網",
            "The vice mayor of CityNet came.",
            ["deprecated-word: vice mayor → deputy mayor"],
        ),
        ("可倫坡", "Colombo’s vice mayor and Colombo Vice Mayor Perera came.", []),
    ],
)
def test_a_title_is_that_of_the_place_where_it_is_held(
    zh: str, en: str, expected: list[str]
) -> None:
    assert told((DEPUTY, COUNTY, COLOMBO, CITYNET), f"{zh}副市長來訪。", en) == expected


def test_an_office_is_told_under_its_own_government() -> None:
    expected = ["official-name: Fire Department → Fire Bureau"]
    assert told(BASE, "消防局出席。", "The Fire Department came.", "alpha") == expected
    assert told(BASE, "消防局出席。", "The Fire Department came.", "beta") == []


def test_the_word_of_the_government_of_the_text_is_preferred() -> None:
    assert told(BASE, "甲市參加城市聯絡網。", "It joined CityNet.", "alpha") == [
        "word-of-others: 城市聯絡網 → 城市網"
    ]
    assert told(BASE, "乙市參加城市網。", "It joined CityNet.", "beta") == [
        "word-of-others: 城市網 → 城市聯絡網"
    ]
    assert told(BASE, "甲市參加城市網。", "It joined CityNet.", "alpha") == []
    assert told(BASE, "乙市參加城市聯絡網。", "It joined CityNet.", "beta") == []
    assert told(BASE, "兩市都參加城市聯絡網。", "Both joined CityNet.", "alpha", "beta") == []
    assert told(BASE, "大會開幕。", "The convention opened.", "beta") == [
        "deprecated-word: convention → congress"
    ]
    assert told(BASE, "大會開幕。", "The convention opened.", "alpha") == []


def test_a_record_may_speak_of_its_own_words() -> None:
    text = "科倫坡是舊的寫法。", "An older form of Colombo."
    assert told(BASE, *text, owner=("cities", "lk-colombo")) == []
    assert told(BASE, *text) == ["deprecated-word: 科倫坡 → 可倫坡"]
