from __future__ import annotations

from collections.abc import Callable, Mapping

Mistakes = Callable[[Mapping[str, str]], list[str]]

SOURCE = """\
- id: {id}
  name: {{zh: 年報, en: Report}}
  publisher: {{zh: 甲, en: A}}
"""


def sources(*ids: str) -> str:
    return "".join(SOURCE.format(id=record_id) for record_id in ids)


def test_records_of_two_kinds_may_share_an_id(mistakes: Mistakes) -> None:
    assert mistakes({"data/sources.yaml": sources("report", "alpha", "jp-kaga")}) == []


def test_a_former_id_is_not_given_again(mistakes: Mistakes) -> None:
    text = sources("report", "other") + "  former_ids: [old, report, other]\n"
    assert mistakes({"data/sources.yaml": text}) == [
        "data/sources.yaml:7:21: repeated-id",
        "data/sources.yaml:7:29: repeated-id",
    ]


def test_two_records_cannot_both_have_had_an_id(mistakes: Mistakes) -> None:
    text = sources("report") + "  former_ids: [old]\n" + sources("other") + "  former_ids: [old]\n"
    assert mistakes({"data/sources.yaml": text}) == ["data/sources.yaml:8:16: repeated-id"]


def test_a_unit_id_is_given_once_over_all_homes(mistakes: Mistakes) -> None:
    home = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
  units: [{{id: alpha-culture, name: {{zh: 文化局, en: Culture}}, level: bureau}}]
"""
    assert mistakes({"data/homes.yaml": home.format(id="alpha") + home.format(id="beta")}) == [
        "data/homes.yaml:10:16: repeated-id"
    ]


def test_the_place_of_the_first_is_told(report: Mistakes) -> None:
    text = sources("report", "other") + "  former_ids: [old, report]\n"
    assert report({"data/sources.yaml": text + sources("other")}) == [
        "data/sources.yaml:7:21: the id report is taken (at data/sources.yaml:1:7); choose another",
        "data/sources.yaml:8:7: the id other is taken (at data/sources.yaml:4:7); choose another",
    ]


def test_the_place_of_the_first_of_two_units_is_told(report: Mistakes) -> None:
    home = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units:
    - {id: alpha-culture, name: {zh: 文化局, en: Culture}, level: bureau}
    - {id: alpha-culture, name: {zh: 文化局, en: Culture}, level: bureau}
    - {id: culture, name: {zh: 文化局, en: Culture}, level: bureau}
"""
    assert report({"data/homes.yaml": home}) == [
        "data/homes.yaml:7:12: the id alpha-culture is taken (at data/homes.yaml:6:12); choose another",
        "data/homes.yaml:8:12: the id culture must begin with alpha-; rename it",
    ]


def test_the_first_of_two_former_ids_is_told(report: Mistakes) -> None:
    text = sources("report") + "  former_ids: [older, old]\n" + sources("other")
    assert report({"data/sources.yaml": text + "  former_ids: [old]\n"}) == [
        "data/sources.yaml:8:16: the id old is taken (at data/sources.yaml:4:23); choose another"
    ]


def test_a_city_begins_with_its_country(report: Mistakes) -> None:
    city = "- id: {id}\n  name: {{zh: 加賀, en: Kaga}}\n  level: city\n  country: JP\n"
    text = "".join(city.format(id=name) for name in ("jp-kaga", "jpkaga", "kr-kaga", "jp-sado"))
    assert report({"data/cities.yaml": text}) == [
        "data/cities.yaml:5:7: the id jpkaga must begin with the code of its country; write jp-kaga",
        "data/cities.yaml:9:7: the id kr-kaga begins with another country than JP, which is its country; "
        "correct country to KR, or let the id begin with jp-",
    ]
