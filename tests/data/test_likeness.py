from __future__ import annotations

import pytest

from portal.data.likeness import folded, is_slip, nearest, nearest_id


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("staus", "status"),
        ("sttaus", "status"),
        ("statuss", "status"),
        ("stetus", "status"),
        ("Status", "status"),
        ("partys", "parties"),
        ("organisation", "organization"),
        ("organisations", "organization"),
        ("agreement_only", "agreement-only"),
        ("“title”", "title"),
        ("ｔｉｔｌｅ", "title"),
        ("adopting units", "adopting_units"),
        ("exchange.yaml", "exchanges.yaml"),
        ("city.yaml", "cities.yaml"),
        ("home", "homes"),
    ],
)
def test_a_word_of_ours_is_known_by_a_slip(wrong: str, right: str) -> None:
    assert nearest(wrong, [right, "note", "membership"]) == right


@pytest.mark.parametrize(
    ("wrong", "valid"),
    [
        ("towns", ["township"]),
        ("friend", ["friendship"]),
        ("alfa", ["alpha"]),
        ("zg", ["zh", "en"]),
        ("ab", ["abc"]),
        ("goal1", ["goal2"]),
        ("x", []),
    ],
)
def test_what_is_only_similar_is_not_offered(wrong: str, valid: list[str]) -> None:
    assert nearest(wrong, valid) == ""


def test_of_two_that_are_equally_near_none_is_offered() -> None:
    assert nearest("cites", ["cities", "citees"]) == ""
    assert nearest("city", ["City", "CITY"]) == ""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("JP-Kobe", "jp-kobe"),
        ("jp_kobe", "jp-kobe"),
        ("jp kobe", "jp-kobe"),
        ("jpkobe", "jp-kobe"),
        ("jp-koeb", "jp-kobe"),
        ("jp-hachioij", "jp-hachioji"),
        ("jp-hachiojji", "jp-hachioji"),
        ("jp-hachoji", "jp-hachioji"),
        ("jp-hachiozi", "jp-hachioji"),
        ("kaohsuing", "kaohsiung"),
        ("kaohsiungg-tourism", "kaohsiung-tourism"),
    ],
)
def test_an_id_is_known_by_its_form_or_one_slip(wrong: str, right: str) -> None:
    assert nearest_id(wrong, [right, "jp-takachiho", "us-austin"]) == right


@pytest.mark.parametrize(
    ("wrong", "other"),
    [
        ("jp-hachioji", "jp-takachiho"),
        ("jp-kobe", "jp-kyoto"),
        ("jp-saga", "jp-kaga"),
        ("jp-toyama", "jp-koyama"),
        ("us-brisbane", "au-brisbane"),
        ("kr-sado", "jp-sado"),
        ("2024-visit-kaga", "2025-visit-kaga"),
        ("2024-visit-kaga", "2024-visit-saga"),
        ("jp-aomori", "jp-aomori-pref"),
        ("taipei-culture", "taipei-tourism"),
        ("jp-uji", "jp-fuji"),
    ],
)
def test_the_id_of_something_else_is_never_offered(wrong: str, other: str) -> None:
    assert nearest_id(wrong, [other]) == ""
    assert not is_slip(wrong, other)


def test_one_word_is_folded_alike_however_it_is_written() -> None:
    assert {folded(text) for text in ("臺北市", "台北市", "「台北市」", " 臺北市 ")} == {"臺北市"}
    assert folded("New  York_City") == "new-york-city"
